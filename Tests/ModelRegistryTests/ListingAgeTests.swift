import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// A list that was passed on has the age that it has, not that of the last hop.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct ListingAgeTests {
  private let clock = TestClock()

  private func registry(
    _ body: Data, cache: CatalogCache? = nil
  ) -> ModelRegistry {
    let clock = clock
    return ModelRegistry(
      core: [], provider: ScriptedProvider([.success(body)]), cache: cache, clock: clock,
      now: { clock.date })
  }

  private static func body(fetched: String) -> Data {
    Data(#"{"data":[{"id":"a/one"}],"fetched_at":"\#(fetched)"}"#.utf8)
  }

  private func text(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  @Test(arguments: [1, 2, 5])
  func `over any number of hops the age is that of the first`(hops: Int) async throws {
    let first = registry(ListingBody.of(["a/one"]))
    await first.refresh()
    let fetched = clock.date
    var last = first
    for _ in 0..<hops {
      // Twenty days in all, and no hop refreshes its own list meanwhile.
      clock.advance(by: .seconds(20 * 86400 / hops))
      let snapshot = await last.snapshot
      let date = try #require(snapshot.freshness.fetched)
      let models = snapshot.catalog.models
      last = registry(OpenRouterPayload.body(of: models, fetched: date))
      await last.refresh()
    }
    let snapshot = await last.snapshot
    let dated = try #require(snapshot.freshness.fetched)
    #expect(abs(dated.timeIntervalSince(fetched)) < 0.01)
    #expect(snapshot.freshness == .stale(dated))
    #expect(snapshot.received == clock.date)
    let status = snapshot.statusJSON(interval: .seconds(3600), now: clock.date)
    #expect(status["openrouter"]?["isStale"] == true)
  }

  @Test func `the cache keeps the age`() async throws {
    let directory = try TemporaryDirectory()
    let clock = clock
    let cache = CatalogCache(directory: directory.path, now: { clock.date })
    let old = clock.date.addingTimeInterval(-20 * 86400)
    await registry(Self.body(fetched: text(old)), cache: cache).refresh()
    let another = registry(Data(), cache: cache)
    await another.load()
    let snapshot = await another.snapshot
    #expect(abs(try #require(snapshot.freshness.fetched).timeIntervalSince(old)) < 0.01)
    // An old list of a source is no reason to ask it before the interval is over.
    #expect(!snapshot.isDue(interval: .seconds(3600), now: clock.date))
    #expect(snapshot.isDue(interval: .seconds(3600), now: clock.date.addingTimeInterval(3601)))
  }

  @Test(arguments: [
    "yesterday", "", "1970-01-01T00:00:00.000Z", "9999-12-31T23:59:59.000Z",
    "2001-01-01T00:00:00.000Z", "292277026596-12-04T15:30:07.000Z",
    String(repeating: "2", count: 100_000),
  ])
  func `an implausible date is none, and none is in the future`(text: String) async throws {
    let registry = registry(Self.body(fetched: text))
    await registry.refresh()
    #expect(await registry.snapshot.freshness == .live(clock.date))
  }

  @Test func `OpenRouter's own list is as old as its fetch`() async throws {
    let registry = registry(ListingBody.of(["a/one"]))
    await registry.refresh()
    #expect(await registry.snapshot.freshness == .live(clock.date))
    #expect(await registry.snapshot.received == clock.date)
  }

  @Test func `of several pages the oldest date counts`() throws {
    let old = "2026-01-01T00:00:00.000Z"
    let pages = try [Self.body(fetched: "2026-02-01T00:00:00.000Z"), Self.body(fetched: old)].map {
      try OpenRouterPage([UInt8]($0), received: .distantFuture)
    }
    let joined = try OpenRouterPage(OpenRouterPage.joined(pages), received: .distantFuture)
    #expect(
      joined.listing.fetched
        == (try Date(old, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))))
  }

  @Test(arguments: ["no date", "7", "null", "[]"])
  func `a list with another value there is read all the same`(json: String) throws {
    let value = json == "no date" ? "\"no date\"" : json
    let listing = try OpenRouterPayload.listing(
      from: Data(#"{"fetched_at":\#(value),"data":[{"id":"a/one"}]}"#.utf8))
    #expect(listing.models.count == 1)
    #expect(listing.fetched == nil)
  }
}
