/// Splits the text of a query into terms, without validating their values.
///
/// Works on Unicode scalars, which offsets count. Control characters separate words like spaces;
/// invisible format characters (direction marks, joiners) are ignored, and so are brackets,
/// apostrophes, backticks and commas around a term. A field is a known name right before a colon
/// or comparison; any other text with a colon is a word.
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
    /// Whether spaces are around the comparison: `ctx >= 200k`.
    var isSpaced = false
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
    while let scalar = current, Self.isBlank(scalar) || Self.isWrapping(scalar) { position += 1 }
    guard current != nil else { return nil }
    let start = position
    let isNegated = skip("-")
    if isNegated { while let scalar = current, Self.isWrapping(scalar) { position += 1 } }
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

  /// A quotation mark, straight or typographic.
  static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    ["\"", "“", "”", "„", "‟", "«", "»", "＂"].contains(scalar)
  }

  /// What may surround a term without being a part of it.
  static func isWrapping(_ scalar: Unicode.Scalar) -> Bool {
    [
      "(", ")", "[", "]", "{", "}", "<", ">", "=", "`", "'", "‘", "’", "‚", ",", ";",
    ].contains(scalar)
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
    if Self.isQuote(first) { return readPhrase() }
    let start = position
    var end = position
    while end < scalars.count, Self.isLetter(scalars[end]) { end += 1 }
    if let sign = signOfField(name: start..<end) {
      position = sign
      return .field(readField(name: start..<end))
    }
    while let scalar = current, !Self.isBlank(scalar) { position += 1 }
    return .word(text(trimmed(start..<position)))
  }

  /// Where the colon or comparison of a field is; nil if the letters are not the name of one.
  ///
  /// A known name is a field right before any of them, and before a comparison after spaces. What
  /// is right before `<` or `>` is the name of a field even if there is none.
  private func signOfField(name: Range<Int>) -> Int? {
    guard !name.isEmpty, name.upperBound < scalars.count else { return nil }
    let isCompared = ["<", ">"].contains(scalars[name.upperBound])
    guard let field = QueryField(name: text(name)) else {
      return isCompared ? name.upperBound : nil
    }
    if isCompared || [":", "="].contains(scalars[name.upperBound]) { return name.upperBound }
    let sign = scalars[name.upperBound...].firstIndex { !Self.isBlank($0) } ?? scalars.count
    guard sign > name.upperBound, sign < scalars.count, ["<", ">", "="].contains(scalars[sign])
    else { return nil }
    return field.kind.isCompared ? sign : nil
  }

  private mutating func readPhrase() -> Content {
    position += 1
    let start = position
    while let scalar = current, !Self.isQuote(scalar) { position += 1 }
    let end = position
    let isClosed = current != nil
    if isClosed { position += 1 }
    return .phrase(text(start..<end), isClosed: isClosed)
  }

  private mutating func readField(name: Range<Int>) -> Field {
    var isSpaced = position > name.upperBound
    _ = skip(":")
    let comparison = readComparison()
    if QueryField(name: text(name))?.kind.isCompared == true, let value = spacedValue {
      (position, isSpaced) = (value, true)
    }
    var items: [Item] = []
    var start = position
    var isQuoted = false
    while let scalar = current, isQuoted || !Self.isBlank(scalar) {
      if Self.isQuote(scalar) {
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
      isClosed: !isQuoted, isSpaced: isSpaced)
  }

  /// Where a number begins that only spaces separate from here.
  private var spacedValue: Int? {
    guard let scalar = current, Self.isBlank(scalar),
      let value = scalars[position...].firstIndex(where: { !Self.isBlank($0) }),
      scalars[value] == "$" || scalars[value].properties.numericType != nil
    else { return nil }
    return value
  }

  private mutating func readComparison() -> Comparison? {
    if skip("<") { return skip("=") ? .atMost : .less }
    if skip(">") { return skip("=") ? .atLeast : .more }
    return skip("=") ? .equal : nil
  }

  private func item(_ range: Range<Int>) -> Item {
    let isQuoted = scalars[range].contains(where: Self.isQuote)
    let range = isQuoted ? range : trimmed(range)
    return Item(text: text(range, unquoting: true), range: original(range))
  }

  /// Without what is only around it.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Self.isWrapping(scalars[start]) { start += 1 }
    while start < end, Self.isWrapping(scalars[end - 1]) || Self.isQuote(scalars[end - 1]) {
      end -= 1
    }
    return start..<end
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
      if unquoting, Self.isQuote(scalar) { continue }
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
