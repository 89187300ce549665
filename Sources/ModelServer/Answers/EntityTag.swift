/// A weak ETag: answers with equal tags are equivalent, not necessarily equal byte for byte.
struct EntityTag: CustomStringConvertible {
  private let tag: String

  init(_ tag: String) { self.tag = tag }

  var description: String { "W/\"\(tag)\"" }

  /// Whether the list of an `If-None-Match` names it, weak or strong, or is `*`.
  func isIn(list: String) -> Bool {
    list.split(separator: ",").contains { entry in
      let entry = entry.trimmingPrefix { $0 == " " || $0 == "\t" }
      let name = entry.reversed().trimmingPrefix { $0 == " " || $0 == "\t" }.reversed()
      return name.elementsEqual("*") || String(name).trimmingPrefix("W/") == "\"\(tag)\""
    }
  }
}
