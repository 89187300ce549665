import ModelCatalog

extension TextField {
  /// The part of the text to show in `room` cells; it always includes the cursor.
  func visible(room: Int) -> (before: String, after: String) {
    var before = Array(text.prefix(cursor))
    let after = String(text.dropFirst(cursor))
    var width = before.reduce(0) { $0 + CellWidth.of(String($1)) }
    while width >= room, let first = before.first {
      width -= CellWidth.of(String(first))
      before.removeFirst()
    }
    return (String(before), after)
  }
}
