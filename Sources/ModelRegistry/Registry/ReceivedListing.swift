import Foundation
import ModelCatalog

/// A listing that was fetched, or loaded from the cache, as the registry publishes it.
struct ReceivedListing: Equatable, Sendable {
  /// Ids of the OpenRouter models in it.
  var ids: Set<Model.ID>
  /// Core models, its own, and the removed ones; nil if they are the ones shown.
  var catalog: Catalog?
  /// What differs from the models shown before; none for those of the cache at start.
  var changes = CatalogChanges.none
  var fetched: Date
  /// When its source, another modeldex, had fetched it; nil for OpenRouter itself.
  var original: Date?
  /// When its content last differed from what was known before, if that is known.
  var lastChanged: Date?
  /// What was left out of it.
  var omissions = ListingOmissions()
  /// When models last changed, by the history.
  var changedOn: [Model.ID: Date] = [:]

  /// The date that its age counts from.
  var dated: Date { min(original ?? fetched, fetched) }

  var outcome: RefreshOutcome { changes.isEmpty ? .unchanged : .changed(changes) }

  func apply(to snapshot: inout Snapshot) {
    if let catalog { snapshot.catalog = catalog }
    if !changes.isEmpty { snapshot.lastChange = Snapshot.Change(changes: changes, date: fetched) }
    snapshot.received = fetched
    snapshot.lastChanged = lastChanged
    snapshot.omissions = omissions
    snapshot.changedOn = changedOn
  }
}

extension ReceivedListing {
  init(
    _ listing: ProviderListing, catalog: Catalog?, changes: CatalogChanges = .none, fetched: Date,
    lastChanged: Date?, changedOn: [Model.ID: Date] = [:]
  ) {
    self.init(
      ids: Set(listing.models.map(\.id)), catalog: catalog, changes: changes, fetched: fetched,
      original: listing.fetched, lastChanged: lastChanged, omissions: listing.omissions,
      changedOn: changedOn)
  }
}
