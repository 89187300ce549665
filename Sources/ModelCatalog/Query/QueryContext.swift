package import Foundation

/// What a search depends on in addition to the catalogue.
package struct QueryContext: Hashable, Sendable {
  /// The date that ages are relative to.
  package var now: Date
  /// Ids.
  package var favorites: Set<Model.ID>
  /// Ids of models that changed recently according to the history.
  package var changed: Set<Model.ID>

  package init(
    now: Date, favorites: Set<Model.ID> = [], changed: Set<Model.ID> = []
  ) {
    self.now = now
    self.favorites = favorites
    self.changed = changed
  }
}
