import Foundation
import ModelCatalog
import ModelRegistry

extension State {
  /// Applies a new snapshot without moving the selection or scroll position.
  mutating func receive(_ newSnapshot: Snapshot) -> [Effect] {
    let old = snapshot
    let wasLoaded = isLoaded
    let isFirstListing = old.freshness == .coreOnly && newSnapshot.freshness != .coreOnly
    let oldMatches = matches.map { catalog.models[$0.index].id }
    let oldRow = selectedRow
    snapshot = newSnapshot
    isLoaded = true
    if pastCatalog != nil {
      // A past catalogue does not change; the new one is used on return to the present.
    } else if newSnapshot.catalog != old.catalog {
      index = SearchIndex(newSnapshot.catalog)
      gatherNews()
      rebuildSidebar()
      keepSelection(oldMatches, oldRow: oldRow, mayMove: isFirstListing && !hasTouched)
    } else if newSnapshot.changedOn != old.changedOn {
      refilter()
    }
    if !wasLoaded, let notice = newSnapshot.cacheNotice { toast = .warning(notice, at: now) }
    if wasLoaded, pastCatalog == nil {
      announce(from: old, to: newSnapshot, isFirstListing: isFirstListing)
    }
    let isNews =
      !wasLoaded || newSnapshot.catalog != old.catalog || newSnapshot.changedOn != old.changedOn
    return isNews ? historyChanged() : []
  }

  mutating func keepSelection(
    _ oldMatches: [Model.ID], oldRow: Int?, mayMove: Bool
  ) {
    // Before the first listing and the first key nothing has been selected.
    guard !mayMove, let oldRow else {
      searchAnew()
      return
    }
    let oldTop = listTop
    matches = found
    let rows = Dictionary(
      uniqueKeysWithValues: matches.enumerated().map { (catalog.models[$1.index].id, $0) })
    // A removed model hands over to its nearest neighbour: the one below, else the one above.
    let successors = oldMatches[oldRow...] + oldMatches[..<oldRow].reversed()
    guard let successor = successors.first(where: { rows[$0] != nil }), let newRow = rows[successor]
    else {
      selectRow(0)
      return
    }
    if successor != selection { detailTop = 0 }
    selection = successor
    listTop = oldTop + newRow - oldRow
    clampScroll()
  }

  private mutating func announce(
    from old: Snapshot, to new: Snapshot, isFirstListing: Bool
  ) {
    if let change = new.lastChange, change.date != old.lastChange?.date,
      ChangeCounts(change.changes).hasNews, !isFirstListing
    {
      toast = .news(Self.summary(of: change.changes), at: now)
    }
    if let failure = new.failure, failure.error != old.failure?.error, !awaitsRefresh,
      toast?.level != .error
    {
      toast = .warning(failure.error.summary, at: now)
      // Without a list the reason is the news, and stays until a key.
      if new.freshness == .coreOnly { toast?.expires = nil }
    }
    if new.skippedRows > 0, new.skippedRows != old.skippedRows {
      toast = .warning(
        "\(CountText.of(new.skippedRows, "row")) of OpenRouter's list could not be read", at: now)
    }
    if let notice = new.cacheNotice, notice != old.cacheNotice {
      toast = .warning(notice, at: now)
    } else if let notice = new.historyNotice, notice != old.historyNotice {
      toast = .warning(notice, at: now)
    }
  }

  /// Shows the result of a refresh that the user requested.
  mutating func showRefreshResult(_ result: Result<RefreshOutcome, ProviderError>) {
    guard awaitsRefresh else { return }
    awaitsRefresh = false
    switch result {
    case .success(.changed(let changes)):
      toast = .news(Self.summary(of: changes), at: now)
    case .success(.unchanged):
      toast = .news("refreshed: nothing has changed", at: now)
    case .failure(let error):
      toast = .error(error.summary + "; nothing was lost")
    }
  }

  /// `3 added, 1 removed, 44 changed`, with the names of what is new where they fit.
  static func summary(of changes: CatalogChanges) -> String {
    let names = (changes.added.isEmpty ? changes.removed : changes.added).prefix(3).map(\.id)
    return ChangeCounts(changes).text + (names.isEmpty ? "" : ": " + names.joined(separator: ", "))
  }
}
