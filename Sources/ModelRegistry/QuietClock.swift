import Dispatch
import Synchronization

/// A continuous clock whose sleeps wake the process once, at their end.
///
/// While anything sleeps on one of the runtime's own clocks, Swift 6.3 on Linux wakes the process
/// every second; a browser that waits an hour for its next refresh should not.
package struct QuietClock: Clock {
  package typealias Instant = ContinuousClock.Instant

  private let time = ContinuousClock()

  package init() {}

  package var now: Instant { time.now }
  package var minimumResolution: Duration { time.minimumResolution }

  package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    let (seconds, attoseconds) = now.duration(to: deadline).components
    guard seconds >= 0, attoseconds >= 0 else { return }
    let sleeper = Sleeper()
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        sleeper.begin(continuation)
        let end =
          DispatchTime.now() + .seconds(Int(seconds))
          + .nanoseconds(Int(attoseconds / 1_000_000_000))
        DispatchQueue.global().asyncAfter(deadline: end) { sleeper.end(with: .success(())) }
      }
    } onCancel: {
      sleeper.end(with: .failure(CancellationError()))
    }
  }

  /// Wakes whoever sleeps, once: at the end or at a cancellation, whichever is first.
  private final class Sleeper: Sendable {
    private enum State {
      case awake
      case asleep(CheckedContinuation<Void, any Error>)
      case over(Result<Void, any Error>)
    }

    /// The timer's queue and whoever cancels both end it, perhaps before it has begun.
    private let state = Mutex(State.awake)

    func begin(_ continuation: CheckedContinuation<Void, any Error>) {
      let early = state.withLock { state -> Result<Void, any Error>? in
        if case .over(let result) = state { return result }
        state = .asleep(continuation)
        return nil
      }
      if let early { continuation.resume(with: early) }
    }

    func end(with result: Result<Void, any Error>) {
      let waiting = state.withLock { state -> CheckedContinuation<Void, any Error>? in
        switch state {
        case .awake:
          state = .over(result)
          return nil
        case .asleep(let continuation):
          state = .over(result)
          return continuation
        case .over: return nil
        }
      }
      waiting?.resume(with: result)
    }
  }
}
