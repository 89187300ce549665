package import Foundation
package import ModelCatalog

/// Sole owner of the current snapshot of all models.
///
/// Answers at once and never waits for the network to do so. What to do when is decided by
/// `RefreshMachine`; the actor has the tasks, the clock and the streams. Files are read and
/// written, bodies decoded and catalogues compared off the actor.
package actor ModelRegistry {
  package typealias RefreshResult = Result<RefreshOutcome, ProviderError>

  /// The history; nil if none is kept.
  package nonisolated let history: CatalogHistory?

  /// Who serves the models.
  package nonisolated let endpoints: EndpointStore

  /// The core models.
  package nonisolated let core: [Model]
  /// What is known before anything is read: the core models.
  package nonisolated let coreSnapshot: Snapshot
  let provider: (any ModelProvider)?
  let cache: CatalogCache?
  let clock: any Clock<Duration>
  let now: @Sendable () -> Date
  let random: @Sendable (ClosedRange<Double>) -> Double

  private(set) var machine: RefreshMachine
  /// The cache as it is read since the registry was made; nil if it is read by ``load()``.
  var reading: Task<CatalogCache.Saved?, Never>?
  /// The cached listing, until it is in the history.
  var saved: CatalogCache.Saved?
  /// The cached listing, if no image of it is saved.
  var savedWithoutImage: CatalogCache.Saved?
  var removedAndChanged = RemovedAndChanged()
  private var loading: Task<Void, Never>?
  private var loadingHistory: Task<Void, Never>?
  var refreshing: Task<RefreshResult, Never>?
  /// The sleep of ``run()``, cancelled when there is a new plan.
  var sleep: Task<Bool, Never>?
  private var readers: [Int: AsyncStream<Snapshot>.Continuation] = [:]
  private var nextReader = 0

  /// Without a provider nothing is fetched; without cache and history nothing is stored.
  ///
  /// `reading` is the cache's content if it is being read already.
  /// Upstream is asked once in `floor` at most. `clock` measures waits, and `now` gives dates and
  /// ages: the one may be suspended, the other set.
  package init(
    core: [Model], provider: (any ModelProvider)?, cache: CatalogCache?,
    history: CatalogHistory? = nil, endpoints: EndpointStore? = nil,
    reading: Task<CatalogCache.Saved?, Never>? = nil, interval: Duration = .seconds(3600),
    floor: Duration = .zero,
    clock: any Clock<Duration> = ContinuousClock(),
    now: @escaping @Sendable () -> Date = { Date() },
    random: @escaping @Sendable (ClosedRange<Double>) -> Double = { Double.random(in: $0) }
  ) {
    self.core = core
    self.provider = provider
    self.cache = cache
    self.history = history
    self.endpoints = endpoints ?? EndpointStore(source: nil)
    self.reading = reading
    self.clock = clock
    self.now = now
    self.random = random
    var snapshot = Snapshot(catalog: Catalog(core), published: now())
    snapshot.isOffline = provider == nil
    coreSnapshot = snapshot
    machine = RefreshMachine(
      snapshot: snapshot, interval: interval, isShared: cache != nil, floor: floor)
  }

  package var snapshot: Snapshot { machine.snapshot }

  /// The outcomes of this process's refreshes.
  package var tally: RefreshTally { machine.tally }

  /// Reports what happened to the machine and does what it returns.
  func send(_ event: RefreshMachine.Event) { perform(machine.receive(event, now: now())) }

  /// Reports what happened during the running refresh; returns its next step.
  func send(_ event: RefreshMachine.RefreshEvent) -> RefreshMachine.Step {
    let (actions, step) = machine.receive(event, now: now())
    perform(actions)
    return step
  }

  /// Why a received listing is not used; nil if it is.
  func rejection(of listing: ProviderListing, at date: Date) -> ProviderError? {
    machine.rejection(
      of: Set(listing.models.map(\.id)), problem: listing.skipped.first?.reason, now: date)
  }

  private func perform(_ actions: [RefreshMachine.Action]) {
    for action in actions {
      switch action {
      case .publish: for reader in readers.values { reader.yield(snapshot) }
      case .wake:
        sleep?.cancel()
        sleep = nil
      }
    }
  }

  /// Yields the current snapshot, then the newest; a slow reader skips some.
  package func snapshots() -> AsyncStream<Snapshot> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Snapshot.self, bufferingPolicy: .bufferingNewest(1))
    let reader = nextReader
    nextReader += 1
    readers[reader] = continuation
    continuation.onTermination = { [weak self] _ in
      Task { await self?.removeReader(reader) }
    }
    continuation.yield(snapshot)
    return stream
  }

  /// The same, from when the cache has been read.
  package func loadedSnapshots() async -> AsyncStream<Snapshot> {
    await load()
    return snapshots()
  }

  private func removeReader(_ reader: Int) { readers[reader] = nil }

  /// Reads the cache, once; `run()` and `refresh()` do it first.
  package func load() async {
    let task = loading ?? Task { await readCache() }
    loading = task
    await task.value
  }

  /// Loads removed models and recent changes from the history, once.
  ///
  /// ``run()`` starts it; callers that need these models await it.
  package func loadHistory() async {
    await load()
    let task = loadingHistory ?? Task { await readHistory() }
    loadingHistory = task
    await task.value
  }

  /// Refreshes now, or joins a running refresh.
  ///
  /// A failure changes only the freshness, never the models.
  @discardableResult
  package func refresh() async -> RefreshResult { await refresh(isDue: false) }

  private func refresh(isDue: Bool) async -> RefreshResult {
    guard let provider else { return .failure(.refused(.offline)) }
    await load()
    let task = refreshing ?? Task { await performRefresh(provider, isDue: isDue) }
    refreshing = task
    return await task.value
  }

  /// Keeps the models fresh until cancelled; one call at a time does it, further ones return.
  ///
  /// A fresh cache is not refreshed before it is an interval old.
  package func run() async {
    await load()
    guard !machine.isRunning else { return }
    send(.runStarted)
    let savingImage = saveMissingImage()
    // Only what depends on the history waits for it.
    Task { await loadHistory() }
    let following = cache.map { cache in Task { await follow(cache) } }
    let clockObserver = Task { await observeClockChanges(.clock()) }
    defer {
      following?.cancel()
      clockObserver.cancel()
    }
    while !Task.isCancelled {
      switch machine.loopStep(now()) {
      case .refresh:
        await withTaskCancellationHandler {
          _ = await refresh(isDue: true)
        } onCancel: {
          Task { await cancelRefresh() }
        }
      case .sleep(let duration): await rest(for: duration)
      }
    }
    send(.runEnded)
    await savingImage?.value
  }

  private func cancelRefresh() { refreshing?.cancel() }
}
