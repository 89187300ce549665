import Foundation
import HTTPTypes
import HummingbirdTesting
import ModelCatalog
import Support
import Testing

@testable import ModelServer

/// The parameter `workload`.
struct WorkloadParameterTests {
  private static let path = "/api/models"

  @Test(
    arguments: [
      ("?workload=in=1m", "openrouter"), ("/openrouter?workload=in=1m", nil),
      ("/search?q=claude-opus-5&workload=in=1m", "openrouter"),
      ("/anthropic/claude-opus-5?workload=in=1m", nil),
    ] as [(String, String?)])
  func `adds the cost to each model`(target: String, member: String?) async throws {
    let served = try await ServedModels()
    var data = try await served.json(Self.path + target)["data"]
    if let member { data = data[member] }
    let model = data["anthropic/claude-opus-5"] == .null ? data : data["anthropic/claude-opus-5"]
    let price = try #require(model["pricing"]["input"].number)
    #expect(model["cost"]["perCall"].number == price)
    #expect(model["cost"]["perMonth"].number == price)
  }

  @Test func `without it a model has no cost`() async throws {
    let model = try await ServedModels().json("/api/models/anthropic/claude-opus-5")["data"]
    #expect(!model.names.contains("cost"))
  }

  @Test func `costs can be searched and sorted with it alone`() async throws {
    let served = try await ServedModels()
    let asked = "/api/models/search?q=cost%3C5%20sort:cost"
    #expect(try await served.json(asked)["code"] == "malformed_query")
    let body = try await served.json(asked + "&workload=in=1m")
    guard case .list(let models) = body["data"]["results"] else { return #expect(Bool(false)) }
    let costs = models.map { $0["cost"]["perMonth"].number ?? .nan }
    #expect(!costs.isEmpty && costs == costs.sorted() && costs.allSatisfy { $0 < 5 })
  }

  @Test func `a comparison with an unknown model is a mistake`() async throws {
    let body = try await ServedModels().json(
      "/api/models/search?q=input%3Cnobody/nothing")
    #expect(body["code"] == "malformed_query")
    #expect(body["offset"] == 6)
  }

  @Test(arguments: ["in=x", "", "in=5%20cached=200%25", "cals=5"])
  func `a mistake has its position`(text: String) async throws {
    let body = try await ServedModels().json(
      "/api/models?workload=\(text)")
    #expect(body["code"] == "bad_workload")
    #expect(body["offset"].number != nil)
  }

  @Test func `two workloads have two tags, and each its own costs`() async throws {
    let served = try await ServedModels()
    var tags: Set<String> = []
    for text in ["in=1m", "in=2m", "in=1m%20calls=2"] {
      let response = try await served.ask("/api/models?workload=\(text)")
      tags.insert(try #require(response.headers[.eTag]))
    }
    #expect(tags.count == 3)
  }
}
