import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct ModelRegistryTests {
  private let clock = TestClock()
  private let directory: TemporaryDirectory
  private let core = [Model(id: "gpt-x", source: .core, name: "GPT X", author: "openai")]

  init() throws { directory = try TemporaryDirectory() }

  private var cache: CatalogCache { CatalogCache(directory: directory.path) }

  private func registry(
    _ provider: (any ModelProvider)?, cache: CatalogCache? = nil
  ) -> ModelRegistry {
    let clock = clock
    return ModelRegistry(
      core: core, provider: provider, cache: cache, clock: clock, now: { clock.date },
      random: { $0.upperBound })
  }

  private func body(_ ids: [String], price: String = "0.000001") -> ScriptedProvider.Outcome {
    .success(ListingBody.of(ids, price: price))
  }

  private func save(_ ids: [String], age: TimeInterval) throws {
    let listing = try OpenRouterPayload.listing(from: ListingBody.of(ids))
    try cache.save(
      listing, fetched: clock.date - age, lastChanged: clock.date - 2 * age)
  }

  private func ids(_ snapshot: Snapshot) -> [String] { snapshot.catalog.models.map(\.id) }

  private let refused = ProviderError.unreachable("connection refused")

  // MARK: Starting

  @Test
  func `core models are there before anything is read`() async {
    let snapshot = await registry(nil).snapshot
    #expect(ids(snapshot) == ["gpt-x"])
    #expect(snapshot.freshness == .coreOnly)
    #expect(snapshot.nextRefresh == nil)
    #expect(!snapshot.isRefreshing)
  }

  @Test(arguments: [(60.0, true), (3599, true), (3600, false), (100_000, false)])
  func `a cache is fresh until it is an interval old`(age: Double, isFresh: Bool) async throws {
    try save(["a/b"], age: age)
    let registry = registry(nil, cache: cache)
    await registry.load()
    let snapshot = await registry.snapshot
    #expect(ids(snapshot) == ["gpt-x", "a/b"])
    let date = clock.date - age
    #expect(snapshot.freshness == (isFresh ? .cached(date) : .stale(date)))
    #expect(snapshot.lastChanged == clock.date - 2 * age)
    #expect(snapshot.lastChange == nil)
  }

  @Test
  func `a broken cache is none`() async throws {
    try Data("{\"data\":[{".utf8).write(to: directory.url("openrouter_models.json"))
    let registry = registry(nil, cache: cache)
    await registry.load()
    #expect(await registry.snapshot.freshness == .coreOnly)
  }

  @Test
  func `a cache from the future is shown, and believed stale`() async throws {
    try save(["a/b"], age: -86_400)
    let registry = registry(nil, cache: cache)
    await registry.load()
    #expect(await registry.snapshot.freshness == .stale(clock.date))
  }

  @Test
  func `the cache is read once`() async throws {
    try save(["a/b"], age: 60)
    let registry = registry(nil, cache: cache)
    await registry.load()
    try save(["a/other"], age: 60)
    await registry.load()
    #expect(await ids(registry.snapshot) == ["gpt-x", "a/b"])
  }

  @Test
  func `offline nothing is asked and nothing planned`() async throws {
    try save(["a/b"], age: 60)
    let registry = registry(nil, cache: cache)
    let running = Task { await registry.run() }
    #expect(await registry.refresh() == .failure(.refused(.offline)))
    // It sleeps only until what it shows is stale.
    #expect(await clock.nextWake() == .seconds(3540))
    clock.advance(by: .seconds(3540))
    let snapshot = try await registry.snapshot { $0.freshness != .cached(clock.date - 3600) }
    #expect(snapshot.freshness == .stale(clock.date - 3600))
    #expect(snapshot.nextRefresh == nil)
    #expect(snapshot.failure == nil)
    running.cancel()
    await running.value
  }

  // MARK: Refreshing

  @Test
  func `the first listing adds to the core`() async throws {
    let registry = registry(ScriptedProvider([body(["a/b", "a/c"])]), cache: cache)
    let outcome = try await registry.refresh().get()
    let snapshot = await registry.snapshot
    #expect(ids(snapshot) == ["gpt-x", "a/b", "a/c"])
    #expect(snapshot.freshness == .live(clock.date))
    guard case .changed(let changes) = outcome else {
      Issue.record("nothing changed")
      return
    }
    #expect(changes.added.map(\.id) == ["a/b", "a/c"])
    #expect(snapshot.lastChange == .init(changes: changes, date: clock.date))
    #expect(snapshot.lastChanged == clock.date)
    #expect(cache.load()?.listing.models.count == 2)
    #expect(cache.load()?.fetched == clock.date)
  }

  @Test
  func `observers get what changed`() async throws {
    let changed = ListingBody.of([
      .init("a/b", price: "0.000002"), .init("a/d"), .init("a/e"),
    ])
    let provider = ScriptedProvider([body(["a/b", "a/c", "a/d"]), .success(changed)])
    let registry = registry(provider)
    await registry.refresh()
    clock.advance(by: .seconds(10))
    guard case .success(.changed(let changes)) = await registry.refresh() else {
      Issue.record("nothing changed")
      return
    }
    #expect(changes.added.map(\.id) == ["a/e"])
    #expect(changes.removed.map(\.id) == ["a/c"])
    #expect(changes.changed.map(\.id) == ["a/b"])
  }

  @Test
  func `another order alone is news about age`() async throws {
    let registry = registry(
      ScriptedProvider([body(["a/b", "a/c"]), body(["a/c", "a/b"])]), cache: cache)
    await registry.refresh()
    let before = await registry.snapshot
    clock.advance(by: .seconds(100))
    #expect(await registry.refresh() == .success(.unchanged))
    var expected = before
    expected.freshness = .live(clock.date)
    expected.received = clock.date
    expected.published = clock.date
    #expect(await registry.snapshot == expected)
    #expect(cache.load()?.fetched == clock.date)
    #expect(cache.load()?.lastChanged == before.lastChanged)
  }

  @Test
  func `a failure removes no model and makes nothing younger`() async throws {
    let registry = registry(
      ScriptedProvider([body(["a/b"]), .failure(refused), .failure(refused), body(["a/b"])]),
      cache: cache)
    await registry.refresh()
    let fetched = clock.date
    for attempts in 1...2 {
      clock.advance(by: .seconds(3000))
      #expect(await registry.refresh() == .failure(refused))
      let snapshot = await registry.snapshot
      #expect(ids(snapshot) == ["gpt-x", "a/b"])
      #expect(snapshot.freshness == (attempts == 1 ? .live(fetched) : .stale(fetched)))
      #expect(snapshot.failure == .init(error: refused, date: clock.date, attempts: attempts))
      #expect(!snapshot.isRefreshing)
    }
    #expect(cache.load()?.fetched == fetched)
    await registry.refresh()
    #expect(await registry.snapshot.failure == nil)
    #expect(await registry.snapshot.freshness == .live(clock.date))
  }

  @Test
  func `a failure is noted with the next try, though nothing is planned here`() async throws {
    let error = ProviderError.rejected(status: 429, message: nil, retryAfter: .seconds(120))
    let registry = registry(ScriptedProvider([.failure(error)]), cache: cache)
    await registry.refresh()
    #expect(await registry.snapshot.nextRefresh == nil)
    #expect(cache.failure()?.nextRefresh == clock.date + 120)
  }

  @Test
  func `who comes next counts the failures on, for an hour`() async throws {
    func wait(after outcome: ScriptedProvider.Outcome) async -> TimeInterval? {
      await registry(ScriptedProvider([outcome]), cache: cache).refresh()
      return cache.failure().flatMap { $0.nextRefresh?.timeIntervalSince($0.date) }
    }
    for expected in [2.0, 4, 8] {
      #expect(await wait(after: .failure(refused)) == expected)
      clock.advance(by: .seconds(3599))
    }
    clock.advance(by: .seconds(1))
    #expect(await wait(after: .failure(refused)) == 2)
    #expect(await wait(after: .failure(refused)) == 4)
    #expect(await wait(after: body(["a/b"])) == nil)
    #expect(await wait(after: .failure(refused)) == 2)
    clock.setDate(clock.date - 60)
    #expect(await wait(after: .failure(refused)) == 2)
  }

  @Test(arguments: [
    (Data("<html>".utf8), ProviderError.malformed("it is a web page")),
    (ListingBody.of([String]()), .refused(.empty)),
    (
      ListingBody.ofJSON(["null", "{}"]),
      .malformed("none of its rows can be read: null where an object belongs")
    ),
    (ListingBody.of(["a/m"]), .refused(.shrunken(known: 3, kept: 0, seen: 1, needed: 3))),
  ])
  func `a useless answer loses nothing`(answer: Data, error: ProviderError) async throws {
    try save(["a/b", "a/c", "a/d"], age: 60)
    let registry = registry(ScriptedProvider([.success(answer)]), cache: cache)
    #expect(await registry.refresh() == .failure(error))
    #expect(await ids(registry.snapshot) == ["gpt-x", "a/b", "a/c", "a/d"])
    #expect(await registry.snapshot.freshness == .cached(clock.date - 60))
    #expect(cache.load()?.listing.models.count == 3)
  }

  @Test
  func `bad rows are counted`() async throws {
    let rows = ListingBody.ofJSON([ListingBody.Row("a/b").json, "5", "{}"])
    let registry = registry(ScriptedProvider([.success(rows)]), cache: cache)
    await registry.refresh()
    #expect(await registry.snapshot.omissions.unreadableRows == 2)
    let another = self.registry(nil, cache: cache)
    await another.load()
    #expect(await another.snapshot.omissions.unreadableRows == 2)
  }

  @Test
  func `a cache that cannot be written is said so, and the models are there`() async throws {
    try Data().write(to: directory.url("file"))
    let path = directory.path + "/file/cache"
    let registry = registry(
      ScriptedProvider([body(["a/b"])]), cache: CatalogCache(directory: path))
    _ = try await registry.refresh().get()
    let snapshot = await registry.snapshot
    #expect(ids(snapshot) == ["gpt-x", "a/b"])
    #expect(
      snapshot.cacheNotice == "the cache \(path) cannot be written: not a directory")
  }

  @Test
  func `refreshes join, and never ask side by side`() async throws {
    let gate = Gate()
    let provider = ScriptedProvider([body(["a/b"])], held: gate)
    let registry = registry(provider)
    let refreshes = (1...20).map { _ in Task { await registry.refresh() } }
    let snapshot = try await registry.snapshot(where: \.isRefreshing)
    #expect(snapshot.freshness == .coreOnly)
    // Time for the others to come in.
    for _ in 1...100 { _ = await registry.snapshot }
    gate.open()
    for refresh in refreshes { _ = try await refresh.value.get() }
    #expect(provider.mostCallsAtOnce == 1)
    let calls = provider.calls
    await registry.refresh()
    #expect(provider.calls == calls + 1)
  }

  // MARK: Publishing

  @Test
  func `a slow reader gets the newest and skips the rest`() async throws {
    let registry = registry(
      ScriptedProvider([body(["a/b"]), body(["a/c"]), body(["a/c", "a/d"])]))
    var iterator = await registry.snapshots().makeAsyncIterator()
    #expect(await iterator.next()?.freshness == .coreOnly)
    await registry.refresh()
    await registry.refresh()
    await registry.refresh()
    let newest = await registry.snapshot
    #expect(await iterator.next() == newest)
  }

  @Test
  func `a late reader gets the current one at once`() async throws {
    let registry = registry(ScriptedProvider([body(["a/b"])]))
    await registry.refresh()
    var iterator = await registry.snapshots().makeAsyncIterator()
    #expect(await iterator.next() == registry.snapshot)
  }

  @Test
  func `a clock set back makes no negative age`() async throws {
    let registry = registry(ScriptedProvider([body(["a/b"]), .failure(refused)]))
    await registry.refresh()
    clock.setDate(clock.date - 86_400)
    await registry.refresh()
    let snapshot = await registry.snapshot
    #expect(snapshot.freshness == .live(clock.date))
  }

  @Test
  func `what is published later has no earlier date, though the clock be set back`() async throws {
    let registry = registry(ScriptedProvider([body(["a/b"]), body(["a/b", "a/c"])]))
    await registry.refresh()
    let published = await registry.snapshot.published
    clock.setDate(clock.date - 3600)
    await registry.refresh()
    let snapshot = await registry.snapshot
    #expect(ids(snapshot) == ["gpt-x", "a/b", "a/c"])
    #expect(snapshot.published >= published)
  }
}
