import Foundation
import ModelCatalog
import Testing

@testable import ModelServer

/// `GET /api/models/compare`.
struct CompareTests {
  private static let coreID = ServedModels.coreID
  private static let path = "/api/models/compare?ids="

  @Test func `models side by side, a row a fact`() async throws {
    let body = try await ServedModels().json(
      Self.path + "anthropic/claude-opus-5,\(Self.coreID)&workload=in=1m")
    guard case .list(let models) = body["data"]["models"],
      case .list(let facts) = body["data"]["facts"]
    else {
      Issue.record("no models or no facts")
      return
    }
    #expect(models.map { $0["id"] } == [.text("anthropic/claude-opus-5"), .text(Self.coreID)])
    #expect(facts.count >= 30)
    let input = try #require(facts.first { $0["fact"] == "input" })
    #expect(input["title"] == "Input" && input["differs"] == true)
    #expect(input["values"] == .list(models.map { $0["pricing"]["input"] }))
    let cost = try #require(facts.first { $0["fact"] == "cost" })
    #expect(cost["values"] == .list(models.map { $0["cost"]["perMonth"] }))
  }

  @Test func `an alias resolves, and a model named twice is there once`() async throws {
    let served = try await ServedModels()
    let body = try await served.json(
      Self.path + "\(Self.coreID),%20\(Self.coreID),\(Self.coreID.uppercased())")
    guard case .list(let models) = body["data"]["models"] else {
      Issue.record("no models")
      return
    }
    #expect(models.map { $0["id"] } == [.text(Self.coreID)])
  }

  @Test func `unknown ids are named, all of them`() async throws {
    let body = try await ServedModels().json(Self.path + "acme/x,\(Self.coreID),acme/y")
    #expect(body["code"] == "model_not_found")
    #expect(body["unknown"] == .list(["acme/x", "acme/y"]))
    #expect(body["error"] == "Model not found: acme/x, acme/y")
  }

  @Test(arguments: ["", ",", Array(repeating: "gpt-5.4", count: 65).joined(separator: ",")])
  func `one to 64 ids are asked for`(ids: String) async throws {
    #expect(try await ServedModels().json(Self.path + ids)["code"] == "bad_ids")
  }
}
