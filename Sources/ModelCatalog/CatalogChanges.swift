/// What differs between two catalogues; empty if and only if they are equal.
///
/// Which fields are noise to a person is the view's choice: nothing is left out here.
package struct CatalogChanges: Hashable, Sendable {
  /// In the newer catalogue alone, in its order.
  package var added: [Model]
  /// In the older catalogue alone, with their last facts, in its order.
  package var removed: [Model]
  /// In both, with other facts, in the newer one's order.
  package var changed: [ModelChange]

  package static let none = CatalogChanges(added: [], removed: [], changed: [])

  package init(added: [Model], removed: [Model], changed: [ModelChange]) {
    self.added = added
    self.removed = removed
    self.changed = changed
  }

  /// Compares two catalogues model by model, by id.
  package init(from old: Catalog, to new: Catalog) {
    added = new.models.filter { old[$0.id] == nil }
    removed = old.models.filter { new[$0.id] == nil }
    changed = new.models.compactMap { model in
      old[model.id].flatMap { ModelChange(from: $0, to: model) }
    }
  }

  package var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }
}

/// What differs between two states of one model.
package struct ModelChange: Hashable, Sendable, Identifiable {
  package struct Difference: Hashable, Sendable {
    package let field: ModelField
    package let old: FieldValue
    package let new: FieldValue
  }

  package let id: Model.ID
  /// In the order of ``ModelField/all``; never empty.
  package let fields: [Difference]

  /// Nil if the two are equal.
  package init?(from old: Model, to new: Model) {
    guard old != new else { return nil }
    id = new.id
    fields = ModelField.all.compactMap { field in
      let (before, after) = (field.value(in: old), field.value(in: new))
      return before == after ? nil : Difference(field: field, old: before, new: after)
    }
  }
}
