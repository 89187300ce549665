extension SearchIndex {
  /// The first value in a query that no model of the catalogue has, with the nearest that one has.
  ///
  /// Such a value is no mistake of the language, since upstream adds new ones, but who writes
  /// `has:visoin` should not get a silent nothing. The beginning of a known value is not doubted.
  package func unknownValueHint(for text: String) -> QueryError? {
    var lexer = QueryLexer(text.unicodeScalars)
    while let token = lexer.next() {
      guard case .field(let written) = token.content,
        let field = QueryField(name: written.name), Self.isOpen(field)
      else { continue }
      let known = values(of: field).map(\.text)
      for item in written.items {
        let value = item.text.lowercased()
        guard !value.isEmpty, !known.contains(where: { $0.hasPrefix(value) }) else { continue }
        return QueryError(
          offset: item.range.lowerBound, text: item.text,
          message: "no model matches \(field.name):\(QueryError.shortened(item.text))",
          suggestion: OfferedTerms.alternatives(for: value).first
            ?? EditDistance.nearest(to: value, among: known), isUnfinished: true)
      }
    }
    return nil
  }

  /// Whether the catalogue, and not the language, says what values the field has.
  private static func isOpen(_ field: QueryField) -> Bool {
    switch field {
    case .author, .category, .inputs, .outputs, .ability: true
    case .source, .state, .age, .sort, .frontier, .servedBy, .region, .dataPolicy, .fact: false
    }
  }
}
