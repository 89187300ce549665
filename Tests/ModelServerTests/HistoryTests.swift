import Foundation
import HTTPTypes
import HummingbirdTesting
import ModelRegistry
import Support
import Testing

@testable import ModelServer

struct HistoryTests {
  @Test func `one model's history ends at the requested date`() async throws {
    let served = try await ServedModels.repriced()
    let path = "/api/models/history/acme/gift"
    let now = try await served.json(path)["data"]
    #expect(now["changes"][0]["kind"] == "changed")
    #expect(now["prices"][1]["input"] == .number(500_000))
    let before = (served.clock.date - 60).formatted(.iso8601)
    let then = try await served.json("\(path)?asOf=\(before)")["data"]
    #expect(then["id"] == "acme/gift")
    #expect(then["changes"] == .list([]))
    #expect(then["prices"][0]["until"] == .null)
  }

  @Test func `a model that was not listed yet has no history`() async throws {
    let served = try await ServedModels(
      [
        .success(ListingBody.of(["acme/gift"])),
        .success(ListingBody.of(["acme/gift", "acme/novelty"])),
      ], hasHistory: true)
    served.clock.advance(by: .seconds(3600))
    await served.registry.refresh()
    let path = "/api/models/history/acme/novelty"
    #expect(try await served.ask(path).status == .ok)
    let before = (served.clock.date - 60).formatted(.iso8601)
    #expect(try await served.ask("\(path)?asOf=\(before)").status == .notFound)
  }
}
