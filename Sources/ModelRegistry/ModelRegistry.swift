package import Foundation
package import ModelCatalog

/// Sole owner of what is known of all models.
///
/// Answers at once and never waits for the network to do so. Files are read and written, bodies
/// decoded and catalogues compared off the actor; on it there are only decisions.
package actor ModelRegistry {
  package typealias RefreshResult = Result<RefreshOutcome, ProviderError>

  package internal(set) var snapshot: Snapshot
  /// How the refreshes of this process have ended.
  package internal(set) var tally = RefreshTally()
  /// For questions about the past; nil if none is kept.
  package nonisolated let history: CatalogHistory?

  /// The models that are there without a network.
  package nonisolated let core: [Model]
  let provider: (any ModelProvider)?
  let cache: CatalogCache?
  let clock: any Clock<Duration>
  let now: @Sendable () -> Date
  let random: @Sendable (ClosedRange<Double>) -> Double

  var schedule: RefreshSchedule
  var listingGuard: ListingGuard
  /// Ids of the OpenRouter models accepted last.
  var known: Set<Model.ID> = []
  var isRunning = false
  /// What the cache held, until the history has it.
  var saved: CatalogCache.Saved?
  var removedAndChanged = RemovedAndChanged()
  /// Between the lock and the end of what is done under it.
  var isAsking = false
  /// When this process noted a failure last.
  var ownFailure: Date?
  var loading: Task<Void, Never>?
  var loadingHistory: Task<Void, Never>?
  var refreshing: Task<RefreshResult, Never>?
  /// From now to the next refresh; nil if none is planned.
  var untilRefresh: Duration?
  /// The sleep of ``run()``, cancelled when there is a new plan.
  var sleep: Task<Bool, Never>?
  var readers: [Int: AsyncStream<Snapshot>.Continuation] = [:]
  var nextReader = 0

  /// A provider of nil keeps off the network, a cache and a history of nil off the disk.
  ///
  /// `clock` measures waits, `now` dates and ages: the one may be suspended, the other set.
  package init(
    core: [Model], provider: (any ModelProvider)?, cache: CatalogCache?,
    history: CatalogHistory? = nil, interval: Duration = .seconds(3600),
    clock: any Clock<Duration> = ContinuousClock(),
    now: @escaping @Sendable () -> Date = { Date() },
    random: @escaping @Sendable (ClosedRange<Double>) -> Double = { Double.random(in: $0) }
  ) {
    self.core = core
    self.provider = provider
    self.cache = cache
    self.history = history
    self.clock = clock
    self.now = now
    self.random = random
    schedule = RefreshSchedule(interval: interval)
    listingGuard = ListingGuard(interval: interval)
    snapshot = Snapshot(catalog: Catalog(core), published: now())
    snapshot.isOffline = provider == nil
  }

  /// The current snapshot, then the newest: a slow reader skips, and never lags.
  package func snapshots() -> AsyncStream<Snapshot> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Snapshot.self, bufferingPolicy: .bufferingNewest(1))
    let reader = nextReader
    nextReader += 1
    readers[reader] = continuation
    continuation.onTermination = { [weak self] _ in
      Task { await self?.forget(reader) }
    }
    continuation.yield(snapshot)
    return stream
  }

  /// Reads the cache, once; ``run()`` and ``refresh()`` do it first.
  package func load() async {
    let task = loading ?? Task { await readCache() }
    loading = task
    await task.value
  }

  /// Learns from the history what is gone and what has changed of late, once.
  ///
  /// ``run()`` begins with it, and whoever asks for such models waits for it.
  package func loadHistory() async {
    await load()
    let task = loadingHistory ?? Task { await readHistory() }
    loadingHistory = task
    await task.value
  }

  /// Asks the provider now, or joins whoever is asking already.
  ///
  /// Nothing is lost by a failure; it is news about age.
  @discardableResult
  package func refresh() async -> RefreshResult { await refresh(isDue: false) }

  private func refresh(isDue: Bool) async -> RefreshResult {
    guard let provider else { return .failure(.refused(.offline)) }
    await load()
    let task = refreshing ?? Task { await ask(provider, isDue: isDue) }
    refreshing = task
    return await task.value
  }

  /// Keeps the models fresh until cancelled; one call at a time does it, further ones return.
  ///
  /// A cache that is fresh is not asked for again before it is an interval old.
  package func run() async {
    await load()
    guard !isRunning else { return }
    isRunning = true
    defer { isRunning = false }
    // Nothing waits for the history but what depends on it.
    Task { await loadHistory() }
    let following = cache.map { cache in Task { await follow(cache) } }
    let clockObserver = Task { await observeClockChanges(.clock()) }
    defer {
      following?.cancel()
      clockObserver.cancel()
    }
    plan(after: provider == nil ? nil : untilStale() ?? .zero)
    while !Task.isCancelled {
      if let wait = untilRefresh, wait <= .zero {
        await withTaskCancellationHandler {
          _ = await refresh(isDue: true)
        } onCancel: {
          Task { await abandonRefresh() }
        }
      } else {
        await rest()
      }
    }
    plan(after: nil)
  }
}
