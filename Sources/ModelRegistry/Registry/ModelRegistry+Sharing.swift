import Foundation
import ModelCatalog

/// Coordination with processes that share the cache: one fetches, the others load its result.
extension ModelRegistry {
  /// Loads what other processes save, until cancelled.
  func follow(_ cache: CatalogCache) async {
    let watch = cache.watch()
    for await _ in watch.changes { _ = await loadSharedListing() }
    withExtendedLifetime(watch) {}
  }

  /// Publishes a listing that another process saved, if it is newer than what is shown.
  ///
  /// Nil if it is not, or if this process is fetching.
  func loadSharedListing() async -> RefreshOutcome? {
    // The published snapshot includes the history, so load that first.
    await loadHistory()
    guard let fetched = await sharedState().fetched, machine.isNews(fetched, now: now()),
      let saved = await readSaved(), machine.isNews(saved.fetched, now: now())
    else { return nil }
    let (catalog, changes) = await compare(with: saved.listing.models)
    if !changes.isEmpty { await reloadRemovedAndChanged() }
    let received = await receivedListing(
      saved.listing, catalog, changes, fetched: saved.fetched, lastChanged: saved.lastChanged)
    guard machine.isNews(saved.fetched, now: now()) else { return nil }
    send(.peerSaved(received))
    return received.outcome
  }

  private func reloadRemovedAndChanged() async {
    guard let history, let new = try? await history.removedAndChanged(now: now()) else { return }
    removedAndChanged = new
  }

  nonisolated func sharedState() async -> SharedState {
    SharedState(fetched: cache?.fetched(), failure: cache?.failure())
  }

  private nonisolated func readSaved() async -> CatalogCache.Saved? { cache?.load() }

  /// Nil if another process holds the lease.
  nonisolated func acquireLease() async -> CacheLock? {
    switch cache?.lock() {
    case .held(let lock): lock
    case .taken, nil: nil
    }
  }

  /// Waits for a change, at most a second: not every file system sends notifications.
  func nextChange(of watch: DescriptorWatch) async {
    let alarm = Task { [clock] in
      if (try? await clock.sleep(for: .seconds(1))) != nil { watch.suspect() }
    }
    for await _ in watch.changes { break }
    alarm.cancel()
  }
}
