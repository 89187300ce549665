import Foundation
import ModelCatalog

/// A refresh by this process, and what the cache held before.
extension RefreshMachine {
  /// Whether a date is so far in the future that the clock must have been set back since.
  static func isFromFuture(_ date: Date, now: Date) -> Bool { date.timeIntervalSince(now) > 60 }

  mutating func applyCache(
    _ listing: ReceivedListing?, problem: String?, failure: FailureNote?, now: Date
  ) -> [Action] {
    schedule.resume(failures: failure?.attempts(before: now) ?? 0)
    guard let listing else {
      guard let problem else { return [] }
      return publish(now) { $0.cacheNotice = problem }
    }
    known = listing.ids
    // The age of a response from the future is unknown.
    let isFromFuture = Self.isFromFuture(listing.fetched, now: now)
    return publish(now) {
      listing.apply(to: &$0)
      if isFromFuture { $0.received = nil }
      $0.freshness = isFromFuture ? .stale(now) : .cached(listing.dated)
    }
  }

  mutating func begin(isDue: Bool, now: Date) -> (actions: [Action], step: Step) {
    request = RefreshRequest(date: now, isDue: isDue, known: snapshot.received)
    let actions = publish(now) {
      $0.isRefreshing = true
      $0.nextRefresh = nil
    }
    guard isShared else {
      let (more, step) = proceed(now)
      return (actions + more, step)
    }
    return (actions, .readSharedState)
  }

  mutating func startFetching() -> Step {
    request = nil
    isFetching = true
    return .fetch
  }

  /// Why a received listing is not used; nil if it is.
  ///
  /// `problem` is what is wrong with its first unreadable row.
  mutating func rejection(of ids: Set<Model.ID>, problem: String?, now: Date) -> ProviderError? {
    if ids.isEmpty, let problem {
      return .malformed("none of its rows can be read: \(problem)")
    }
    return listingGuard.rejection(of: ids, known: known, now: now).map(ProviderError.refused)
  }

  mutating func applyFetched(
    _ listing: ReceivedListing, cacheNotice: String?, historyNotice: String?, now: Date
  ) -> (actions: [Action], step: Step) {
    known = listing.ids
    (ownFailure, lastQuestion) = (nil, now)
    let actions = plan(after: schedule.succeeded(), now: now) {
      listing.apply(to: &$0)
      $0.freshness = .live(listing.dated)
      $0.failure = nil
      $0.cacheNotice = cacheNotice
      $0.historyNotice = historyNotice
      $0.isRefreshing = false
    }
    return (actions, end(.success(listing.outcome)))
  }

  mutating func fail(with error: ProviderError, jitter: Double, now: Date) -> (
    actions: [Action], step: Step
  ) {
    switch error {
    case .refused(.shrunken), .inFile(_, .refused(.shrunken)): break
    case .unreachable, .rejected, .malformed, .tooLarge, .refused, .inFile, .elsewhere:
      listingGuard.interrupt()
    }
    let wait = schedule.failed(with: error) { range in
      range.lowerBound + jitter * (range.upperBound - range.lowerBound)
    }
    let failure = Snapshot.Failure(error: error, date: now, attempts: schedule.failures)
    let actions = plan(after: wait, now: now) {
      $0.failure = failure
      $0.isRefreshing = false
    }
    let note = FailureNote(
      summary: error.summary, date: now, nextRefresh: now.addingTimeInterval(wait.timeInterval),
      attempts: failure.attempts,
      notBefore: error.retryAfter.map { now.addingTimeInterval($0.timeInterval) })
    (ownFailure, lastQuestion) = (note, now)
    return (actions, end(.failure(error), noting: note))
  }

  /// A cancelled refresh says nothing about upstream: it is neither reported nor counted.
  mutating func cancel(_ now: Date) -> (actions: [Action], step: Step) {
    (request, isFetching) = (nil, false)
    return (
      publish(now) { $0.isRefreshing = false }, .end(.failure(.unreachable("cancelled")), nil)
    )
  }

  mutating func end(_ result: Result, noting note: FailureNote? = nil) -> Step {
    (request, isFetching) = (nil, false)
    tally.count(result)
    return .end(result, note)
  }
}
