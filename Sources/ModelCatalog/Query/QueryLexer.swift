/// Splits the text of a query into terms, without validating them.
///
/// Works on Unicode scalars, which offsets count. Control characters separate words like spaces;
/// invisible format characters (direction marks, joiners) are ignored.
struct QueryLexer {
  /// One term with its position in the text.
  struct Token {
    let range: Range<Int>
    let isNegated: Bool
    let content: Content
  }

  enum Content {
    /// A lone `-`.
    case nothing
    case word(String)
    case phrase(String, isClosed: Bool)
    case field(Field)
  }

  struct Field {
    let name: String
    let nameRange: Range<Int>
    /// Nil for a lone colon.
    let comparison: Comparison?
    /// The texts between the commas; there is at least one, and the last may be empty.
    let items: [Item]
    /// Whether every quote is closed.
    let isClosed: Bool
  }

  struct Item {
    let text: String
    let range: Range<Int>
  }

  /// The visible text.
  private var scalars: [Unicode.Scalar] = []
  /// The offsets of each of ``scalars``, and of the end, in the given text.
  private var origins: [Int] = []
  private var position = 0

  init(_ text: some Sequence<Unicode.Scalar>) {
    var count = 0
    for scalar in text {
      if !Self.isInvisible(scalar) {
        scalars.append(scalar)
        origins.append(count)
      }
      count += 1
    }
    origins.append(count)
  }

  /// The next term, or nil at the end.
  mutating func next() -> Token? {
    while let scalar = current, Self.isBlank(scalar) { position += 1 }
    guard current != nil else { return nil }
    let start = position
    let isNegated = skip("-")
    let content = readContent()
    return Token(range: original(start..<position), isNegated: isNegated, content: content)
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value <= 0x20 || scalar.value == 0x7F }
    return scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
  }

  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x80 && scalar.properties.generalCategory == .format
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic
  }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    position += 1
    return true
  }

  private mutating func readContent() -> Content {
    guard let first = current, !Self.isBlank(first) else { return .nothing }
    if first == "\"" { return readPhrase() }
    let start = position
    var end = position
    while end < scalars.count, Self.isLetter(scalars[end]) { end += 1 }
    if end > start, end < scalars.count, [":", "<", ">", "="].contains(scalars[end]) {
      position = end
      return .field(readField(name: start..<end))
    }
    while let scalar = current, !Self.isBlank(scalar) { position += 1 }
    return .word(text(start..<position))
  }

  private mutating func readPhrase() -> Content {
    _ = skip("\"")
    let start = position
    while let scalar = current, scalar != "\"" { position += 1 }
    let end = position
    return .phrase(text(start..<end), isClosed: skip("\""))
  }

  private mutating func readField(name: Range<Int>) -> Field {
    _ = skip(":")
    let comparison = readComparison()
    var items: [Item] = []
    var start = position
    var isQuoted = false
    while let scalar = current, isQuoted || !Self.isBlank(scalar) {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if scalar == ",", !isQuoted {
        items.append(item(start..<position))
        start = position + 1
      }
      position += 1
    }
    items.append(item(start..<position))
    return Field(
      name: text(name), nameRange: original(name), comparison: comparison, items: items,
      isClosed: !isQuoted)
  }

  private mutating func readComparison() -> Comparison? {
    if skip("<") { return skip("=") ? .atMost : .less }
    if skip(">") { return skip("=") ? .atLeast : .more }
    return skip("=") ? .equal : nil
  }

  private func item(_ range: Range<Int>) -> Item {
    Item(text: text(range, unquoting: true), range: original(range))
  }

  /// Up to the end of its last character.
  private func original(_ range: Range<Int>) -> Range<Int> {
    let start = origins[range.lowerBound]
    return start..<(range.isEmpty ? start : origins[range.upperBound - 1] + 1)
  }

  /// A range of the text, with runs of spaces reduced to one.
  private func text(_ range: Range<Int>, unquoting: Bool = false) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in scalars[range] {
      if unquoting, scalar == "\"" { continue }
      if Self.isBlank(scalar) {
        if let last = kept.last, last != " " { kept.append(" ") }
      } else {
        kept.append(scalar)
      }
    }
    if kept.last == " " { kept.removeLast() }
    return String(kept)
  }
}
