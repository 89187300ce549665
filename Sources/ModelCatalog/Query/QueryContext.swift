package import Foundation

/// What a search needs to know besides the catalogue.
package struct QueryContext: Hashable, Sendable {
  /// The moment from which ages are counted.
  package var now: Date
  /// Ids.
  package var favorites: Set<Model.ID>
  /// Ids of models that have changed of late, by the history.
  package var changed: Set<Model.ID>

  package init(
    now: Date, favorites: Set<Model.ID> = [], changed: Set<Model.ID> = []
  ) {
    self.now = now
    self.favorites = favorites
    self.changed = changed
  }
}
