extension FieldValue {
  /// As the field of that name in a model's own json.
  package var json: JSONValue {
    switch self {
    case .unknown: .null
    case .text(let text): .text(text)
    case .tokens(let count): .integer(count)
    case .price(.variable, _): "variable"
    case .price(let price, let kind): JSONValue(price.amount(per: kind))
    case .otherPrices(let prices): Pricing.json(of: prices)
    case .overrides(let overrides): .list(overrides.map(\.json))
    case .list(let texts): JSONValue(texts)
    case .date(let date): JSONValue(date)
    case .flag(let flag): .flag(flag)
    case .reasoning(let reasoning): reasoning.json
    case .benchmarks(let benchmarks): benchmarks.json
    }
  }
}

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
    ["field": .text(field.jsonKey), "old": old.json, "new": new.json]
  }
}
