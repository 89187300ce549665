import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// `run()` under a test clock: what is asked when.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct RegistryRunTests {
  private let clock = TestClock()
  private let directory: TemporaryDirectory
  private let refused = ProviderError.unreachable("connection refused")

  init() throws { directory = try TemporaryDirectory() }

  private var cache: CatalogCache { CatalogCache(directory: directory.path) }

  /// Runs a registry while `body` moves the clock.
  private func running(
    _ provider: ScriptedProvider, cache: CatalogCache? = nil,
    _ body: (ModelRegistry) async throws -> Void
  ) async throws {
    let clock = clock
    let registry = ModelRegistry(
      core: [], provider: provider, cache: cache, clock: clock, now: { clock.date },
      random: { $0.upperBound })
    let running = Task { await registry.run() }
    try await body(registry)
    running.cancel()
    await running.value
    #expect(await registry.snapshot.nextRefresh == nil)
  }

  private func body(_ ids: [String]) -> ScriptedProvider.Outcome { .success(ListingBody.of(ids)) }

  private func save(_ ids: [String], age: TimeInterval) throws {
    let listing = try OpenRouterPayload.listing(from: ListingBody.of(ids))
    try cache.save(listing, fetched: clock.date - age, lastChanged: nil)
  }

  @Test
  func `without a cache it asks at once, then every interval`() async throws {
    let provider = ScriptedProvider([body(["a/b"])])
    try await running(provider) { registry in
      for round in 1...3 {
        #expect(await clock.nextWake() == .seconds(3600))
        #expect(provider.calls == round)
        let snapshot = await registry.snapshot
        #expect(snapshot.freshness == .live(clock.date))
        #expect(snapshot.nextRefresh == clock.date + 3600)
        clock.advance(by: .seconds(3600))
        _ = try await registry.snapshot { $0.freshness == .live(clock.date) }
      }
    }
  }

  @Test
  func `a fresh cache is not asked for before it is an interval old`() async throws {
    try save(["a/b"], age: 1000)
    let provider = ScriptedProvider([body(["a/b"])])
    try await running(provider, cache: cache) { registry in
      #expect(await clock.nextWake() == .seconds(2600))
      #expect(provider.calls == 0)
      #expect(await registry.snapshot.nextRefresh == clock.date + 2600)
      clock.advance(by: .seconds(2600))
      _ = try await registry.snapshot { $0.freshness == .live(clock.date) }
      #expect(provider.calls == 1)
    }
  }

  @Test(arguments: [3600.0, 90_000, -90_000])
  func `a stale cache, or one from the future, is asked for at once`(age: Double) async throws {
    try save(["a/b"], age: age)
    let provider = ScriptedProvider([body(["a/b"])])
    try await running(provider, cache: cache) { registry in
      #expect(await clock.nextWake() == .seconds(3600))
      #expect(provider.calls == 1)
      #expect(await registry.snapshot.freshness == .live(clock.date))
    }
  }

  @Test
  func `failures back off, and a success starts over`() async throws {
    let provider = ScriptedProvider([
      .failure(refused), .failure(refused), .failure(refused), body(["a/b"]),
      .failure(refused), body(["a/b"]),
    ])
    try await running(provider) { registry in
      for (index, wait) in [2, 4, 8, 3600, 2, 3600].enumerated() {
        #expect(await clock.nextWake() == .seconds(wait))
        #expect(provider.calls == index + 1)
        let snapshot = await registry.snapshot
        #expect(snapshot.nextRefresh == clock.date + Double(wait))
        clock.advance(by: .seconds(wait))
        _ = try await registry.snapshot { $0.nextRefresh.map { $0 > clock.date } ?? false }
      }
    }
  }

  @Test
  func `Retry-After is obeyed`() async throws {
    let busy = ProviderError.rejected(status: 429, message: nil, retryAfter: .seconds(500))
    let provider = ScriptedProvider([.failure(busy), body(["a/b"])])
    try await running(provider) { _ in
      #expect(await clock.nextWake() == .seconds(500))
      #expect(provider.calls == 1)
    }
  }

  @Test
  func `what a refresh brings is published with the next one's time, at once`() async throws {
    let gate = Gate()
    let provider = ScriptedProvider([.failure(refused), body(["a/b"])], held: gate)
    try await running(provider) { registry in
      // A reader that waits gets every snapshot, one after the other.
      var seen: [Snapshot] = []
      let snapshots = await registry.snapshots()
      let reading = Task {
        for await snapshot in snapshots {
          seen.append(snapshot)
          if snapshot.freshness == .live(clock.date) { break }
        }
        return seen
      }
      _ = try await registry.snapshot(where: \.isRefreshing)
      // Time for the reader to come round.
      for _ in 1...100 { _ = await registry.snapshot }
      gate.open()
      clock.advance(by: await clock.nextWake())
      let results = await reading.value.filter { $0.failure != nil || $0.freshness != .coreOnly }
      #expect(results.allSatisfy { $0.isRefreshing || $0.nextRefresh != nil })
    }
  }

  @Test
  func `what is shown becomes stale by age, before the next refresh is due`() async throws {
    let busy = ProviderError.rejected(status: 503, message: nil, retryAfter: .seconds(3600))
    let provider = ScriptedProvider([body(["a/b"]), .failure(busy)])
    try await running(provider) { registry in
      _ = await clock.nextWake()
      let fetched = clock.date
      clock.advance(by: .seconds(1000))
      await registry.refresh()
      #expect(await registry.snapshot.freshness == .live(fetched))
      #expect(await clock.nextWake() == .seconds(2600))
      clock.advance(by: .seconds(2600))
      let snapshot = try await registry.snapshot { $0.freshness == .stale(fetched) }
      #expect(snapshot.nextRefresh == clock.date + 1000)
      #expect(await clock.nextWake() == .seconds(1000))
      #expect(provider.calls == 2)
    }
  }

  @Test
  func `a refresh pressed between replans the next one`() async throws {
    let provider = ScriptedProvider([body(["a/b"])])
    try await running(provider) { registry in
      _ = await clock.nextWake()
      clock.advance(by: .seconds(3000))
      await registry.refresh()
      #expect(await registry.snapshot.nextRefresh == clock.date + 3600)
      #expect(await clock.nextWake() == .seconds(3600))
      clock.advance(by: .seconds(600))
      #expect(await clock.nextWake() == .seconds(3000))
      #expect(provider.calls == 2)
    }
  }

  @Test
  func `a list that shrank is believed after three in a row`() async throws {
    let provider = ScriptedProvider([body(ListingBody.ids(10)), body(ListingBody.ids(2))])
    try await running(provider) { registry in
      _ = await clock.nextWake()
      for seen in 1...2 {
        clock.advance(by: await clock.nextWake())
        let refusal = ProviderError.refused(
          .shrunken(known: 10, kept: 2, seen: seen, needed: 3))
        let snapshot = try await registry.snapshot { $0.failure?.error == refusal }
        #expect(snapshot.catalog.models.count == 10)
        #expect(await clock.nextWake() == .seconds(3600))
        // Pressed early, it does not count twice.
        #expect(await registry.refresh() == .failure(refusal))
        #expect(await clock.nextWake() == .seconds(3600))
      }
      clock.advance(by: await clock.nextWake())
      let snapshot = try await registry.snapshot { $0.catalog.models.count == 2 }
      #expect(snapshot.failure == nil)
      #expect(snapshot.lastChange?.changes.removed.count == 8)
    }
  }

  @Test
  func `a clock set back postpones no refresh`() async throws {
    let provider = ScriptedProvider([body(["a/b"])])
    try await running(provider) { registry in
      _ = await clock.nextWake()
      clock.setDate(clock.date - 1_000_000)
      clock.advance(by: .seconds(3600))
      _ = try await registry.snapshot { $0.freshness == .live(clock.date) }
      #expect(await clock.nextWake() == .seconds(3600))
      #expect(provider.calls == 2)
    }
  }

  @Test
  func `cancelling ends it while it sleeps and while it asks`() async throws {
    try await running(ScriptedProvider([body(["a/b"])])) { _ in _ = await clock.nextWake() }
    try await SimulatedOpenRouter.serving(
      otherwise: .listing(["a/b"]).ending(.silence(after: 3))
    ) { server in
      let provider = OpenRouterProvider(
        upstream: try Upstream(server.address), userAgent: "modeldex/test")
      let registry = ModelRegistry(core: [], provider: provider, cache: nil, clock: clock)
      let running = Task { await registry.run() }
      await server.received(1)
      running.cancel()
      await running.value
      let snapshot = await registry.snapshot
      #expect(snapshot.failure == nil)
      #expect(!snapshot.isRefreshing)
    }
  }

  @Test
  func `settings make a registry that fetches, saves and starts from what it saved`() async throws {
    try await SimulatedOpenRouter.serving(.listing(["a/b", "a/c"])) { server in
      var settings = RegistrySettings(
        upstream: try Upstream(server.address), cacheDirectory: directory.path,
        userAgent: "modeldex/test")
      _ = try await ModelRegistry(core: [], settings: settings).refresh().get()
      settings.isOffline = true
      let offline = ModelRegistry(core: [], settings: settings)
      await offline.load()
      #expect(await offline.snapshot.catalog.models.map(\.id) == ["a/b", "a/c"])
      #expect(await offline.refresh() == .failure(.refused(.offline)))
      settings.upstream = .openRouter
      let other = ModelRegistry(core: [], settings: settings)
      await other.load()
      #expect(await other.snapshot.freshness == .coreOnly)
    }
  }

  @Test
  func `a file is read even offline, and not cached`() async throws {
    try ListingBody.of(["a/b"]).write(to: directory.url("saved.json"))
    let registry = ModelRegistry(
      core: [],
      settings: RegistrySettings(
        upstream: try Upstream(directory.path + "/saved.json"),
        cacheDirectory: directory.path + "/cache", isOffline: true, userAgent: "test"))
    _ = try await registry.refresh().get()
    #expect(await registry.snapshot.catalog.models.map(\.id) == ["a/b"])
    #expect(!FileManager.default.fileExists(atPath: directory.path + "/cache"))
  }
}
