import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// What a registry records, and what it learns from its history.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct RegistryHistoryTests {
  private let clock = TestClock()
  private let directory: TemporaryDirectory
  private let history: CatalogHistory

  init() throws {
    directory = try TemporaryDirectory()
    let clock = clock
    history = CatalogHistory(directory: directory.path, now: { clock.date })
  }

  private var cache: CatalogCache { CatalogCache(directory: directory.path) }

  private func registry(
    _ script: ScriptedProvider.Outcome..., history: CatalogHistory? = nil
  ) -> ModelRegistry {
    let clock = clock
    return ModelRegistry(
      core: [], provider: script.isEmpty ? nil : ScriptedProvider(script), cache: cache,
      history: history ?? self.history, clock: clock, now: { clock.date },
      random: { $0.upperBound })
  }

  private func body(_ ids: [String], price: String = "0.000001") -> ScriptedProvider.Outcome {
    .success(ListingBody.of(ids, price: price))
  }

  @Test func `what is accepted is recorded, an equal body as an observation alone`() async throws {
    let registry = registry(body(["a/b", "a/c"]), body(["a/c", "a/b"]))
    await registry.refresh()
    let table = try HistoryTable(of: history.path)
    clock.advance(by: .seconds(60))
    await registry.refresh()
    let later = try HistoryTable(of: history.path)
    #expect(later.observations.count == 2)
    #expect(later.versions == table.versions)
    #expect(later.contents == table.contents)
    #expect(try await history.history(of: "a/b")?.versions.map(\.lastSeen) == [clock.date])
  }

  @Test func `a refresh that failed or was held back is no removal`() async throws {
    let ids = ListingBody.ids(10)
    let registry = registry(
      body(ids), .failure(.unreachable("connection refused")), body(Array(ids.prefix(2))),
      body([]))
    for _ in 0..<4 {
      await registry.refresh()
      clock.advance(by: .seconds(60))
    }
    #expect(try await history.dateRange()?.observations == 1)
    #expect(try await history.removed() == [])
    #expect(await registry.snapshot.catalog.models.map(\.id).sorted() == ids.sorted())
  }

  @Test func `what was removed is known with its date, and what returned is listed`() async throws {
    let registry = registry(
      body(["a/b", "a/c", "a/d"]), body(["a/b", "a/d"]), body(["a/b", "a/c", "a/d"]))
    await registry.refresh()
    let first = clock.date
    clock.advance(by: .seconds(60))
    await registry.refresh()
    let catalog = await registry.snapshot.catalog
    #expect(catalog["a/c"]?.lastListed == first)
    #expect(catalog.models.filter(\.isListed).map(\.id) == ["a/b", "a/d"])
    clock.advance(by: .seconds(60))
    guard case .success(.changed(let changes)) = await registry.refresh() else {
      Issue.record("nothing changed")
      return
    }
    #expect(changes.added.map(\.id) == ["a/c"])
    let snapshot = await registry.snapshot
    #expect(snapshot.catalog.models.map(\.lastListed) == [nil, nil, nil])
    #expect(snapshot.changedOn == ["a/c": clock.date])
  }

  @Test func `changed means changed in the last week`() async throws {
    let registry = registry(body(["a/b", "a/c"]), body(["a/b", "a/c"], price: "0.000002"))
    await registry.refresh()
    #expect(await registry.snapshot.changedOn == [:])
    clock.advance(by: .seconds(60))
    await registry.refresh()
    let snapshot = await registry.snapshot
    #expect(snapshot.changedOn == ["a/b": clock.date, "a/c": clock.date])
    let week = clock.date.addingTimeInterval(7 * 86400)
    #expect(snapshot.changedOfLate(now: week) == ["a/b", "a/c"])
    #expect(snapshot.changedOfLate(now: week.addingTimeInterval(1)) == [])
  }

  @Test func `the first snapshot does not wait for the history`() async throws {
    try cache.save(
      OpenRouterPayload.listing(from: ListingBody.of(["a/b"])), fetched: clock.date,
      lastChanged: nil)
    try await history.insert(
      [Sightings.model("a/gone"), Sightings.model("a/b")], digest: "x", at: clock.date - 120)
    let unopened = CatalogHistory(directory: directory.path + "/elsewhere")
    let registry = registry(history: unopened)
    await registry.load()
    #expect(await registry.snapshot.catalog.models.map(\.id) == ["a/b"])
    #expect(!FileManager.default.fileExists(atPath: unopened.path))

    let second = self.registry()
    await second.loadHistory()
    #expect(await second.snapshot.catalog.models.map(\.id) == ["a/b", "a/gone"])
    #expect(await second.snapshot.catalog["a/gone"]?.lastListed == clock.date - 120)
  }

  @Test func `what the cache holds and nobody recorded is recorded with its date`() async throws {
    let listing = try OpenRouterPayload.listing(from: ListingBody.of(["a/b", "a/c"]))
    let fetched = clock.date - 4000.123
    try cache.save(listing, fetched: fetched, lastChanged: nil)
    let registry = registry(body(["a/b"]))
    await registry.refresh()
    let modelHistory = try #require(try await history.history(of: "a/c"))
    #expect(modelHistory.versions.map(\.model) == listing.models.filter { $0.id == "a/c" })
    #expect(abs(modelHistory.versions[0].firstSeen.timeIntervalSince(fetched)) < 0.002)
    #expect(modelHistory.removed == clock.date)
    // Once is enough.
    await self.registry().loadHistory()
    #expect(try await history.dateRange()?.observations == 2)
  }

  @Test func `a history that cannot be used is a notice, and nothing stops`() async throws {
    try FileManager.default.createDirectory(
      atPath: history.path, withIntermediateDirectories: false)
    let registry = registry(body(["a/b"]), body(["a/b", "a/c"]))
    await registry.loadHistory()
    let fault = HistoryFault.unusable(path: history.path, reason: "is a directory")
    #expect(await registry.snapshot.historyNotice == fault.summary)
    await registry.refresh()
    await registry.refresh()
    #expect(await registry.snapshot.catalog.models.map(\.id) == ["a/b", "a/c"])
    #expect(await registry.snapshot.historyNotice == fault.summary)
    // It is used as soon as it can be.
    try FileManager.default.removeItem(atPath: history.path)
    await registry.refresh()
    #expect(await registry.snapshot.historyNotice == nil)
    #expect(try await history.dateRange()?.observations == 1)
  }

  @Test func `two that refresh at once record each change once`() async throws {
    try await history.insert(
      OpenRouterPayload.listing(from: ListingBody.of(["a/b", "a/c"])), at: clock.date - 60)
    let other = CatalogHistory(directory: directory.path)
    let both = [registry(body(["a/b", "a/d"])), registry(body(["a/b", "a/d"]), history: other)]
    await withTaskGroup { group in
      for registry in both { group.addTask { await registry.refresh() } }
    }
    let told = try await history.entries(since: clock.date)
    #expect(told.map(\.id) == ["a/c", "a/d"])
    #expect(told.map(\.date) == [clock.date, clock.date])
    #expect(try await history.dateRange()?.observations == 2)
  }
}
