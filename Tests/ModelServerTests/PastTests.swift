import Foundation
import HTTPTypes
import HummingbirdTesting
import ModelRegistry
import NIOCore
import Support
import Testing

@testable import ModelServer

struct PastTests {
  /// Its history has ``ServedModels/listing``, and two days later ``ServedModels/longer``.
  private func served() async throws -> (served: ServedModels, day: String) {
    let served = try await ServedModels(
      [.success(ServedModels.listing), .success(ServedModels.longer)], hasHistory: true)
    let day = served.clock.date.formatted(Date.ISO8601FormatStyle().year().month().day())
    served.clock.advance(by: .seconds(2 * 86400))
    await served.registry.refresh()
    return (served, day)
  }

  @Test(arguments: ["/api/models/openrouter", "/api/models/search?q=acme", "/api/v1/models"])
  func `a GET can be answered as of a past date`(path: String) async throws {
    let (served, day) = try await served()
    let now = try await served.ask(path)
    let then = try await served.ask(path + (path.contains("?") ? "&" : "?") + "asOf=" + day)
    #expect(String(buffer: now.body).contains("acme/novelty"))
    #expect(!String(buffer: then.body).contains("acme/novelty"))
    #expect(String(buffer: then.body).contains("~acme/gift-latest"))
    #expect(then.headers[.eTag] != now.headers[.eTag])
  }

  @Test func `an answer as of a past date states the date`() async throws {
    let (served, day) = try await served()
    let body = try await served.json("/api/models?asOf=" + day)
    #expect(body["meta"]["freshness"] == "past")
    #expect(body["meta"]["openrouter"] == 4)
  }

  @Test func `changes have added and removed models since the requested date`() async throws {
    let (served, day) = try await served()
    let body = try await served.json("/api/models/changes")
    guard case .list(let entries) = body["data"] else { throw CancellationError() }
    #expect(body["meta"]["count"] == .number(Decimal(entries.count)))
    #expect(entries.contains { $0["id"] == "acme/novelty" && $0["kind"] == "added" })
    #expect(entries.contains { $0["id"] == "~acme/gift-latest" && $0["kind"] == "removed" })
    let before = try await served.json("/api/models/changes?asOf=" + day)
    #expect(!"\(before["data"])".contains("novelty"))
  }

  @Test func `the feed has the same changes, and the same tag until another`() async throws {
    let (served, day) = try await served()
    let feed = try await served.ask("/api/models/changes.atom")
    #expect(feed.headers[.contentType] == "application/atom+xml")
    let xml = String(buffer: feed.body)
    #expect(xml.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>"))
    #expect(xml.contains("<category term=\"acme/novelty\"/>"))
    #expect(xml.contains("<category term=\"~acme/gift-latest\"/>"))
    #expect(xml.contains("href=\"/api/models/changes.atom\""))
    let tag = try #require(feed.headers[.eTag])
    // An hour later the models are stale, and nothing has happened.
    served.clock.advance(by: .seconds(3600))
    let later = try await served.ask("/api/models/changes.atom", headers: [.ifNoneMatch: tag])
    #expect(later.status == .notModified && later.body.readableBytes == 0)
    let before = try await served.ask("/api/models/changes.atom?asOf=" + day)
    #expect(!String(buffer: before.body).contains("acme/novelty"))
    #expect(before.headers[.eTag] != tag)
    let wrong = try await served.ask("/api/models/changes.atom?since=soon")
    #expect(wrong.status == .badRequest && wrong.headers[.contentType] == "application/json")
  }

  @Test func `a removed model has a history`() async throws {
    let (served, _) = try await served()
    let body = try await served.json("/api/models/history/~acme%2Fgift-latest")
    #expect(body["data"]["isListed"] == false)
    #expect(body["meta"]["modelId"] == "~acme/gift-latest")
    #expect(body["data"]["firstSeen"] != .null)
  }
}
