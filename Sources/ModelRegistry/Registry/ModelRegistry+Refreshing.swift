import Foundation
import ModelCatalog

extension ModelRegistry {
  func readCache() async {
    guard let cache else { return }
    let (core, reading) = (core, reading)
    self.reading = nil
    let read = Task.detached {
      let saved = if let reading { await reading.value } else { cache.load() }
      return (
        failure: cache.failure(), saved: saved,
        catalog: saved.map { Catalog(core + $0.listing.models) }
      )
    }
    let (failure, saved, catalog) = await read.value
    guard let saved, let catalog else {
      send(.cacheRead(nil, problem: cache.problem, failure: failure))
      return
    }
    let isFromFuture = RefreshMachine.isFromFuture(saved.fetched, now: now())
    if history != nil, !isFromFuture { self.saved = saved }
    if saved.lacksImage { savedWithoutImage = saved }
    let listing = ReceivedListing(
      saved.listing, catalog: catalog, fetched: saved.fetched, lastChanged: saved.lastChanged)
    send(.cacheRead(listing, problem: nil, failure: failure))
  }

  /// Not in ``load()``, which commands call that end at once.
  func saveMissingImage() -> Task<Void, Never>? {
    guard let cache, let saved = savedWithoutImage else { return nil }
    savedWithoutImage = nil
    return Task.detached { cache.saveImage(of: saved.listing, received: saved.fetched) }
  }

  /// One refresh, by this process or a peer; `isDue` if it was scheduled rather than requested.
  func performRefresh(_ provider: any ModelProvider, isDue: Bool) async -> RefreshResult {
    var lease: CacheLock?
    var watch: DescriptorWatch?
    var step = send(.refreshRequested(isDue: isDue))
    while true {
      switch step {
      case .readSharedState: step = send(.sharedStateRead(await sharedState()))
      case .pause(let duration):
        try? await clock.sleep(for: duration)
        step = send(Task.isCancelled ? .refreshCancelled : .paused)
      case .acquireLease:
        lease = await acquireLease()
        step = send(lease == nil ? .leaseTaken : .leaseAcquired)
      case .waitForPeer:
        if let watch { await nextChange(of: watch) } else { watch = cache?.watch() }
        step = send(Task.isCancelled ? .refreshCancelled : .peerWaitEnded)
      case .loadSharedListing: step = send(.sharedListingLoaded(await loadSharedListing()))
      case .fetch: step = await fetch(provider)
      case .end(let result, let note):
        if let note { await write(note) }
        withExtendedLifetime(lease) {}
        refreshing = nil
        return result
      }
    }
  }

  private func fetch(_ provider: any ModelProvider) async -> RefreshMachine.Step {
    do throws(ProviderError) {
      let listing = try await provider.models()
      // Until the history is loaded, the shown models lack the removed ones.
      await loadHistory()
      let date = now()
      if let error = rejection(of: listing, at: date) { throw error }
      return await save(listing, fetched: date)
    } catch {
      let error = provider.file.map { ProviderError.inFile($0, error) } ?? error
      return send(
        Task.isCancelled ? .refreshCancelled : .fetchFailed(error, jitter: random(0...1)))
    }
  }

  private func save(_ listing: ProviderListing, fetched: Date) async -> RefreshMachine.Step {
    let (catalog, changes) = await compare(with: listing.models)
    let lastChanged = changes.isEmpty ? snapshot.lastChanged : fetched
    // Written before the cache, because peers read the history when the cache changes.
    let historyNotice = await insertIntoHistory(listing, at: fetched, isNews: !changes.isEmpty)
    let cacheNotice = await writeCache(listing, fetched: fetched, lastChanged: lastChanged)
    let received = await receivedListing(
      listing, catalog, changes, fetched: fetched, lastChanged: lastChanged)
    return send(
      .listingSaved(received, cacheNotice: cacheNotice, historyNotice: historyNotice))
  }

  /// With the removed models, if anything has changed.
  func receivedListing(
    _ listing: ProviderListing, _ catalog: Catalog, _ changes: CatalogChanges, fetched: Date,
    lastChanged: Date?
  ) async -> ReceivedListing {
    ReceivedListing(
      listing,
      catalog: changes.isEmpty ? nil : await catalog.adding(removedAndChanged.removed),
      changes: changes, fetched: fetched, lastChanged: lastChanged,
      changedOn: removedAndChanged.changedOn)
  }

  nonisolated func compare(with models: [Model]) async -> (Catalog, CatalogChanges) {
    let old = await snapshot.catalog
    let new = Catalog(core + models)
    return (new, new == old ? .none : CatalogChanges(from: old, to: new))
  }

  private nonisolated func write(_ note: FailureNote) async { cache?.note(note) }

  /// Why it failed, as a sentence, or nil.
  private nonisolated func writeCache(
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
