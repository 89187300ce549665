import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// Every fault of upstream with every cache ends as `FaultTable.txt` says.
@Suite(.serialized, .timeLimit(.minutes(Sanitizers.patience)))
struct FaultTests {
  private let key = "sk-or-v1-secret"
  private let core = [Model(id: "core", source: .core, name: "Core", author: "maker")]

  @Test(arguments: Fault.all, CacheState.allCases)
  func `a fault ends as the table says`(fault: Fault, state: CacheState) async throws {
    let directory = try TemporaryDirectory()
    let clock = TestClock()
    try state.prepare(directory, now: clock.date)
    let cache = CatalogCache(directory: directory.path, now: { clock.date })
    try await fault.met(key: key, now: clock.date) { provider in
      let registry = ModelRegistry(
        core: core, provider: provider, cache: cache, clock: clock, now: { clock.date },
        random: { $0.upperBound })
      let running = Task { await registry.run() }
      if state == .fresh {
        // Nothing would be asked for fifty minutes: a person presses the key.
        _ = await clock.nextWake()
        await registry.refresh()
      }
      let snapshot = try await registry.snapshot {
        $0.nextRefresh != nil && ($0.failure != nil || $0.freshness == .live(clock.date))
      }
      running.cancel()
      await running.value

      let line = FaultTable.line(state, snapshot, now: clock.date)
      #expect(line == FaultTable.line(of: fault, state))
      // What the next run will find is what this one shows.
      let shown = snapshot.catalog.models.filter { $0.source == .openRouter }.map(\.id)
      #expect(cache.load()?.listing.models.map(\.id) ?? [] == shown)
      #expect(cache.failure()?.summary == snapshot.failure?.error.summary)
      expectNoKey(in: snapshot, directory)
    }
  }

  @Test
  func `the table has no other lines`() {
    #expect(FaultTable.strangers == [])
  }

  private func expectNoKey(in snapshot: Snapshot, _ directory: TemporaryDirectory) {
    var told = ""
    dump(snapshot, to: &told)
    #expect(!told.contains(key))
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
    for name in names {
      let content = try? Data(contentsOf: directory.url(name))
      #expect(content?.range(of: Data(key.utf8)) == nil, "\(name)")
    }
  }
}
