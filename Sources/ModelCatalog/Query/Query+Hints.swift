extension Query {
  /// What to say about a valid text, whatever the catalogue: for what has no index at hand.
  package static func hints(about text: String) -> [QueryHint] {
    let read = QueryParser.read(text)
    return read.hints + read.query.offers
  }

  /// The terms for what words name: abilities, states, modalities, orders.
  ///
  /// All in one hint: the first that each words may mean, and where they may mean another, that too.
  var offers: [QueryHint] {
    let words = terms.map { $0.isFreeText ? $0.condition.text?.word : nil }
    let asked = Set(terms.map(\.description) + (sort.map { ["sort:\($0)"] } ?? []))
    var named: [String] = []
    var offered: [[String]] = []
    var index = 0
    while index < words.count {
      let names = (1...OfferedTerms.longest).reversed().compactMap { count -> [String]? in
        let names = words.dropFirst(index).prefix(count).compactMap { $0 }
        return names.count == count ? names : nil
      }
      guard
        let name = names.first(where: {
          !OfferedTerms.alternatives(for: $0.joined(separator: " ")).isEmpty
        })
      else {
        index += 1
        continue
      }
      let text = name.joined(separator: " ")
      let alternatives = OfferedTerms.alternatives(for: text)
      if asked.isDisjoint(with: alternatives) {
        named.append(text)
        offered.append(alternatives)
      }
      index += name.count
    }
    guard !offered.isEmpty else { return [] }
    let most = offered.map(\.count).max() ?? 0
    let alternatives = (0..<most).map { choice in
      offered.map { $0[min(choice, $0.count - 1)] }.joined(separator: " ")
    }
    return [QueryHint(misread: named.joined(separator: " "), alternatives: alternatives)]
  }
}
