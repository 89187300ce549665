import Foundation
import ModelCatalog

/// Decides what is refreshed when, and what is published.
///
/// Pure: it has no clock, no tasks and no files. ``receive(_:now:)`` takes what happened and returns
/// what to do; ``ModelRegistry`` does it.
struct RefreshMachine {
  typealias Result = ModelRegistry.RefreshResult

  /// What happened.
  enum Event: Equatable {
    /// The cache was read, once, before any other event. The listing is nil if there is none or it
    /// is unreadable; `failure` is the last one of any process that shares the cache.
    case cacheRead(ReceivedListing?, problem: String?, failure: FailureNote?)
    /// The history was read; the catalogue includes the removed models.
    case historyRead(Catalog, changedOn: [Model.ID: Date])
    /// The history cannot be read; the reason is a sentence.
    case historyUnreadable(String)
    case runStarted, runEnded
    /// The loop of `run()` has slept for so long.
    case slept(Duration)
    /// The wall clock was set, or the computer resumed from sleep.
    case clockWasSet
    /// A listing that another process saved was loaded.
    case peerSaved(ReceivedListing)
  }

  /// What happened during a refresh; there is one at a time.
  enum RefreshEvent: Equatable {
    /// `isDue` if the refresh was scheduled rather than requested.
    case refreshRequested(isDue: Bool)
    case sharedStateRead(SharedState)
    case leaseAcquired
    /// Another process holds the lease.
    case leaseTaken
    /// The pause of ``Step/pause(_:)`` is over.
    case paused
    /// While another process held the lease, it saved something, or a second passed.
    case peerWaitEnded
    /// What the listing that another process saved has brought; nil if it was not newer than what
    /// is shown.
    case sharedListingLoaded(RefreshOutcome?)
    /// The provider's listing was accepted and written to cache and history; the notices say why
    /// one of them could not be.
    case listingSaved(ReceivedListing, cacheNotice: String?, historyNotice: String?)
    /// `jitter` is a random number from 0 to 1.
    case fetchFailed(ProviderError, jitter: Double)
    case refreshCancelled
  }

  /// What to do at once.
  enum Action: Equatable {
    /// Publish ``snapshot``: it differs from the last one.
    case publish
    /// End the sleep of `run()`: there is a new plan.
    case wake
  }

  /// What a running refresh does next; its outcome is the next event.
  enum Step: Equatable {
    /// Read what other processes have noted beside the cache.
    case readSharedState
    case acquireLease
    /// Sleep for so long: upstream was asked a moment ago.
    case pause(Duration)
    /// Wait until the process that holds the lease saves something, at most a second.
    case waitForPeer
    /// Load the listing that another process saved.
    case loadSharedListing
    /// Ask the provider, and write its listing to cache and history.
    case fetch
    /// Write the note for other processes, if there is one, and return the result.
    case end(Result, FailureNote?)
  }

  /// What the loop of `run()` does next.
  enum LoopStep: Equatable {
    case refresh
    case sleep(Duration)
  }

  /// The newest snapshot.
  var snapshot: Snapshot
  /// The outcomes of the refreshes so far.
  var tally = RefreshTally()
  var schedule: RefreshSchedule
  var listingGuard: ListingGuard
  /// Ids of the OpenRouter models accepted last.
  var known: Set<Model.ID> = []
  /// The running refresh, while it waits for the lease or a peer's result.
  var request: RefreshRequest?
  /// Whether the running refresh is past that.
  var isFetching = false
  /// The last failure note written by this process, if no listing was accepted since.
  var ownFailure: FailureNote?
  /// When this process last had an answer, or none, from upstream.
  var lastQuestion: Date?
  /// Whether `run()` is running: only then a refresh is planned.
  var isRunning = false
  /// From now to the next refresh; nil if none is planned.
  var untilRefresh: Duration?
  /// Whether other processes share the cache.
  let isShared: Bool
  /// The shortest time between two requests of any program to upstream.
  let floor: Duration

  init(snapshot: Snapshot, interval: Duration, isShared: Bool, floor: Duration = .zero) {
    self.snapshot = snapshot
    self.isShared = isShared
    self.floor = floor
    schedule = RefreshSchedule(interval: interval)
    listingGuard = ListingGuard(interval: interval)
  }

  mutating func receive(_ event: Event, now: Date) -> [Action] {
    switch event {
    case .cacheRead(let listing, let problem, let failure):
      return applyCache(listing, problem: problem, failure: failure, now: now)
    case .historyRead(let catalog, let changedOn):
      return publish(now) {
        $0.catalog = catalog
        $0.changedOn = changedOn
      }
    case .historyUnreadable(let reason): return publish(now) { $0.historyNotice = reason }

    case .runStarted:
      isRunning = true
      return plan(after: snapshot.isOffline ? nil : untilDue(now), now: now)
    case .runEnded:
      defer { isRunning = false }
      return plan(after: nil, now: now)
    case .slept(let duration):
      untilRefresh = untilRefresh.map { $0 - duration }
      return publish(now)
    case .clockWasSet: return adjustPlan(now)
    case .peerSaved(let listing):
      return isNews(listing.fetched, now: now) ? applyShared(listing, now: now) : []
    }
  }

  mutating func receive(_ event: RefreshEvent, now: Date) -> (actions: [Action], step: Step) {
    switch event {
    case .refreshRequested(let isDue): return begin(isDue: isDue, now: now)
    case .sharedStateRead(let state): return check(state, now: now)
    case .leaseAcquired:
      request?.hasLease = true
      // A peer may have finished between the check and the lease.
      return ([], .readSharedState)
    case .leaseTaken: return ([], .waitForPeer)
    case .paused: return isShared ? ([], .readSharedState) : proceed(now)
    case .peerWaitEnded: return ([], hasWaitedTooLong(now) ? startFetching() : .readSharedState)
    case .sharedListingLoaded(let outcome): return answer(with: outcome, now: now)
    case .listingSaved(let listing, let cacheNotice, let historyNotice):
      return applyFetched(
        listing, cacheNotice: cacheNotice, historyNotice: historyNotice, now: now)
    case .fetchFailed(let error, let jitter): return fail(with: error, jitter: jitter, now: now)
    case .refreshCancelled: return cancel(now)
    }
  }

  /// Whether a listing that another process saved is to be shown; none is while this one fetches.
  func isNews(_ fetched: Date, now: Date) -> Bool {
    !isFetching && fetched <= now && isLater(fetched, than: snapshot.received)
  }
}
