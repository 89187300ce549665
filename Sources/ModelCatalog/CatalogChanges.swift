/// The difference between the listed models of two catalogues; empty if and only if these are
/// equal.
///
/// A removed model counts as absent. No field is left out here: which fields are noise to a person
/// is the view's choice.
package struct CatalogChanges: Hashable, Sendable {
  /// Listed only in the newer catalogue, in its order.
  package var added: [Model]
  /// Listed only in the older catalogue, with their last facts, in its order.
  package var removed: [Model]
  /// Listed in both with different facts, in the newer one's order.
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
  /// Only what is news (``ModelChange/news``).
  package var news: CatalogChanges {
    CatalogChanges(added: added, removed: removed, changed: changed.compactMap(\.news))
  }

  /// The changed models in which nothing is news.
  package var minor: [ModelChange] { changed.filter { $0.news == nil } }
}
