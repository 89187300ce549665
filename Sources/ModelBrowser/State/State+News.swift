import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

extension State {
  /// Applies a new snapshot without moving the selection or scroll position.
  mutating func receive(_ newSnapshot: Snapshot) -> [Effect] {
    let oldIDs = search.shownIDs
    let oldRow = selectedRow
    let oldCatalog = catalog
    let change = world.receive(newSnapshot)
    world.hold(heldModels, from: oldCatalog)
    // A past catalogue does not change; the new one is used on return to the present.
    if world.pastCatalog == nil {
      if change.hasNewCatalog {
        search.replaceCatalog(catalog)
        gatherNews()
        search.listSidebar(in: scope)
        // Before the first listing and the first key nothing has been selected.
        let mayMove = change.isFirstListing && !navigation.hasTouched
        keepSelection(oldIDs, oldRow: mayMove ? nil : oldRow)
      } else if change.hasNewDates {
        refilter()
      }
    }
    if !change.wasLoaded, let notice = newSnapshot.cacheNotice {
      toast = .warning(notice, at: world.now)
    }
    if change.wasLoaded, world.pastCatalog == nil { announce(change) }
    return change.isNews ? historyChanged() : []
  }

  /// The models that must not disappear with a new list.
  private var heldModels: [Model.ID] {
    overlays.reduce(navigation.marks.ids) { ids, overlay in
      if case .compare(let compare) = overlay { ids + compare.ids } else { ids }
    }
  }

  private mutating func announce(_ change: SnapshotChange) {
    let (old, new, now) = (change.old, change.new, world.now)
    if let last = new.lastChange, last.date != old.lastChange?.date,
      ChangeCounts(last.changes).hasNews, !change.isFirstListing
    {
      toast = .news(Self.summary(of: last.changes), at: now)
    }
    if let failure = new.failure, failure.error != old.failure?.error, !world.awaitsRefresh,
      toast?.level != .error
    {
      toast = .warning(failure.error.summary, at: now)
      // Without a list the reason is the news, and stays until a key.
      if new.freshness == .coreOnly { toast?.expires = nil }
    }
    if new.omissions.unreadableRows > 0, new.omissions != old.omissions {
      toast = .warning(
        "\(CountText.of(new.omissions.unreadableRows, "row")) of OpenRouter's list could not be read",
        at: now)
    }
    if let notice = new.cacheNotice, notice != old.cacheNotice {
      toast = .warning(notice, at: now)
    } else if let notice = new.historyNotice, notice != old.historyNotice {
      toast = .warning(notice, at: now)
    }
  }

  /// Shows the result of a refresh that the user requested.
  mutating func showRefreshResult(_ result: Result<RefreshOutcome, ProviderError>) {
    guard world.awaitsRefresh else { return }
    world.awaitsRefresh = false
    switch result {
    case .success(.changed(let changes)):
      toast = .news(Self.summary(of: changes), at: world.now)
    case .success(.unchanged):
      toast = .news("refreshed: nothing has changed", at: world.now)
    case .failure(let error):
      toast = .error(error.summary + "; nothing was lost")
    }
  }

  /// `3 added, 1 removed, 44 changed`, with the names of what is new where they fit.
  private static func summary(of changes: CatalogChanges) -> String {
    let names = (changes.added.isEmpty ? changes.removed : changes.added).prefix(3).map(\.id)
    return ChangeCounts(changes).text + (names.isEmpty ? "" : ": " + names.joined(separator: ", "))
  }
}
