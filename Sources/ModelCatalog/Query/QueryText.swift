/// The text of a query as a person types it, to put terms into and take them out of.
///
/// What was typed stays as it is, half-typed terms included.
package struct QueryText: Hashable, Sendable {
  package private(set) var text: String

  package init(_ text: String) { self.text = text }

  /// Whether one of the terms means the same as this one.
  package func contains(_ term: String) -> Bool { !places(of: term).isEmpty }

  /// Adds a term at the end, unless it is there.
  package mutating func add(_ term: String) {
    guard !contains(term) else { return }
    closeQuote()
    if let last = text.unicodeScalars.last, !QueryLexer.isBlank(last) { text += " " }
    text += term
  }

  /// Takes a term out, wherever it is.
  package mutating func remove(_ term: String) { remove(places(of: term)) }

  /// Takes a term out if it is there, else adds it.
  package mutating func toggle(_ term: String) {
    if contains(term) { remove(term) } else { add(term) }
  }

  /// Adds a term in place of those of the same field that are not negated.
  package mutating func set(_ term: String) {
    guard let field = QueryLexer.tokens(of: term).first.flatMap(Self.field) else { return }
    remove(
      QueryLexer.tokens(of: text).filter { !$0.isNegated && Self.field(of: $0) == field }
        .map(\.range))
    add(term)
  }

  private static func field(of token: QueryLexer.Token) -> QueryField? {
    guard case .field(let field) = token.content else { return nil }
    return QueryField(name: field.name)
  }

  /// Where terms are that mean the same: scalars of the text.
  private func places(of term: String) -> [Range<Int>] {
    let wanted = Query.reading(term).query
    guard wanted != Query() else { return [] }
    let scalars = Array(text.unicodeScalars)
    return QueryLexer.tokens(of: text).map(\.range).filter { range in
      let part = String(String.UnicodeScalarView(scalars[range]))
      return (try? Query.parse(part)) == wanted
    }
  }

  /// With the blanks after them, or before the last one.
  private mutating func remove(_ ranges: [Range<Int>]) {
    var scalars = Array(text.unicodeScalars)
    for range in ranges.reversed() {
      var (start, end) = (range.lowerBound, range.upperBound)
      while end < scalars.count, QueryLexer.isBlank(scalars[end]) { end += 1 }
      if end == scalars.count {
        while start > 0, QueryLexer.isBlank(scalars[start - 1]) { start -= 1 }
      }
      scalars.removeSubrange(start..<end)
    }
    text = String(String.UnicodeScalarView(scalars))
  }

  /// An open quote at the end would swallow what is added.
  private mutating func closeQuote() {
    switch QueryLexer.tokens(of: text).last?.content {
    case .phrase(_, isClosed: false): text += "\""
    case .field(let field) where !field.isClosed: text += "\""
    default: break
    }
  }
}
