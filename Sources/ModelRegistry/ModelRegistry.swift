package import Foundation
package import ModelCatalog

/// Sole owner of what is known of all models.
///
/// Answers at once and never waits for the network to do so. Files are read and written, bodies
/// decoded and catalogues compared off the actor; on it there are only decisions.
package actor ModelRegistry {
  package typealias RefreshResult = Result<RefreshOutcome, ProviderError>

  package private(set) var snapshot: Snapshot
  /// How the refreshes of this process have ended.
  package private(set) var tally = RefreshTally()
  /// For questions about the past; nil if none is kept.
  package nonisolated let history: CatalogHistory?

  /// The models that are there without a network.
  package nonisolated let core: [Model]
  private let provider: (any ModelProvider)?
  private let cache: CatalogCache?
  private let clock: any Clock<Duration>
  private let now: @Sendable () -> Date
  private let random: @Sendable (ClosedRange<Double>) -> Double

  private var schedule: RefreshSchedule
  private var listingGuard: ListingGuard
  /// Ids of the OpenRouter models accepted last.
  private var known: Set<Model.ID> = []
  private var isRunning = false
  /// What the cache held, until the history has it.
  private var saved: CatalogCache.Saved?
  private var recollection = Recollection()
  private var loading: Task<Void, Never>?
  private var recalling: Task<Void, Never>?
  private var refreshing: Task<RefreshResult, Never>?
  /// From now to the next refresh; nil if none is planned.
  private var untilRefresh: Duration?
  /// The sleep of ``run()``, cancelled when there is a new plan.
  private var sleep: Task<Bool, Never>?
  private var readers: [Int: AsyncStream<Snapshot>.Continuation] = [:]
  private var nextReader = 0

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
  package func recall() async {
    await load()
    let task = recalling ?? Task { await readHistory() }
    recalling = task
    await task.value
  }

  /// Asks the provider now, or joins whoever is asking already.
  ///
  /// Nothing is lost by a failure; it is news about age.
  @discardableResult
  package func refresh() async -> RefreshResult {
    guard let provider else { return .failure(.refused(.offline)) }
    await load()
    let task = refreshing ?? Task { await ask(provider) }
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
    Task { await recall() }
    plan(after: provider == nil ? nil : untilStale() ?? .zero)
    while !Task.isCancelled {
      if let wait = untilRefresh, wait <= .zero {
        await withTaskCancellationHandler {
          _ = await refresh()
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

// MARK: - Waiting

extension ModelRegistry {
  /// Sleeps until something is due or the plan changes.
  private func rest() async {
    let wait = [untilRefresh, untilStale()].compactMap { $0 }.min() ?? schedule.interval
    let sleep = Task { [clock] in (try? await clock.sleep(for: wait)) != nil }
    self.sleep = sleep
    let hasSleptThrough = await withTaskCancellationHandler {
      await sleep.value
    } onCancel: {
      sleep.cancel()
    }
    // A plan made between the end of the sleep and this line begins to wait only now.
    guard hasSleptThrough, self.sleep == sleep else { return }
    untilRefresh = untilRefresh.map { $0 - wait }
    publish { _ in }
  }

  private func abandonRefresh() { refreshing?.cancel() }

  private func plan(after delay: Duration?) {
    let date = makePlan(after: delay)
    publish { $0.nextRefresh = date }
  }

  /// When the next refresh is due, for who publishes it; nil if ``run()`` is not there to do it.
  private func makePlan(after delay: Duration?) -> Date? {
    guard isRunning else { return nil }
    untilRefresh = delay
    sleep?.cancel()
    sleep = nil
    return delay.map { now().addingTimeInterval($0.timeInterval) }
  }

  /// From now to the age at which what is shown is stale; nil if it is that already.
  private func untilStale() -> Duration? {
    switch snapshot.freshness {
    case .coreOnly, .stale: return nil
    case .cached(let date), .live(let date):
      let age = max(0, now().timeIntervalSince(date))
      let left = schedule.interval - .seconds(age)
      return left > .zero ? max(left, .milliseconds(1)) : nil
    }
  }
}

// MARK: - Reading and asking

extension ModelRegistry {
  private func readCache() async {
    guard let cache else { return }
    let core = core
    let note = await Task.detached { cache.failure() }.value
    schedule.resume(failures: note?.attempts(before: now()) ?? 0)
    let read = Task.detached { () -> (saved: CatalogCache.Saved, catalog: Catalog)? in
      cache.load().map { ($0, Catalog(core + $0.listing.models)) }
    }
    guard let (saved, catalog) = await read.value else {
      if cache.isThere {
        publish { $0.cacheNotice = "the cache cannot be read, or is another upstream's" }
      }
      return
    }
    known = Set(saved.listing.models.map(\.id))
    // Nobody knows how old a body from the future is.
    let isFromFuture = saved.fetched.timeIntervalSince(now()) > 60
    if history != nil, !isFromFuture { self.saved = saved }
    publish {
      $0.catalog = catalog
      $0.freshness = isFromFuture ? .stale(now()) : .cached(saved.fetched)
      $0.lastChanged = saved.lastChanged
      $0.skippedRows = saved.listing.skipped.count
    }
  }

  private func ask(_ provider: any ModelProvider) async -> RefreshResult {
    publish {
      $0.isRefreshing = true
      $0.nextRefresh = nil
    }
    let result: RefreshResult
    do throws(ProviderError) {
      result = .success(try await accept(try await provider.models()))
    } catch {
      let error = provider.file.map { ProviderError.inFile($0, error) } ?? error
      result = .failure(error)
      if let note = fail(with: error) { await write(note) }
    }
    if !Task.isCancelled { tally.count(result) }
    refreshing = nil
    return result
  }

  private func accept(_ listing: ProviderListing) async throws(ProviderError) -> RefreshOutcome {
    await recall()
    let date = now()
    if listing.models.isEmpty, let first = listing.skipped.first {
      throw .malformed("none of its rows can be read: \(first.reason)")
    }
    if let refusal = listingGuard.doubt(about: listing.models, known: known, now: date) {
      throw .refused(refusal)
    }
    let (catalog, changes) = await compare(with: listing.models)
    let lastChanged = changes.isEmpty ? snapshot.lastChanged : date
    let notice = await save(listing, fetched: date, lastChanged: lastChanged)
    let historyNotice = await remember(listing, at: date, isNews: !changes.isEmpty)
    let whole = await catalog.adding(recollection.gone)

    known = Set(listing.models.map(\.id))
    let next = makePlan(after: schedule.succeeded())
    publish {
      if !changes.isEmpty {
        $0.catalog = whole
        $0.lastChange = Snapshot.Change(changes: changes, date: date)
      }
      $0.lastChanged = lastChanged
      $0.freshness = .live(date)
      $0.failure = nil
      $0.skippedRows = listing.skipped.count
      $0.cacheNotice = notice
      $0.changedOn = recollection.changedOn
      $0.historyNotice = historyNotice
      $0.isRefreshing = false
      $0.nextRefresh = next
    }
    return changes.isEmpty ? .unchanged : .changed(changes)
  }

  /// What others are to know of it; nil if it was only broken off.
  private func fail(with error: ProviderError) -> FailureNote? {
    guard !Task.isCancelled else {
      publish { $0.isRefreshing = false }
      return nil
    }
    switch error {
    case .refused(.shrunken), .inFile(_, .refused(.shrunken)): break
    case .unreachable, .rejected, .malformed, .tooLarge, .refused, .inFile:
      listingGuard.interrupt()
    }
    let wait = schedule.failed(with: error, random: random)
    let failure = Snapshot.Failure(error: error, date: now(), attempts: schedule.failures)
    let next = makePlan(after: wait)
    publish {
      $0.failure = failure
      $0.isRefreshing = false
      $0.nextRefresh = next
    }
    return FailureNote(
      summary: error.summary, date: failure.date,
      nextRefresh: failure.date.addingTimeInterval(wait.timeInterval),
      attempts: failure.attempts)
  }

  private nonisolated func write(_ note: FailureNote) async { cache?.note(note) }

  private nonisolated func compare(with models: [Model]) async -> (Catalog, CatalogChanges) {
    let old = await snapshot.catalog
    let new = Catalog(core + models)
    return (new, new == old ? .none : CatalogChanges(from: old, to: new))
  }

  /// A sentence about why it could not be done, or nil.
  private nonisolated func save(
    _ listing: ProviderListing, fetched: Date, lastChanged: Date?
  ) async -> String? {
    do throws(CatalogCache.Unwritable) {
      try cache?.save(listing, fetched: fetched, lastChanged: lastChanged)
      return nil
    } catch {
      return error.description
    }
  }
}

// MARK: - Remembering

extension ModelRegistry {
  private func readHistory() async {
    guard let history else { return }
    do throws(HistoryFault) {
      if let saved { try await history.catchUp(with: saved) }
      saved = nil
      recollection = try await history.recollection(now: now())
      // Nothing is accepted before this has ended, so the models are those of before.
      let catalog = await snapshot.catalog.adding(recollection.gone)
      publish {
        $0.catalog = catalog
        $0.changedOn = recollection.changedOn
      }
    } catch {
      publish { $0.historyNotice = error.summary }
    }
  }

  /// Records what was accepted; a sentence about why it could not be done, or nil.
  private func remember(_ listing: ProviderListing, at date: Date, isNews: Bool) async -> String? {
    do throws(HistoryFault) {
      try await history?.record(listing, at: date)
      if isNews, let history { recollection = try await history.recollection(now: date) }
      return nil
    } catch {
      return error.summary
    }
  }
}

extension Catalog {
  /// With models that are gone as well, as far as they are not there.
  fileprivate func adding(_ gone: [Model]) async -> Catalog {
    gone.isEmpty ? self : Catalog(models + gone)
  }
}

// MARK: - Publishing

extension ModelRegistry {
  /// Publishes what `change` leaves, with the freshness that its age makes it, if it is news.
  private func publish(_ change: (inout Snapshot) -> Void) {
    var next = snapshot
    change(&next)
    next.freshness = aged(next)
    guard next != snapshot else { return }
    next.published = now()
    snapshot = next
    for reader in readers.values { reader.yield(next) }
  }

  private func aged(_ next: Snapshot) -> Snapshot.Freshness {
    guard let stated = next.freshness.fetched else { return .coreOnly }
    // No age is negative, even if the clock was set back.
    let fetched = min(stated, now())
    switch next.freshness {
    case .coreOnly: return .coreOnly
    case .stale: return .stale(fetched)
    case .cached: return isOld(fetched, next) ? .stale(fetched) : .cached(fetched)
    case .live: return isOld(fetched, next) ? .stale(fetched) : .live(fetched)
    }
  }

  /// A refresh that is under way decides itself what becomes of the age.
  private func isOld(_ fetched: Date, _ next: Snapshot) -> Bool {
    !next.isRefreshing
      && now().timeIntervalSince(fetched) >= schedule.interval.timeInterval
  }

  private func forget(_ reader: Int) { readers[reader] = nil }
}
