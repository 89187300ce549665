import Foundation
import ModelCatalog

/// A refresh request at the time it was made.
struct RefreshRequest: Equatable {
  let date: Date
  /// Scheduled, so a listing younger than the interval satisfies it, or a failure whose retry is not
  /// due.
  let isDue: Bool
  /// When the listing shown at that time was received.
  let known: Date?
  /// Whether this process has got the lease.
  var hasLease = false
  /// The last failure that any process noted.
  var failure: FailureNote?
  /// When any process last saved a listing.
  var fetched: Date?
}

/// What the files of a shared cache show of the other processes.
struct SharedState: Equatable, Sendable {
  /// When the saved listing was fetched.
  var fetched: Date?
  var failure: FailureNote?
}

/// Coordination with processes that share the cache: one holds the lease and fetches, the others
/// load its result.
extension RefreshMachine {
  static let longestLease = Duration.seconds(CacheLock.longest)

  /// Dates in notes are rounded to milliseconds.
  private static let rounding: TimeInterval = 0.002

  func isLater(_ fetched: Date, than known: Date?) -> Bool {
    known.map { fetched.timeIntervalSince($0) > Self.rounding } ?? true
  }

  /// Whether the process that holds the lease must have been stopped.
  func hasWaitedTooLong(_ now: Date) -> Bool {
    guard let request else { return true }
    return abs(now.timeIntervalSince(request.date)) >= Self.longestLease.timeInterval
  }

  /// Looks for a peer's result that satisfies the request.
  mutating func check(_ state: SharedState, now: Date) -> (actions: [Action], step: Step) {
    request?.failure = state.failure
    request?.fetched = state.fetched
    if let request, let fetched = state.fetched, isLater(fetched, than: request.known) {
      let isYoung = now.timeIntervalSince(fetched) < schedule.interval.timeInterval
      if fetched >= request.date || request.isDue && isYoung { return ([], .loadSharedListing) }
    }
    return answerWithFailure(now)
  }

  /// Ends the request with a peer's listing, if that was newer than what was shown.
  mutating func answer(
    with outcome: RefreshOutcome?, now: Date
  ) -> (actions: [Action], step: Step) {
    guard let outcome = outcome ?? outcomeSinceRequest else { return answerWithFailure(now) }
    return (publish(now) { $0.isRefreshing = false }, end(.success(outcome)))
  }

  /// What was loaded when the peer saved it, before the request could.
  private var outcomeSinceRequest: RefreshOutcome? {
    guard let request, let shown = snapshot.received, isLater(shown, than: request.known)
    else { return nil }
    let change = snapshot.lastChange.flatMap { $0.date == shown ? $0.changes : nil }
    return change.map(RefreshOutcome.changed) ?? .unchanged
  }

  /// Ends the request with a peer's failure, if there is one that satisfies it; else fetches.
  private mutating func answerWithFailure(_ now: Date) -> (actions: [Action], step: Step) {
    // A note from the future was written before the clock was set back.
    if let request, let failure = request.failure, !isOwn(failure),
      failure.date.timeIntervalSince(now) < Self.rounding
    {
      let next = failure.nextTry(after: now)
      if failure.date > request.date || request.isDue && next != nil {
        return applyShared(failure, next: next, now: now)
      }
    }
    return proceed(now)
  }

  /// Applies a peer's failure, with the same time of retry.
  private mutating func applyShared(_ note: FailureNote, next: Date?, now: Date) -> (
    actions: [Action], step: Step
  ) {
    let error = ProviderError.elsewhere(note.summary)
    schedule.resume(failures: note.attempts)
    let wait = next.map { Duration.seconds($0.timeIntervalSince(now)) } ?? schedule.interval
    let actions = plan(after: wait, now: now) {
      $0.failure = Snapshot.Failure(error: error, date: note.date, attempts: note.attempts)
      $0.isRefreshing = false
    }
    return (actions, end(.failure(error)))
  }

  /// Applies a listing that another process saved.
  mutating func applyShared(_ listing: ReceivedListing, now: Date) -> [Action] {
    known = listing.ids
    ownFailure = nil
    let rest = schedule.succeeded() - .seconds(now.timeIntervalSince(listing.fetched))
    return plan(after: snapshot.isOffline ? nil : max(rest, .zero), now: now) {
      listing.apply(to: &$0)
      $0.freshness = .cached(listing.dated)
      $0.failure = nil
      $0.cacheNotice = nil
    }
  }

  private func isOwn(_ note: FailureNote) -> Bool {
    ownFailure.map { abs($0.date.timeIntervalSince(note.date)) < Self.rounding } ?? false
  }
}
