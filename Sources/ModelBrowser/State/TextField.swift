import ModelCatalog

/// An editable line of text, as in readline.
struct TextField: Equatable, Sendable {
  private(set) var text = ""
  /// Characters before the cursor.
  private(set) var cursor = 0

  static let limit = 2000

  init(_ text: String = "") { replaceAll(with: text) }

  mutating func replaceAll(with newText: String) {
    text = DisplayText.typed(String(newText.prefix(Self.limit)))
    cursor = text.count
  }

  mutating func insert(_ string: String) {
    let room = Self.limit - text.count
    // A combining mark joins the previous character, so normalise the text before the cursor again.
    let before = DisplayText.typed(String(text.prefix(cursor) + string.prefix(max(0, room))))
    text = before + text.dropFirst(cursor)
    cursor = min(text.count, before.count)
  }

  /// Replaces a range of characters and moves the cursor behind the replacement.
  mutating func replace(_ range: Range<Int>, with replacement: String) {
    let range = range.clamped(to: 0..<text.count)
    let before = text.prefix(range.lowerBound) + replacement
    text = String(before + text.dropFirst(range.upperBound))
    cursor = min(text.count, String(before).count)
  }

  mutating func moveLeft() { cursor = max(0, cursor - 1) }
  mutating func moveRight() { cursor = min(text.count, cursor + 1) }
  mutating func moveToStart() { cursor = 0 }
  mutating func moveToEnd() { cursor = text.count }
  mutating func moveWordLeft() { cursor = wordStart }

  mutating func moveWordRight() {
    let rest = text.dropFirst(cursor)
    let gap = rest.prefix { $0 == " " }.count
    cursor += gap + rest.dropFirst(gap).prefix { $0 != " " }.count
  }

  mutating func deleteBackward() {
    guard cursor > 0 else { return }
    replace(cursor - 1..<cursor, with: "")
  }

  mutating func deleteForward() {
    let position = cursor
    replace(position..<min(text.count, position + 1), with: "")
    cursor = min(position, text.count)
  }

  mutating func deleteWord() { replace(wordStart..<cursor, with: "") }
  mutating func deleteToStart() { replace(0..<cursor, with: "") }

  mutating func deleteToEnd() {
    text = String(text.prefix(cursor))
  }

  /// The cursor position in Unicode scalars, as queries count.
  var scalarCursor: Int { text.prefix(cursor).unicodeScalars.count }

  /// Converts a range of scalars to a range of characters.
  func characters(ofScalars range: Range<Int>) -> Range<Int> {
    func count(_ scalars: Int) -> Int { String(text.unicodeScalars.prefix(scalars)).count }
    return count(range.lowerBound)..<count(range.upperBound)
  }

  private var wordStart: Int {
    let before = Array(text.prefix(cursor))
    var position = before.count
    while position > 0, before[position - 1] == " " { position -= 1 }
    while position > 0, before[position - 1] != " " { position -= 1 }
    return position
  }
}
