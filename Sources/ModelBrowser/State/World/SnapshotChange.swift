import ModelCatalog
import ModelRegistry

/// What a new snapshot changes.
struct SnapshotChange: Equatable, Sendable {
  let old: Snapshot
  let new: Snapshot
  /// Whether the cache had been read before.
  let wasLoaded: Bool
  let hasNewCatalog: Bool
  /// Whether the dates of the last changes are others.
  let hasNewDates: Bool

  init(from old: Snapshot, to new: Snapshot, wasLoaded: Bool) {
    self.old = old
    self.new = new
    self.wasLoaded = wasLoaded
    hasNewCatalog = new.catalog != old.catalog
    hasNewDates = new.changedOn != old.changedOn
  }

  /// Whether OpenRouter's models are listed for the first time.
  var isFirstListing: Bool { old.freshness == .coreOnly && new.freshness != .coreOnly }

  /// Whether the history may hold new entries.
  var isNews: Bool { !wasLoaded || hasNewCatalog || hasNewDates }
}
