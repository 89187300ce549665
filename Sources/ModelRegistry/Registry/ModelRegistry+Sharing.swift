import Foundation
import ModelCatalog

/// Coordination with processes that share the cache: one fetches, the others load its result.
extension ModelRegistry {
  /// Which process fetches from upstream.
  enum RefreshLease {
    /// This one, while it holds the lock; the lock is nil if there is no shared cache.
    case ours(CacheLock?)
    /// A peer did, just now.
    case settled(RefreshResult)
  }

  /// Longer than the request timeout: a peer that holds the lease for longer was stopped.
  static let longestLease = Duration.seconds(60)

  /// A refresh request at the time it was made.
  private struct Question {
    let date: Date
    /// Scheduled, so a listing younger than the interval satisfies it, or a failure whose retry is
    /// not due.
    let isDue: Bool
    /// When the listing shown at that time was fetched.
    let known: Date?
  }

  /// Waits until this process may fetch, or a peer has a result.
  func lease(isDue: Bool) async -> RefreshLease {
    guard let cache else { return .ours(nil) }
    let question = Question(date: now(), isDue: isDue, known: snapshot.freshness.fetched)
    var watch: DescriptorWatch?
    while !Task.isCancelled,
      abs(now().timeIntervalSince(question.date)) < Self.longestLease.timeInterval
    {
      if let result = await peerResult(for: question, in: cache) { return .settled(result) }
      if case .held(let lock) = await attempt(cache) {
        // The peer may have finished between the check and the attempt.
        if let result = await peerResult(for: question, in: cache) { return .settled(result) }
        return .ours(lock)
      }
      if let watch {
        await nextChange(of: watch)
      } else {
        watch = cache.watch()
      }
    }
    return .ours(nil)
  }

  /// Loads what other processes save, until cancelled.
  func follow(_ cache: CatalogCache) async {
    let watch = cache.watch()
    for await _ in watch.changes { _ = await loadSharedListing() }
    withExtendedLifetime(watch) {}
  }

  /// A peer's result, if it satisfies the request; it is published.
  private func peerResult(for question: Question, in cache: CatalogCache) async -> RefreshResult? {
    let (fetched, failure) = await sharedState(from: cache)
    if let fetched, isLater(fetched, than: question.known) {
      let isYoung = now().timeIntervalSince(fetched) < schedule.interval.timeInterval
      if fetched >= question.date || question.isDue && isYoung {
        if let outcome = await loadSharedListing() { return .success(outcome) }
        // ``follow(_:)`` may have loaded it already.
        if let shown = snapshot.freshness.fetched, isLater(shown, than: question.known) {
          let change = snapshot.lastChange.flatMap { $0.date == shown ? $0.changes : nil }
          return .success(change.map(RefreshOutcome.changed) ?? .unchanged)
        }
      }
    }
    // A note from the future was written before the clock was set back.
    guard let failure, !isOwn(failure), failure.date.timeIntervalSince(now()) < Self.rounding
    else { return nil }
    let next = failure.nextTry(after: now())
    guard failure.date > question.date || question.isDue && next != nil else { return nil }
    return .failure(applySharedFailure(failure, next: next))
  }

  /// Publishes a listing that another process saved, if it is newer than what is shown.
  ///
  /// Nil if it is not, or if this process is fetching.
  private func loadSharedListing() async -> RefreshOutcome? {
    // The published snapshot includes the history, so load that first.
    await loadHistory()
    guard let cache, !isFetching, let fetched = await sharedState(from: cache).fetched,
      isNews(fetched),
      let saved = await read(cache), isNews(saved.fetched)
    else { return nil }
    let (catalog, changes) = await compare(with: saved.listing.models)
    if !changes.isEmpty { await reloadRemovedAndChanged() }
    let whole = await catalog.adding(removedAndChanged.removed)
    guard !isFetching, isNews(saved.fetched), saved.fetched <= now() else { return nil }
    known = Set(saved.listing.models.map(\.id))
    let rest = schedule.succeeded() - .seconds(now().timeIntervalSince(saved.fetched))
    let next = makePlan(after: provider == nil ? nil : max(rest, .zero))
    publish {
      if !changes.isEmpty {
        $0.catalog = whole
        $0.lastChange = Snapshot.Change(changes: changes, date: saved.fetched)
      }
      $0.lastChanged = saved.lastChanged
      $0.freshness = .cached(saved.fetched)
      $0.failure = nil
      $0.cacheNotice = nil
      $0.skippedRows = saved.listing.skipped.count
      $0.unreadablePrices = saved.listing.unreadable
      $0.changedOn = removedAndChanged.changedOn
      $0.nextRefresh = next
    }
    return changes.isEmpty ? .unchanged : .changed(changes)
  }

  /// Applies a peer's failure, with the same time of retry.
  private func applySharedFailure(_ note: FailureNote, next: Date?) -> ProviderError {
    let error = ProviderError.elsewhere(note.summary)
    schedule.resume(failures: note.attempts)
    let wait = next.map { Duration.seconds($0.timeIntervalSince(now())) } ?? schedule.interval
    let plan = makePlan(after: wait)
    publish {
      $0.failure = Snapshot.Failure(error: error, date: note.date, attempts: note.attempts)
      $0.nextRefresh = plan
    }
    return error
  }

  private func reloadRemovedAndChanged() async {
    guard let history, let new = try? await history.removedAndChanged(now: now()) else { return }
    removedAndChanged = new
  }

  /// Dates in notes are rounded to milliseconds.
  private static let rounding: TimeInterval = 0.002

  private func isNews(_ fetched: Date) -> Bool {
    isLater(fetched, than: snapshot.freshness.fetched)
  }

  private func isLater(_ fetched: Date, than known: Date?) -> Bool {
    known.map { fetched.timeIntervalSince($0) > Self.rounding } ?? true
  }

  private func isOwn(_ note: FailureNote) -> Bool {
    ownFailure.map { abs($0.timeIntervalSince(note.date)) < Self.rounding } ?? false
  }

  private nonisolated func sharedState(
    from cache: CatalogCache
  ) async -> (fetched: Date?, failure: FailureNote?) {
    (cache.fetched(), cache.failure())
  }

  private nonisolated func read(_ cache: CatalogCache) async -> CatalogCache.Saved? { cache.load() }

  private nonisolated func attempt(_ cache: CatalogCache) async -> CacheLock.Attempt {
    cache.lock()
  }

  /// Also checks again after a second: not every file system sends notifications.
  private func nextChange(of watch: DescriptorWatch) async {
    let alarm = Task { [clock] in
      if (try? await clock.sleep(for: .seconds(1))) != nil { watch.suspect() }
    }
    for await _ in watch.changes { break }
    alarm.cancel()
  }
}
