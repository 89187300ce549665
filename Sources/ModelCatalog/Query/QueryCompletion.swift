/// The possible words at the cursor in the text of a query.
package struct QueryCompletion: Hashable, Sendable {
  package struct Candidate: Hashable, Sendable {
    /// What replaces the range.
    package let text: String
    /// What it means, in a few words.
    package let summary: String
  }

  /// What a candidate replaces: Unicode scalars from the start of the text, up to the cursor.
  package let range: Range<Int>
  /// The likeliest first; empty where nothing is known.
  package let candidates: [Candidate]

  /// Field names, and the values that the catalogue has for a field.
  ///
  /// The cursor counts Unicode scalars from the start of the text. Providers are those of `endpoints`.
  package static func completions(
    for text: String, cursor: Int, in index: SearchIndex,
    endpoints: EndpointTable = EndpointTable()
  ) -> QueryCompletion {
    let scalars = Array(text.unicodeScalars.prefix(max(0, cursor)))
    // The lexer gives the term that goes up to the cursor, if one does.
    var lexer = QueryLexer(scalars)
    var last: QueryLexer.Token?
    while let token = lexer.next() { last = token }
    // What cannot be seen at the end ends no term.
    let end = scalars.lastIndex { !QueryLexer.isInvisible($0) }.map { $0 + 1 } ?? 0
    guard let last, last.range.upperBound == end else {
      return fields("", range: scalars.count..<scalars.count)
    }
    switch last.content {
    case .nothing: return fields("", range: scalars.count..<scalars.count, isNegated: true)
    case .word(let word):
      return fields(
        word, range: last.range.lowerBound + (last.isNegated ? 1 : 0)..<scalars.count,
        isNegated: last.isNegated)
    case .phrase: return QueryCompletion(range: scalars.count..<scalars.count, candidates: [])
    case .field(let field):
      let start = field.items.last?.range.lowerBound ?? scalars.count
      let typed = field.items.last?.text ?? ""
      let name = QueryField(name: field.name)
      let known =
        name == .servedBy ? providers(in: endpoints) : name.map { index.values(of: $0) } ?? []
      return QueryCompletion(
        range: start..<scalars.count,
        candidates: name == .sort
          ? known.filter { $0.text.hasPrefix(typed.lowercased()) }
          : matching(typed, among: known).compactMap(written))
    }
  }

  /// The slugs of all providers that are known, those of the most models first.
  private static func providers(in endpoints: EndpointTable) -> [Candidate] {
    var counts: [String: Int] = [:]
    for known in endpoints.models.values {
      for provider in Set(known.endpoints.map(\.tag.provider)) { counts[provider, default: 0] += 1 }
    }
    return counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
      .map { Candidate(text: $0.key, summary: SearchIndex.models($0.value)) }
  }

  private static func fields(
    _ typed: String, range: Range<Int>, isNegated: Bool = false
  ) -> QueryCompletion {
    let typed = typed.lowercased()
    let candidates = QueryField.all.compactMap { field -> Candidate? in
      // There is no leaving out an order.
      guard !isNegated || field.kind != .order && field != .frontier else { return nil }
      let names = [field.name] + field.aliases
      guard names.contains(where: { $0.hasPrefix(typed) }) else { return nil }
      return Candidate(text: field.name + field.usualSign, summary: field.summary)
    }
    // `vision` may have been typed for `has:vision`.
    let offered = isNegated ? [] : OfferedTerms.alternatives(for: typed)
    return QueryCompletion(
      range: range,
      candidates: candidates + offered.map { Candidate(text: $0, summary: "instead of the word") })
  }

  /// As it has to be written in a query; nil for a name that cannot be.
  private static func written(_ candidate: Candidate) -> Candidate? {
    guard !candidate.text.contains("\""), !Folding.fold(candidate.text).isEmpty else { return nil }
    return Candidate(
      text: Term.Condition.quotedIfNeeded(candidate.text), summary: candidate.summary)
  }

  /// Those that begin with what is typed, then those that have it inside.
  private static func matching(_ typed: String, among known: [Candidate]) -> [Candidate] {
    let typed = Folding.fold(typed)
    let folded = known.map { Folding.fold($0.text) }
    let beginning = known.indices.filter { folded[$0].starts(with: typed) }
    guard beginning.isEmpty else { return beginning.map { known[$0] } }
    let needle = Needle(typed, counts: [Int](repeating: 0, count: 256))
    return known.indices.filter { position in
      folded[position].withUnsafeBufferPointer {
        needle.firstIndex(in: $0, 0..<$0.count) != nil
      }
    }.map { known[$0] }
  }
}

extension QueryField {
  /// The sign that usually comes after the name.
  fileprivate var usualSign: String {
    switch kind {
    case .names, .order: ":"
    case .tokens, .date, .score, .measure(.percent), .measure(.tokensPerSecond), .measure(.bits):
      ">="
    case .measure(.milliseconds): "<"
    case .price, .cost: "<="
    case .age: "<"
    }
  }
}

extension SearchIndex {
  /// What a field can be in this catalogue, the most frequent first where that is known.
  func values(of field: QueryField) -> [QueryCompletion.Candidate] {
    switch field {
    case .author: return candidates(authors)
    case .category:
      return catalog.categories.map { category in
        let count = categories.count(of: category.key)
        return .init(text: category.key, summary: "\(category.name), \(Self.models(count))")
      }
    case .inputs: return candidates(inputs)
    case .outputs: return candidates(outputs)
    case .source: return Model.Source.allCases.map { .init(text: $0.rawValue, summary: "") }
    case .ability:
      let abilities = Ability.allCases.map {
        QueryCompletion.Candidate(text: $0.rawValue, summary: $0.summary)
      }
      let names = Set(abilities.map(\.text))
      let parameters = candidates(parameters).filter { !names.contains($0.text) }
      let known = names.union(parameters.map(\.text))
      let facts = FactTable.all.filter { !known.contains($0.name) }.map {
        QueryCompletion.Candidate(text: $0.name, summary: "\($0.words) is known")
      }
      return abilities + parameters + facts
    case .state: return ModelState.allCases.map { .init(text: $0.rawValue, summary: $0.summary) }
    case .sort:
      let orders = SortKey.all.map { key in
        QueryCompletion.Candidate(text: key.text, summary: key.summary)
      }
      return orders
        + orders.map { .init(text: "-" + $0.text, summary: "\($0.summary), reversed") }
    case .frontier:
      return Frontier.scores.map { .init(text: $0.name, summary: "by \($0.words) and cost") }
    case .region: return ["eu", "us", "global"].map { .init(text: $0, summary: "") }
    case .dataPolicy: return [.init(text: "zdr", summary: "zero data retention")]
    case .servedBy, .age, .fact: return []
    }
  }

  private func candidates(_ facet: Facet) -> [QueryCompletion.Candidate] {
    facet.names.indices
      .sorted {
        (-facet.counts[$0], facet.names[$0]) < (-facet.counts[$1], facet.names[$1])
      }
      .map { .init(text: facet.names[$0], summary: Self.models(facet.counts[$0])) }
  }

  fileprivate static func models(_ count: Int) -> String {
    count == 1 ? "1 model" : "\(count) models"
  }
}
