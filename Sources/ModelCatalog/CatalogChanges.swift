/// What differs between two catalogues in what their makers and upstream list; empty if and only if
/// that is equal.
///
/// A model that is known but gone from upstream's list counts as none. Which fields are noise to a
/// person is the view's choice: nothing is left out here.
package struct CatalogChanges: Hashable, Sendable {
  /// Listed in the newer catalogue alone, in its order.
  package var added: [Model]
  /// Listed in the older catalogue alone, with their last facts, in its order.
  package var removed: [Model]
  /// In both, with other facts, in the newer one's order.
  package var changed: [ModelChange]

  package static let none = CatalogChanges(added: [], removed: [], changed: [])

  package init(added: [Model], removed: [Model], changed: [ModelChange]) {
    self.added = added
    self.removed = removed
    self.changed = changed
  }

  /// Compares two catalogues model by model, by id; `readers` as in ``ModelChange``.
  package init(
    from old: Catalog, to new: Catalog,
    readers: (old: ReaderVersion, new: ReaderVersion) = (.current, .current)
  ) {
    func known(_ id: Model.ID, in catalog: Catalog) -> Model? {
      catalog[id].flatMap { $0.lastListed == nil ? $0 : nil }
    }
    let before = old.models.filter { $0.lastListed == nil }
    let after = new.models.filter { $0.lastListed == nil }
    added = after.filter { known($0.id, in: old) == nil }
    removed = before.filter { known($0.id, in: new) == nil }
    changed = after.compactMap { model in
      known(model.id, in: old).flatMap { ModelChange(from: $0, to: model, readers: readers) }
    }
  }

  package var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }
}

extension CatalogChanges {
  /// What of it is news (``ModelChange/news``).
  package var news: CatalogChanges {
    CatalogChanges(added: added, removed: removed, changed: changed.compactMap(\.news))
  }

  /// The changes of models in which nothing is news.
  package var minor: [ModelChange] { changed.filter { $0.news == nil } }
}
