import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// A machine that sleeps, and a wall clock that jumps.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct ClockJumpTests {
  private let clock = TestClock()
  private let provider = ScriptedProvider([.success(ListingBody.of(["a/b"]))])

  /// Runs a registry that has just fetched a list.
  private func running(_ body: (ModelRegistry) async throws -> Void) async throws {
    let clock = clock
    let registry = ModelRegistry(
      core: [], provider: provider, cache: nil, clock: clock, now: { clock.date })
    let running = Task { await registry.run() }
    #expect(await clock.nextWake() == .seconds(3600))
    try await body(registry)
    running.cancel()
    await running.value
  }

  /// Sets the wall clock, and tells of it as the kernel does.
  private func jump(by seconds: TimeInterval, _ registry: ModelRegistry) async {
    clock.setDate(clock.date + seconds)
    await registry.send(.clockWasSet)
  }

  @Test func `after a sleep of the machine there is one refresh, not one for each that was missed`()
    async throws
  {
    try await running { registry in
      clock.advance(by: .seconds(8 * 3600))
      let woken = clock.date
      _ = try await registry.snapshot { $0.freshness == .live(woken) }
      #expect(await clock.nextWake() == .seconds(3600))
      #expect(provider.calls == 2)
    }
  }

  @Test func `a clock set forth makes the models as old as it says, and a refresh due`()
    async throws
  {
    try await running { registry in
      let fetched = clock.date
      await jump(by: 5 * 3600, registry)
      #expect(await registry.snapshot.freshness == .stale(fetched))
      #expect(await registry.snapshot.nextRefresh == clock.date + 10)
      #expect(await clock.nextWake() == .seconds(10))
      clock.advance(by: .seconds(10))
      _ = try await registry.snapshot { $0.freshness == .live(clock.date) }
      #expect(await clock.nextWake() == .seconds(3600))
      #expect(provider.calls == 2)
    }
  }

  @Test(arguments: [600.0, -600])
  func `a refresh that is still to come keeps its date`(seconds: Double) async throws {
    try await running { registry in
      clock.advance(by: .seconds(1200))
      let date = await registry.snapshot.nextRefresh
      await jump(by: seconds, registry)
      #expect(await registry.snapshot.nextRefresh == date)
      #expect(await clock.nextWake() == .seconds(2400 - seconds))
    }
  }

  @Test func `a clock set back postpones no refresh, and nothing is of a time to come`()
    async throws
  {
    try await running { registry in
      await jump(by: -5 * 3600, registry)
      let snapshot = await registry.snapshot
      #expect(snapshot.freshness == .live(clock.date))
      #expect(snapshot.nextRefresh == clock.date + 3600)
      #expect(await clock.nextWake() == .seconds(3600))
      let status = snapshot.statusJSON(interval: .seconds(3600), now: clock.date)
      #expect(status["openrouter"]?["cacheAge"] == .integer(0))
    }
  }

  @Test func `a clock that jumps to and fro brings no storm of refreshes`() async throws {
    try await running { registry in
      for _ in 0..<100 {
        await jump(by: 9 * 3600, registry)
        await jump(by: -9 * 3600, registry)
      }
      #expect(provider.calls == 1)
      #expect(await clock.nextWake() == .seconds(10))
      clock.advance(by: .seconds(10))
      _ = try await registry.snapshot { $0.freshness == .live(clock.date) }
      #expect(provider.calls == 2)
    }
  }

  @Test func `while a refresh is under way a jump of the clock asks for no other`() async throws {
    let gate = Gate()
    let provider = ScriptedProvider([.success(ListingBody.of(["a/b"]))], held: gate)
    let clock = clock
    let registry = ModelRegistry(
      core: [], provider: provider, cache: nil, clock: clock, now: { clock.date })
    let running = Task { await registry.run() }
    _ = try await registry.snapshot(where: \.isRefreshing)
    clock.setDate(clock.date + 100_000)
    await registry.send(.clockWasSet)
    gate.open()
    _ = try await registry.snapshot { $0.freshness == .live(clock.date) }
    #expect(await clock.nextWake() == .seconds(3600))
    #expect(provider.calls == 1)
    running.cancel()
    await running.value
  }
}
