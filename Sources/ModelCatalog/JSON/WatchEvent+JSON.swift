extension WatchEvent {
  /// `{event: "began"|"ceased", id, name, cause: "listed"|"removed"|"changed"|"time", fields, model}`:
  /// the fields as in ``CatalogChanges/json``, empty but for a change, and the whole model.
  package var json: JSONValue {
    let name: String
    var fields: [ModelChange.Difference] = []
    switch cause {
    case .listed: name = "listed"
    case .removed: name = "removed"
    case .changed(let change):
      name = "changed"
      fields = change.fields
    case .time: name = "time"
    }
    return [
      "event": .text(kind.rawValue), "id": .text(model.id), "name": .text(model.name),
      "cause": .text(name), "fields": .list(fields.map(\.json)), "model": modelJSON,
    ]
  }
}
