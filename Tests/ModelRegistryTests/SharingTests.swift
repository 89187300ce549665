import Foundation
import GRDB
import ModelCatalog
import NIOConcurrencyHelpers
import Support
import Testing

@testable import ModelRegistry

/// Registries as in processes of their own: they have nothing in common but a cache directory.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct SharingTests {
  private let clock = TestClock()
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// Leases are dated by the test's clock too: a test that a busy machine delays for a minute would
  /// find them over.
  private var cache: CatalogCache {
    let clock = clock
    return CatalogCache(directory: directory.path, now: { clock.date })
  }

  private func registry(_ provider: (any ModelProvider)?) -> ModelRegistry {
    let clock = clock
    return ModelRegistry(
      core: [], provider: provider, cache: cache, clock: clock, now: { clock.date },
      random: { $0.upperBound })
  }

  private func save(_ ids: [String], age: TimeInterval = 0) throws {
    let listing = try OpenRouterPayload.listing(from: ListingBody.of(ids))
    try cache.save(listing, fetched: clock.date - age, lastChanged: nil)
  }

  private func ids(_ snapshot: Snapshot) -> [String] { snapshot.catalog.models.map(\.id) }

  private func first(
    of registry: ModelRegistry, where isMeant: (Snapshot) -> Bool
  ) async throws -> Snapshot {
    for await snapshot in await registry.snapshots() where isMeant(snapshot) { return snapshot }
    throw CancellationError()
  }

  @Test
  func `of a dozen that share a cache one asks, and the others take up its answer`() async throws {
    let gate = Gate()
    let provider = ScriptedProvider([.success(ListingBody.of(["a/b", "a/c"]))], held: gate)
    let registries = (0..<12).map { _ in registry(provider) }
    let results = Task {
      await withTaskGroup(of: ModelRegistry.RefreshResult.self) { group in
        for registry in registries { group.addTask { await registry.refresh() } }
        return await group.reduce(into: []) { $0.append($1) }
      }
    }
    gate.open()
    for result in await results.value { _ = try result.get() }
    #expect(provider.calls == 1)
    for registry in registries { #expect(ids(await registry.snapshot) == ["a/b", "a/c"]) }
  }

  @Test
  func `what another process saves is taken up without a question`() async throws {
    try save(["a/b"], age: 60)
    let provider = ScriptedProvider([.success(ListingBody.of(["a/b"]))])
    let registry = registry(provider)
    let running = Task { await registry.run() }
    defer { running.cancel() }
    _ = try await first(of: registry) { ids($0) == ["a/b"] && $0.nextRefresh != nil }
    try save(["a/b", "a/c"])
    let snapshot = try await first(of: registry) { ids($0) == ["a/b", "a/c"] }
    #expect(snapshot.freshness == .cached(clock.date))
    #expect(snapshot.lastChange?.changes.added.map(\.id) == ["a/c"])
    #expect(snapshot.nextRefresh == clock.date + 3600)
    #expect(provider.calls == 0)
  }

  @Test
  func `an older listing than what is shown is not taken up`() async throws {
    let provider = ScriptedProvider([.success(ListingBody.of(["a/new"]))])
    let registry = registry(provider)
    await registry.refresh()
    try save(["a/old"], age: 60)
    let again = await registry.refresh()
    #expect(try again.get() == .unchanged)
    #expect(ids(await registry.snapshot) == ["a/new"])
    #expect(provider.calls == 2)
  }

  @Test
  func `a process that waits for one that dies gets its turn`() async throws {
    let provider = ScriptedProvider([.success(ListingBody.of(["a/b"]))])
    let registry = registry(provider)
    var lock: CacheLock?
    if case .held(let held) = cache.lock() { lock = held }
    #expect(lock != nil)
    let refresh = Task { await registry.refresh() }
    // It looks again after a second: then it has found the lock taken.
    #expect(await clock.nextWake() == .seconds(1))
    #expect(provider.calls == 0)
    lock = nil
    #expect(try await refresh.value.get() != .unchanged)
    #expect(provider.calls == 1)
  }

  @Test
  func `a failure is met by one, and waited for by all`() async throws {
    try save(["a/b"], age: 4000)
    let provider = ScriptedProvider([.failure(.unreachable("connection refused"))])
    await registry(provider).refresh()
    let other = registry(provider)
    let running = Task { await other.run() }
    defer { running.cancel() }
    let snapshot = try await first(of: other) { $0.failure != nil }
    #expect(
      snapshot.failure?.error.summary == "OpenRouter cannot be reached: connection refused")
    #expect(ids(snapshot) == ["a/b"])
    let planned = try await first(of: other) { $0.nextRefresh != nil }
    #expect(planned.nextRefresh == clock.date + 2)
    #expect(provider.calls == 1)
  }

  @Test
  func `a person who asks is answered by upstream, whatever failed before`() async throws {
    let provider = ScriptedProvider([
      .failure(.unreachable("connection refused")), .success(ListingBody.of(["a/b"])),
    ])
    await registry(provider).refresh()
    clock.advance(by: .seconds(1))
    let result = await registry(provider).refresh()
    #expect(try result.get() != .unchanged)
    #expect(provider.calls == 2)
  }

  @Test
  func `what was taken up while the turn was waited for is not asked for again`() async throws {
    let provider = ScriptedProvider([.success(ListingBody.of(["a/b"]))])
    let registries = (0..<8).map { _ in registry(provider) }
    var lock: CacheLock?
    if case .held(let held) = cache.lock() { lock = held }
    #expect(lock != nil)
    let running = registries.map { registry in Task { await registry.run() } }
    defer { for task in running { task.cancel() } }
    for registry in registries { _ = try await first(of: registry) { $0.isRefreshing } }
    try save(["a/b"])
    lock = nil
    for registry in registries {
      _ = try await first(of: registry) { ids($0) == ["a/b"] && !$0.isRefreshing }
    }
    #expect(provider.calls == 0)
  }

  @Test
  func `a process that has the turn and is stopped does not delay the others for ever`()
    async throws
  {
    let provider = ScriptedProvider([.success(ListingBody.of(["a/b"]))])
    let registry = registry(provider)
    guard case .held(let lock) = cache.lock() else {
      Issue.record("nobody else has the turn")
      return
    }
    let clock = clock
    let start = clock.date
    let isOver = NIOLockedValueBox(false)
    let refresh = Task {
      let result = await registry.refresh()
      isOver.withLockedValue { $0 = true }
      // Its end is a sleep too, so that waiting for a sleeper is waiting for either.
      try? await clock.sleep(until: clock.now.advanced(by: .seconds(86_400)), tolerance: nil)
      return result
    }
    let lease = RefreshMachine.longestLease.timeInterval
    // It may be looking elsewhere when the lease is over, and then sleeps once more.
    while clock.date.timeIntervalSince(start) < lease + 10 {
      let wait = await clock.nextWake()
      if isOver.withLockedValue(\.self) { break }
      if clock.date.timeIntervalSince(start) < lease { #expect(provider.calls == 0) }
      clock.advance(by: wait)
    }
    try #require(isOver.withLockedValue { $0 })
    #expect(clock.date.timeIntervalSince(start) >= lease)
    refresh.cancel()
    #expect(try await refresh.value.get() != .unchanged)
    #expect(provider.calls == 1)
    withExtendedLifetime(lock) {}
  }

  @Test
  func `a failure of a time to come answers nobody`() async throws {
    cache.note(
      FailureNote(
        summary: "the clock was set back since", date: clock.date + 7200,
        nextRefresh: clock.date + 7202))
    let provider = ScriptedProvider([.success(ListingBody.of(["a/b"]))])
    let result = await registry(provider).refresh()
    #expect(try result.get() != .unchanged)
    #expect(provider.calls == 1)
  }

  @Test(arguments: [true, false])
  func `a cache directory that was removed and created again is followed on`(isMoved: Bool)
    async throws
  {
    try save(["a/b"], age: 60)
    let registry = registry(ScriptedProvider([.failure(.unreachable("nobody asks"))]))
    let running = Task { await registry.run() }
    _ = try await first(of: registry) { ids($0) == ["a/b"] && $0.nextRefresh != nil }
    if isMoved {
      rename(directory.path, directory.path + ".away")
    } else {
      try FileManager.default.removeItem(atPath: directory.path)
    }
    // Until it is watched again, which is when it is there again, what is saved might go unseen.
    while !FileManager.default.fileExists(atPath: directory.path) { await Task.yield() }
    clock.advance(by: .seconds(1))
    try save(["a/b", "a/c"])
    _ = try await first(of: registry) { ids($0) == ["a/b", "a/c"] }
    running.cancel()
    await running.value
    try? FileManager.default.removeItem(atPath: directory.path + ".away")
  }

  @Test
  func `others hear of a listing when the history has it`() async throws {
    let clock = clock
    let history = CatalogHistory(directory: directory.path, now: { clock.date })
    let observations = NIOLockedValueBox<Int?>(nil)
    // The time is asked for when the saving begins.
    let cache = CatalogCache(directory: directory.path) {
      let file = try? DatabaseQueue(path: history.path)
      let count = try? file?.read { database in
        try Int.fetchOne(database, sql: "SELECT count(*) FROM observation")
      }
      observations.withLockedValue { $0 = count ?? nil }
      return clock.date
    }
    let registry = ModelRegistry(
      core: [], provider: ScriptedProvider([.success(ListingBody.of(["a/b"]))]), cache: cache,
      history: history, clock: clock, now: { clock.date })
    await registry.refresh()
    #expect(observations.withLockedValue(\.self) == 1)
  }

  @Test
  func `where no lock can be made everyone has the turn`() throws {
    let file = directory.path + "/file"
    try Data().write(to: URL(filePath: file))
    let cache = CatalogCache(directory: file)
    for _ in 0..<2 {
      guard case .held = cache.lock() else {
        Issue.record("there is nobody to wait for")
        return
      }
    }
  }
}
