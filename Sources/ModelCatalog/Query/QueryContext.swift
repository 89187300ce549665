package import Foundation

/// What a search needs to know besides the catalogue.
package struct QueryContext: Hashable, Sendable {
  /// The moment from which ages are counted.
  package var now: Date
  /// Ids.
  package var favorites: Set<Model.ID>
  /// Ids of models that have changed, by the history.
  package var changed: Set<Model.ID>
  /// Ids of models of the catalogue that are no longer listed, by the history.
  package var removed: Set<Model.ID>

  package init(
    now: Date, favorites: Set<Model.ID> = [], changed: Set<Model.ID> = [],
    removed: Set<Model.ID> = []
  ) {
    self.now = now
    self.favorites = favorites
    self.changed = changed
    self.removed = removed
  }
}
