extension CatalogChanges {
  /// `{added: [id], removed: [id], changed: [{id, fields: [{field, old, new}]}]}`.
  package var json: JSONValue {
    [
      "added": JSONValue(added.map(\.id)),
      "removed": JSONValue(removed.map(\.id)),
      "changed": .list(
        changed.map { change in
          [
            "id": .text(change.id),
            "fields": .list(change.fields.map(\.json)),
          ]
        }),
    ]
  }
}

extension ModelChange.Difference {
  /// `{field, old, new}`, the field named as in a model's own json.
  package var json: JSONValue {
    ["field": .text(field.jsonKey ?? field.name), "old": old.changeJSON, "new": new.changeJSON]
  }
}
