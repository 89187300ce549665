/// Turns the terms of a text into a query, and says what is wrong with the others.
///
/// It never stops at a fault: the strict reading throws the first one, the lenient one goes on.
struct QueryParser {
  private(set) var query = Query()
  /// In the order of the text.
  private(set) var errors: [QueryError] = []
  /// The values that are ids of models, in the order of the text.
  var references: [Reference] = []
  /// About text that is valid and may have been meant otherwise; in the order of the text.
  private(set) var hints: [QueryHint] = []
  private var terms: [Term] = []
  /// Whether costs can be compared.
  private let hasWorkload: Bool
  /// Why endpoints cannot be asked about; nil where they can.
  private let noEndpoints: String?

  /// A model whose fact others are compared with.
  struct Reference {
    /// In Unicode scalars from the start of the query.
    let offset: Int
    let id: Model.ID
    let field: QueryField
  }

  /// Unicode scalars that are read at most: far beyond what people type, and few enough that no
  /// text is slow.
  static let maxLength = 4096
  static let maxTerms = 64

  init(hasWorkload: Bool, noEndpoints: String? = nil) {
    self.hasWorkload = hasWorkload
    self.noEndpoints = noEndpoints
  }

  static func read(
    _ text: String, hasWorkload: Bool = true, noEndpoints: String? = nil
  ) -> QueryParser {
    var parser = QueryParser(hasWorkload: hasWorkload, noEndpoints: noEndpoints)
    parser.read(text.unicodeScalars)
    return parser
  }

  private mutating func read(_ scalars: String.UnicodeScalarView) {
    let isTooLong = scalars.dropFirst(Self.maxLength).first != nil
    var lexer = QueryLexer(scalars.prefix(Self.maxLength))
    var sort: QueryOrder?
    while let token = lexer.next() {
      guard terms.count < Self.maxTerms else {
        report(token.range.lowerBound, "", "more than \(Self.maxTerms) terms")
        break
      }
      switch token.content {
      case .nothing: break
      case .word(let text):
        let word = Self.withoutRouter(text)
        if let hint = Self.hint(about: word) { hints.append(hint) }
        appendText(.word(word), word, token)
      case .phrase(let text, let isClosed):
        if !isClosed { reportOpenQuote(text, at: token.range.lowerBound) }
        let phrase = Self.withoutRouter(text)
        appendText(.phrase(phrase), phrase, token)
      case .field(let field):
        guard let name = QueryField(name: field.name) else {
          reportUnknown(field)
          continue
        }
        if name == .frontier, token.isNegated {
          report(field.nameRange.lowerBound, field.name, "a frontier cannot be left out")
        } else if name.kind == .order {
          if let order = readOrder(field, isNegated: token.isNegated) { sort = order }
        } else if let condition = readCondition(name, field) {
          terms.append(Term(condition, isNegated: token.isNegated))
        }
      }
    }
    if isTooLong {
      report(Self.maxLength, "", "the query goes on after \(Self.maxLength) characters")
    }
    query = Query(terms: terms, sort: sort)
  }

  /// Text that is nothing but punctuation looks for nothing.
  private mutating func appendText(
    _ condition: Term.Condition, _ text: String, _ token: QueryLexer.Token
  ) {
    guard Folding.fold(text).contains(where: Self.isText) else { return }
    terms.append(Term(condition, isNegated: token.isNegated))
  }

  private mutating func readCondition(
    _ name: QueryField, _ field: QueryLexer.Field
  ) -> Term.Condition? {
    if !field.isClosed {
      reportOpenQuote(field.items.last?.text ?? "", at: field.nameRange.lowerBound)
    }
    if name.needsEndpoint, let noEndpoints {
      report(field.nameRange.lowerBound, field.name, "“\(field.name)” \(noEndpoints)")
      return nil
    }
    guard name.kind == .names else {
      if case .fact(let fact) = name, !allows(fact, at: field.nameRange.lowerBound, field.name) {
        return nil
      }
      return field.isSpaced && reportSpaces(field) ? nil : readComparison(name, field)
    }
    if let comparison = field.comparison, comparison != .equal {
      report(
        field.nameRange.lowerBound, field.name + comparison.rawValue,
        "\(field.name) takes a colon, not \(comparison.rawValue)",
        suggestion: "\(field.name):")
      return nil
    }
    let names = field.items.compactMap { readName($0, of: name, field) }
    return names.isEmpty ? nil : .anyOf(name, names)
  }

