import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// Upstream is asked no more often than it allows, by all programs together.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct PatienceTests {
  private typealias Machine = RefreshMachine

  private static let start = Date(timeIntervalSince1970: 1_790_000_000)
  private static let busy = ProviderError.rejected(
    status: 429, message: "slow down", retryAfter: .seconds(3600))

  private static func machine(isShared: Bool = false, floor: Duration = .zero) -> Machine {
    Machine(
      snapshot: Snapshot(catalog: .empty, published: start), interval: .seconds(3600),
      isShared: isShared, floor: floor)
  }

  private static func waiting(_ seconds: Int) -> ProviderError {
    .refused(.waiting(.seconds(seconds), reason: busy.summary))
  }

  @Test(arguments: [(1.0, 3599), (1800, 1800), (3599, 1)])
  func `a Retry-After holds for requested refreshes too`(after: Double, left: Int) {
    var machine = Self.machine()
    _ = machine.receive(.refreshRequested(isDue: false), now: Self.start)
    _ = machine.receive(.fetchFailed(Self.busy, jitter: 0), now: Self.start)
    let tally = machine.tally
    let (_, step) = machine.receive(.refreshRequested(isDue: false), now: Self.start + after)
    #expect(step == .end(.failure(Self.waiting(left)), nil))
    #expect(!machine.snapshot.isRefreshing)
    #expect(machine.snapshot.failure?.error == Self.busy)
    // Upstream was not asked.
    #expect(machine.tally == tally)
  }

  @Test func `when the Retry-After is over, upstream is asked`() {
    var machine = Self.machine()
    _ = machine.receive(.refreshRequested(isDue: false), now: Self.start)
    _ = machine.receive(.fetchFailed(Self.busy, jitter: 0), now: Self.start)
    let step = machine.receive(.refreshRequested(isDue: false), now: Self.start + 3600).step
    #expect(step == .fetch)
  }

  @Test func `a refresh that is refused leaves the plan at the end of the Retry-After`() {
    var machine = Self.machine()
    _ = machine.receive(.runStarted, now: Self.start)
    _ = machine.receive(.refreshRequested(isDue: true), now: Self.start)
    _ = machine.receive(.fetchFailed(Self.busy, jitter: 0), now: Self.start)
    _ = machine.receive(.refreshRequested(isDue: false), now: Self.start + 600)
    #expect(machine.snapshot.nextRefresh == Self.start + 3600)
    #expect(machine.loopStep(Self.start + 600) == .sleep(.seconds(3000)))
  }

  @Test(
    arguments: [
      // A note of another process, in seconds from the request: written, and asking for patience until.
      (-10.0, 50.0, 50), (-10, 3000, 3000), (-3000, 50, 50),
      // However long a file asks for, an hour after the failure it is over.
      (-10, 1e9, 3590), (-3600, 1e9, nil),
      // Over, and written before the clock was set back.
      (-10, -1, nil), (100, 200, nil),
    ] as [(Double, Double, Int?)])
  func `a Retry-After that another process was given holds`(
    written: Double, until: Double, left: Int?
  ) {
    var machine = Self.machine(isShared: true)
    _ = machine.receive(.refreshRequested(isDue: false), now: Self.start)
    let note = FailureNote(
      summary: Self.busy.summary, date: Self.start + written, nextRefresh: nil,
      notBefore: Self.start + until)
    let (_, step) = machine.receive(
      .sharedStateRead(SharedState(failure: note)), now: Self.start)
    #expect(step == left.map { .end(.failure(Self.waiting($0)), nil) } ?? .acquireLease)
  }

  @Test func `the note of a failure has the Retry-After, also when read back`() throws {
    var machine = Self.machine()
    _ = machine.receive(.refreshRequested(isDue: false), now: Self.start)
    let step = machine.receive(.fetchFailed(Self.busy, jitter: 0), now: Self.start).step
    guard case .end(_, let note?) = step else {
      Issue.record("there is no note")
      return
    }
    #expect(note.notBefore == Self.start + 3600)
    #expect(FailureNote(json: note.json) == note)
  }

  @Test(arguments: [(0.0, 5.0), (1, 4), (4.5, 0.5)])
  func `a question a moment ago makes the next one wait`(ago: Double, pause: Double) {
    var machine = Self.machine(floor: .seconds(5))
    _ = machine.receive(.refreshRequested(isDue: false), now: Self.start)
    _ = machine.receive(
      .fetchFailed(.unreachable("connection refused"), jitter: 0), now: Self.start)
    let step = machine.receive(.refreshRequested(isDue: false), now: Self.start + ago).step
    #expect(step == .pause(.seconds(pause)))
    #expect(machine.receive(.paused, now: Self.start + 5).step == .fetch)
  }

  @Test(arguments: [
    SharedState(fetched: start - 2),
    SharedState(failure: .init(summary: "x", date: start - 2, nextRefresh: nil)),
    SharedState(
      fetched: start - 2, failure: .init(summary: "x", date: start - 9, nextRefresh: nil)),
  ])
  func `another process's question counts, also one that has ended`(state: SharedState) {
    var machine = Self.machine(isShared: true, floor: .seconds(5))
    _ = machine.receive(.refreshRequested(isDue: false), now: Self.start)
    let step = machine.receive(.sharedStateRead(state), now: Self.start).step
    #expect(step == .pause(.seconds(3)))
    #expect(machine.receive(.paused, now: Self.start + 3).step == .readSharedState)
    #expect(machine.receive(.sharedStateRead(state), now: Self.start + 3).step == .acquireLease)
  }

  @Test func `thirty requests are one question while upstream asks for patience`()
    async throws
  {
    let directory = try TemporaryDirectory()
    let clock = TestClock()
    func registry(_ provider: ScriptedProvider) -> ModelRegistry {
      ModelRegistry(
        core: [], provider: provider, cache: CatalogCache(directory: directory.path),
        clock: clock, now: { clock.date }, random: { $0.upperBound })
    }
    let provider = ScriptedProvider([.failure(Self.busy), .success(ListingBody.of(["a/one"]))])
    let first = registry(provider)
    #expect(await first.refresh() == .failure(Self.busy))
    for _ in 0..<30 {
      let result = await first.refresh()
      #expect(result == .failure(Self.waiting(3600)))
    }
    // A process that starts now knows it too.
    let restarted = registry(provider)
    #expect(await restarted.refresh() == .failure(Self.waiting(3600)))
    #expect(provider.calls == 1)
    clock.advance(by: .seconds(3601))
    #expect(try await restarted.refresh().get() != .unchanged)
    #expect(provider.calls == 2)
  }

  @Test(arguments: [
    (Duration.seconds(1), "1 s"), (.seconds(119), "119 s"), (.seconds(120), "2 min"),
    (.seconds(3600), "60 min"), (.milliseconds(200), "1 s"),
  ])
  func `the sentence says how long to wait`(wait: Duration, words: String) {
    let error = ProviderError.refused(.waiting(wait, reason: Self.busy.summary))
    #expect(
      error.summary == "OpenRouter answered 429: slow down; it may be asked again in \(words)")
  }

  @Test(arguments: [
    ("https://openrouter.ai/api/v1", 5), ("http://10.0.0.1/api/v1", 5),
    ("http://127.0.0.1:3018/api/v1", 1), ("/tmp/models.json", 0),
  ])
  func `the shortest time between questions depends on whom they go to`(text: String, seconds: Int)
    throws
  {
    #expect(try Upstream(text).floor == .seconds(seconds))
  }
}
