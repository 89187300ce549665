import Foundation
import HTTPTypes
import HummingbirdTesting
import ModelCatalog
import ModelRegistry
import NIOCore
import Support
import Testing

@testable import ModelServer

/// The JSON that front ends of the replaced system read.
struct ListingTests {
  private static let openRouter: Set = [
    "anthropic/claude-opus-5", "acme/gift", "openrouter/auto", "~acme/gift-latest",
  ]

  @Test func `the whole list has each source and both together`() async throws {
    let body = try await ServedModels().json("/api/models")
    #expect(body.names == ["success", "data", "meta"])
    #expect(body["success"] == true)
    let data = body["data"]
    #expect(data.names == ["core", "openrouter", "combined"])
    #expect(data["openrouter"].names == Self.openRouter)
    #expect(data["core"].names == Set(ServedModels.core.filter(\.isListed).map(\.id)))
    let both = data["core"].members.merging(data["openrouter"].members) { core, _ in core }
    #expect(data["combined"].members == both)
    let core = data["core"].names.count
    #expect(body["meta"]["core"] == .number(Decimal(core)))
    #expect(body["meta"]["openrouter"] == 4)
    #expect(body["meta"]["total"] == .number(Decimal(core + 4)))
    #expect(body["meta"]["freshness"] == "live")
  }

  @Test func `a model has the members of the replaced system`() async throws {
    let models = try await ServedModels().json("/api/models")["data"]["combined"]
    let opus = models["anthropic/claude-opus-5"]
    #expect(opus["id"] == "anthropic/claude-opus-5")
    #expect(opus["name"] == "Name of anthropic/claude-opus-5")
    #expect(opus["provider"] == "openrouter")
    #expect(opus["category"] == "claude")
    #expect(opus["description"] == "About anthropic/claude-opus-5.")
    #expect(opus["contextWindow"] == 128000)
    #expect(opus["pricing"]["input"] == 5)
    #expect(opus["pricing"]["output"] == 5)
    #expect(opus["supportsVision"] == true)
    #expect(opus["supportsFunction"] == true)
    #expect(opus["topProvider"]["max_completion_tokens"] == 64000)
    #expect(opus["architecture"]["modality"] == "text+image->text")
    #expect(
      opus["openRouterData"].members == [
        "id": "anthropic/claude-opus-5", "created": 1_780_000_000, "per_request_limits": .null,
      ])
    let core = models[ServedModels.coreID]
    #expect(core["provider"] == .text(ServedModels.core[0].author))
    #expect(core["source"] == "core")
    #expect(!core.names.contains("topProvider"))
  }

  @Test func `a variable price has no amount, and a free one is 0`() async throws {
    let models = try await ServedModels().json("/api/models/openrouter")["data"]
    #expect(models["openrouter/auto"]["pricing"]["variable"] == true)
    #expect(models["openrouter/auto"]["pricing"]["input"] == .null)
    #expect(models["acme/gift"]["pricing"]["variable"] == false)
    #expect(models["acme/gift"]["pricing"]["input"] == 0)
  }

  @Test func `prices keep every digit`() async throws {
    let row = ListingBody.Row("acme/exact", price: "0.00000008333333333333334")
    let served = try await ServedModels([.success(ListingBody.of([row]))])
    let body = try await served.ask("/api/models/acme/exact").body
    #expect(String(buffer: body).contains(#""input":0.08333333333333334,"#))
  }

  @Test func `for the front end, ids are grouped by category`() async throws {
    let body = try await ServedModels().json("/api/models?format=frontend")
    #expect(body["data"].names == ["categories", "models"])
    let categories = body["data"]["categories"]
    #expect(categories["claude"]["name"] == "Claude Models")
    #expect(categories["gpt"]["name"] == "GPT Models")
    #expect(categories["other"]["name"] == "Other Models")
    #expect(categories["claude"]["models"].texts.contains("anthropic/claude-opus-5"))
    let ids = categories.members.values.flatMap { $0["models"].texts }
    #expect(Set(ids) == body["data"]["models"].names)
    #expect(ids.count == Set(ids).count)
    #expect(body["meta"]["total"] == .number(Decimal(ids.count)))
    for (id, model) in body["data"]["models"].members {
      #expect(categories[model["category"].string ?? ""]["models"].texts.contains(id))
    }
  }

  @Test func `each source has its own list`() async throws {
    let served = try await ServedModels()
    let core = try await served.json("/api/models/core")
    #expect(core["meta"]["source"] == "core")
    #expect(core["meta"]["count"] == .number(Decimal(core["data"].names.count)))
    let other = try await served.json("/api/models/openrouter")
    #expect(other["data"].names == Self.openRouter)
    #expect(other["meta"]["source"] == "openrouter")
    #expect(other["meta"]["count"] == 4)
    let status = other["meta"]["cacheStatus"]
    #expect(
      status.names.isSuperset(of: [
        "modelCount", "lastFetch", "lastSuccessfulFetch", "cacheAge", "isStale", "isRefreshing",
        "cacheTTL",
      ]))
    #expect(status["modelCount"] == 4)
    #expect(status["cacheTTL"] == 3_600_000)
    #expect(status["isStale"] == false)
  }

  @Test func `categories contain their models`() async throws {
    let body = try await ServedModels().json("/api/models/categories")
    #expect(body["data"]["claude"]["anthropic/claude-opus-5"]["category"] == "claude")
    #expect(body["meta"]["categoryCount"] == .number(Decimal(body["data"].names.count)))
  }

  @Test(arguments: ["/api/models/", "/api/models/core/", "/api/models/status/"])
  func `a trailing slash changes nothing`(path: String) async throws {
    let served = try await ServedModels()
    #expect(try await served.json(path) == served.json(String(path.dropLast())))
  }

  @Test func `retired models are in no list but found by their id`() async throws {
    let retired = try #require(ServedModels.core.first { !$0.isListed })
    let served = try await ServedModels()
    for path in ["/api/models", "/api/models?format=frontend"] {
      let data = try await served.json(path)["data"]
      #expect(!data["combined"].names.union(data["models"].names).contains(retired.id))
    }
    #expect(try await served.json("/api/models/\(retired.id)")["data"]["isRetired"] == true)
  }

  @Test func `without OpenRouter the core list is served`() async throws {
    let body = try await ServedModels(nil).json("/api/models")
    #expect(body["data"]["openrouter"].names.isEmpty)
    #expect(body["data"]["core"].names.contains(ServedModels.coreID))
    #expect(body["meta"]["freshness"] == "core")
  }

  @Test func `upstream's own format is decoded as the same models`() async throws {
    let served = try await ServedModels()
    let body = try await served.ask("/api/v1/models").body
    let models = try OpenRouterPayload.listing(from: Data(body.readableBytesView)).models
    let known = await served.registry.snapshot.catalog.models.filter { $0.source == .openRouter }
    #expect(Set(models) == Set(known))
  }
}
