import Foundation
import ModelCatalog

extension ModelRegistry {
  func readCache() async {
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
    // The age of a response from the future is unknown.
    let isFromFuture = saved.fetched.timeIntervalSince(now()) > 60
    if history != nil, !isFromFuture { self.saved = saved }
    publish {
      $0.catalog = catalog
      $0.freshness = isFromFuture ? .stale(now()) : .cached(saved.fetched)
      $0.lastChanged = saved.lastChanged
      $0.skippedRows = saved.listing.skipped.count
      $0.unreadablePrices = saved.listing.unreadable
    }
  }

  /// One refresh, by this process or a peer; `isDue` if it was scheduled rather than requested.
  func performRefresh(_ provider: any ModelProvider, isDue: Bool) async -> RefreshResult {
    publish {
      $0.isRefreshing = true
      $0.nextRefresh = nil
    }
    let result: RefreshResult
    switch await lease(isDue: isDue) {
    case .ours(let lock):
      isFetching = true
      result = await fetch(provider)
      isFetching = false
      withExtendedLifetime(lock) {}
    case .settled(let peerResult):
      result = peerResult
      publish { $0.isRefreshing = false }
    }
    if !Task.isCancelled { tally.count(result) }
    refreshing = nil
    return result
  }

  private func fetch(_ provider: any ModelProvider) async -> RefreshResult {
    do throws(ProviderError) {
      return .success(try await accept(try await provider.models()))
    } catch {
      let error = provider.file.map { ProviderError.inFile($0, error) } ?? error
      if let note = fail(with: error) {
        ownFailure = note.date
        await write(note)
      }
      return .failure(error)
    }
  }

  func accept(_ listing: ProviderListing) async throws(ProviderError) -> RefreshOutcome {
    await loadHistory()
    let date = now()
    if listing.models.isEmpty, let first = listing.skipped.first {
      throw .malformed("none of its rows can be read: \(first.reason)")
    }
    if let refusal = listingGuard.rejection(of: listing.models, known: known, now: date) {
      throw .refused(refusal)
    }
    let (catalog, changes) = await compare(with: listing.models)
    let lastChanged = changes.isEmpty ? snapshot.lastChanged : date
    // Written before the cache, because peers read the history when the cache changes.
    let historyNotice = await insertIntoHistory(listing, at: date, isNews: !changes.isEmpty)
    let notice = await save(listing, fetched: date, lastChanged: lastChanged)
    let whole = await catalog.adding(removedAndChanged.removed)

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
      $0.unreadablePrices = listing.unreadable
      $0.cacheNotice = notice
      $0.changedOn = removedAndChanged.changedOn
      $0.historyNotice = historyNotice
      $0.isRefreshing = false
      $0.nextRefresh = next
    }
    return changes.isEmpty ? .unchanged : .changed(changes)
  }

  /// The note for peers; nil if the refresh was only cancelled.
  func fail(with error: ProviderError) -> FailureNote? {
    guard !Task.isCancelled else {
      publish { $0.isRefreshing = false }
      return nil
    }
    switch error {
    case .refused(.shrunken), .inFile(_, .refused(.shrunken)): break
    case .unreachable, .rejected, .malformed, .tooLarge, .refused, .inFile, .elsewhere:
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

  nonisolated func write(_ note: FailureNote) async { cache?.note(note) }

  nonisolated func compare(with models: [Model]) async -> (Catalog, CatalogChanges) {
    let old = await snapshot.catalog
    let new = Catalog(core + models)
    return (new, new == old ? .none : CatalogChanges(from: old, to: new))
  }

  /// Why it failed, as a sentence, or nil.
  nonisolated func save(
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
