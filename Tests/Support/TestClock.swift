package import Foundation
import NIOConcurrencyHelpers

/// A clock that only a test advances.
package final class TestClock: Clock, Sendable {
  package struct Instant: InstantProtocol {
    var offset: Duration

    package func advanced(by duration: Duration) -> Instant {
      Instant(offset: offset + duration)
    }

    package func duration(to other: Instant) -> Duration { other.offset - offset }

    package static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private struct Sleeper {
    var until: Instant
    var continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now = Instant(offset: .zero)
    var wallClock: Date
    var sleepers: [Int: Sleeper] = [:]
    /// Sleeps that were cancelled before they began.
    var cancelled: Set<Int> = []
    var nextSleeper = 0
    var watchers: [CheckedContinuation<Void, Never>] = []
  }

  private let state: NIOLockedValueBox<State>

  /// The initial ``date``.
  package init(date: Date = Date(timeIntervalSince1970: 1_787_000_000)) {
    state = NIOLockedValueBox(State(wallClock: date))
  }

  package var now: Instant { state.withLockedValue { $0.now } }
  package var minimumResolution: Duration { .zero }

  /// The wall clock, which advances together with this one unless a test sets it.
  package var date: Date { state.withLockedValue { $0.wallClock } }

  /// Sets only the wall clock.
  package func setDate(_ date: Date) { state.withLockedValue { $0.wallClock = date } }

  package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let sleeper = state.withLockedValue { state in
      state.nextSleeper += 1
      return state.nextSleeper
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        begin(sleeper, until: deadline, continuation)
      }
    } onCancel: {
      let continuation = state.withLockedValue { state in
        state.cancelled.insert(sleeper)
        return state.sleepers.removeValue(forKey: sleeper)?.continuation
      }
      continuation?.resume(throwing: CancellationError())
    }
  }

  private func begin(
    _ sleeper: Int, until deadline: Instant, _ continuation: CheckedContinuation<Void, any Error>
  ) {
    enum Beginning { case asleep([CheckedContinuation<Void, Never>]), over, cancelled }
    let beginning: Beginning = state.withLockedValue { state in
      if state.cancelled.contains(sleeper) { return .cancelled }
      if deadline <= state.now { return .over }
      state.sleepers[sleeper] = Sleeper(until: deadline, continuation: continuation)
      defer { state.watchers = [] }
      return .asleep(state.watchers)
    }
    switch beginning {
    case .asleep(let watchers): for watcher in watchers { watcher.resume() }
    case .over: continuation.resume()
    case .cancelled: continuation.resume(throwing: CancellationError())
    }
  }

  /// Advances both clocks and wakes the sleepers that are due, the earliest first.
  package func advance(by duration: Duration) {
    let woken = state.withLockedValue { state in
      state.now = state.now.advanced(by: duration)
      let (seconds, attoseconds) = duration.components
      state.wallClock += Double(seconds) + Double(attoseconds) / 1e18
      let due = state.sleepers.filter { $0.value.until <= state.now }
        .sorted { ($0.value.until, $0.key) < ($1.value.until, $1.key) }
      for (sleeper, _) in due { state.sleepers[sleeper] = nil }
      return due.map(\.value.continuation)
    }
    for continuation in woken { continuation.resume() }
  }

  /// The remaining time of the earliest sleeper; waits until there is one.
  package func nextWake() async -> Duration {
    while true {
      await waitForSleeper { !$0.sleepers.isEmpty }
      if let wake = soonest { return wake }
    }
  }

  /// Waits until the remaining time of the earliest sleeper is this.
  package func nextWake(is duration: Duration) async {
    await waitForSleeper { state in
      state.sleepers.values.map(\.until).min() == state.now.advanced(by: duration)
    }
  }

  /// Waits until the condition is met; it is looked at when a sleep begins.
  private func waitForSleeper(until isMet: (State) -> Bool) async {
    while !state.withLockedValue({ isMet($0) }) {
      await withCheckedContinuation { continuation in
        let isOver = state.withLockedValue { state in
          if isMet(state) { return true }
          state.watchers.append(continuation)
          return false
        }
        if isOver { continuation.resume() }
      }
    }
  }

  private var soonest: Duration? {
    state.withLockedValue { state in
      state.sleepers.values.map(\.until).min().map { state.now.duration(to: $0) }
    }
  }

  /// Waits until there is a sleeper, then advances to the time at which the earliest wakes.
  package func advanceToNextWake() async { advance(by: await nextWake()) }
}