  /// One of the names between commas; nil, and an error, if it cannot be.
  private mutating func readName(
    _ item: QueryLexer.Item, of field: QueryField, _ source: QueryLexer.Field
  ) -> String? {
    var name = item.text.lowercased()
    if field == .author, name.hasPrefix("~") { name.removeFirst() }
    guard !Folding.fold(name).isEmpty else {
      reportMissing("a value", after: source, at: item.range.lowerBound)
      return nil
    }
    let known: [String]
    switch field {
    case .source: known = Model.Source.allCases.map(\.rawValue)
    case .state: known = ModelState.allCases.map(\.rawValue)
    case .frontier: known = Frontier.scores.map(\.name)
    case .dataPolicy: known = ["zdr"]
    default: return name
    }
    if known.contains(name) { return name }
    report(
      item.range.lowerBound, item.text,
      "“\(QueryError.shortened(item.text))” is not one of "
        + "\(field.name):\(known.joined(separator: ","))",
      suggestion: EditDistance.nearest(to: name, among: known)
        ?? OfferedTerms.alternatives(for: name).first,
      isUnfinished: known.contains { $0.hasPrefix(name) })
    return nil
  }

  private mutating func readOrder(_ field: QueryLexer.Field, isNegated: Bool) -> QueryOrder? {
    let item = field.items[0]
    if isNegated {
      report(
        field.nameRange.lowerBound, field.name, "an order cannot be left out",
        suggestion: "sort:-\(item.text)")
      return nil
    }
    guard field.items.count == 1, field.comparison == nil || field.comparison == .equal else {
      report(
        field.nameRange.lowerBound, field.name, "sort takes one key after a colon",
        suggestion: "sort:\(item.text)")
      return nil
    }
    if let order = QueryOrder(item.text) {
      guard case .fact(let fact) = order.key else { return order }
      return allows(fact, at: item.range.lowerBound, item.text) ? order : nil
    }
    let keys = SortKey.all.map(\.text)
    let usual = SortKey.usual.map(\.text)
    let facts = FactTable.all.filter { $0.order != nil }.map(\.name)
    let isReversed = item.text.hasPrefix("-")
    let key = item.text.dropFirst(isReversed ? 1 : 0).lowercased()
    guard !key.isEmpty else {
      reportMissing("a key", after: field, at: item.range.lowerBound)
      return nil
    }
    report(
      item.range.lowerBound, item.text,
      "“\(QueryError.shortened(item.text))” is not one of sort:\(usual.joined(separator: ",")) or another fact",
      suggestion: (key == "age" ? "new" : EditDistance.nearest(to: key, among: keys + facts))
        .map { (isReversed ? "-" : "") + $0 },
      isUnfinished: keys.contains { $0.hasPrefix(key) })
    return nil
  }
}

// MARK: - What is wrong

extension QueryParser {
  /// Whether what the fact needs is there; reports it where it is not.
  private mutating func allows(_ fact: Fact, at offset: Int, _ text: String) -> Bool {
    if fact.needsEndpoint, let noEndpoints {
      report(offset, text, "“\(fact.name)” \(noEndpoints)")
      return false
    }
    guard fact.needsWorkload, !hasWorkload else { return true }
    report(
      offset, text,
      "“\(fact.name)” needs a workload (w in the browser, --workload, ?workload= in the API), "
        + "like \(Workload.example)")
    return false
  }

  mutating func report(
    _ offset: Int, _ text: String, _ message: String, suggestion: String? = nil,
    isUnfinished: Bool = false
  ) {
    errors.append(
      QueryError(
        offset: offset, text: text, message: message, suggestion: suggestion,
        isUnfinished: isUnfinished))
  }

  mutating func reportMissing(_ what: String, after field: QueryLexer.Field, at offset: Int) {
    let text = field.name + (field.comparison?.rawValue ?? ":")
    report(offset, text, "“\(text)” needs \(what)", isUnfinished: true)
  }

  private mutating func reportOpenQuote(_ text: String, at offset: Int) {
    report(offset, text, "the quote is not closed", isUnfinished: true)
  }

  /// A comparison that only lacks to be written together; false if it has no value yet.
  private mutating func reportSpaces(_ field: QueryLexer.Field) -> Bool {
    let value = field.items.map(\.text).joined(separator: ",")
    guard !value.isEmpty else { return false }
    let sign = field.comparison?.rawValue ?? ":"
    report(
      field.nameRange.lowerBound, field.name, "a comparison is written without spaces",
      suggestion: field.name + sign + value)
    return true
  }

  private mutating func reportUnknown(_ field: QueryLexer.Field) {
    let suggestion = QueryField.nearestName(to: field.name)
    let usual = QueryField.usual.map(\.name).joined(separator: ", ")
    report(
      field.nameRange.lowerBound, field.name,
      "there is no field “\(QueryError.shortened(field.name))”"
        + (suggestion == nil ? " among \(usual) and other facts" : ""),
      suggestion: suggestion)
  }
}
