import Foundation
import HTTPTypes
import HummingbirdTesting
import ModelCatalog
import ModelRegistry
import NIOCore
import Support
import Testing

@testable import ModelServer

struct ModelTests {
  @Test(arguments: [
    "anthropic/claude-opus-5", "anthropic%2Fclaude-opus-5", "anthropic%2fclaude-opus-5",
  ])
  func `the slash of an id may be sent as it is or escaped`(id: String) async throws {
    let body = try await ServedModels().json("/api/models/\(id)")
    #expect(body["data"]["id"] == "anthropic/claude-opus-5")
    #expect(body["meta"]["modelId"] == "anthropic/claude-opus-5")
    #expect(!body["meta"].names.contains("resolvedFrom"))
  }

  @Test func `an alias of upstream is a separate model that names its target`() async throws {
    let body = try await ServedModels().json("/api/models/~acme/gift-latest")
    #expect(body["data"]["aliasOf"] == "acme/gift")
  }

  @Test func `a canonical slug resolves to the model, and the answer names it`() async throws {
    let row = ListingBody.Row("acme/new").with("canonical_slug", #""acme/new-20260801""#)
    let served = try await ServedModels([.success(ListingBody.of([row]))])
    let body = try await served.json("/api/models/acme/new-20260801")
    #expect(body["data"]["id"] == "acme/new")
    #expect(body["meta"]["modelId"] == "acme/new")
    #expect(body["meta"]["resolvedFrom"] == "acme/new-20260801")
    let provider = try await served.json("/api/models/provider/acme/new-20260801")
    #expect(provider["data"]["modelId"] == "acme/new")
    #expect(provider["meta"]["resolvedFrom"] == "acme/new-20260801")
  }

  @Test(arguments: [
    ("openai", "openai"), ("anthropic", "claude"), ("google", "gemini"), ("meta-llama", "groq"),
    ("mistralai", "mistral"), ("deepseek", "deepseek"),
  ])
  func `core models use their makers' routes`(author: String, route: String) async throws {
    let model = try #require(ServedModels.core.first { $0.author == author })
    let body = try await ServedModels().json("/api/models/provider/\(model.id)")
    #expect(body["data"].members == ["modelId": .text(model.id), "provider": .text(route)])
  }

  @Test func `all other models use OpenRouter`() async throws {
    let body = try await ServedModels().json("/api/models/provider/anthropic%2Fclaude-opus-5")
    #expect(body["data"]["provider"] == "openrouter")
  }

  @Test(arguments: ["openrouter/auto", "openrouter%2Fauto"])
  func `an author whose name is a path word has models too`(id: String) async throws {
    let body = try await ServedModels().json("/api/models/\(id)")
    #expect(body["data"]["id"] == "openrouter/auto")
  }

  @Test(arguments: ["", "provider/"])
  func `an unknown id is not found, and similar ids are named`(
    path: String
  ) async throws {
    let answer = try await ServedModels().ask("/api/models/\(path)anthropic/claude-opus-6")
    let body = try answer.json()
    #expect(answer.status == .notFound)
    #expect(body["success"] == false)
    #expect(body["error"] == "Model not found")
    #expect(body["code"] == "model_not_found")
    #expect(body["modelId"] == "anthropic/claude-opus-6")
    #expect(body["nearest"].texts.contains("anthropic/claude-opus-5"))
  }

  @Test(arguments: ["constructor", "__proto__", "toString", ".", "%2e%2e", "a%2F..%2Fb", "claude*"])
  func `an invalid id is not found`(id: String) async throws {
    let answer = try await ServedModels().ask("/api/models/\(id)")
    #expect(answer.status == .notFound)
    #expect(try answer.json()["code"] == "model_not_found")
  }

  @Test func `an id of 10 kB makes the address too long`() async throws {
    let id = String(repeating: "a", count: 10_000)
    #expect(try await ServedModels().ask("/api/models/\(id)").status == .uriTooLong)
  }

  @Test func `a long id is not repeated`() async throws {
    let id = String(repeating: "a", count: 5000)
    let answer = try await ServedModels().ask("/api/models/\(id)")
    #expect(answer.status == .notFound)
    #expect(answer.body.readableBytes < 300)
  }

  @Test(arguments: [
    "%00", "a%00b", "a%0d%0aX-Evil:%201", "%7f", "%", "%4", "%zz", "%ff%fe", "%c3%28", "%C0%80",
  ])
  func `an address that is not valid text is rejected`(id: String) async throws {
    let answer = try await ServedModels().ask("/api/models/\(id)")
    #expect(answer.status == .badRequest)
    #expect(try answer.json()["code"] == "bad_request")
  }

  @Test(arguments: [
    "/", "/api", "/api/", "/api/model", "/apix/models", "/api/v1", "/api/v1/models/x",
    "/api/models/core/x", "/api/models/status/x", "/api/models/provider", "/api/models/provider/",
    "/api/models/history", "/api/models/history/", "//api/models", "/api//models", "*", "",
    "/api/openapi.json/x", "/API/models", "/api/../etc/passwd",
  ])
  func `other paths are not found`(path: String) async throws {
    let answer = try await ServedModels().ask(path)
    #expect(answer.status == .notFound)
    let body = try answer.json()
    #expect(body["success"] == false)
    #expect(body["code"] == "not_found")
  }

  @Test(arguments: APIEndpoint.allCases)
  func `path words are not ids, in any spelling`(
    endpoint: APIEndpoint
  ) async throws {
    guard let word = endpoint.path.split(separator: "/").dropFirst(2).first, !endpoint.hasID
    else { return }
    let escaped = "%" + String(word.utf8.first ?? 0, radix: 16) + word.dropFirst()
    let answer = try await ServedModels().ask("/api/models/" + escaped, .delete)
    #expect(answer.headers[.allow] == endpoint.methods.map(\.rawValue).joined(separator: ", "))
  }
}
