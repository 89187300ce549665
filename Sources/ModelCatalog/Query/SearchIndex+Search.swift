import Foundation

extension SearchIndex {
  /// The models that meet every term, in order.
  ///
  /// `defaultSort` is used by a query without `sort:`; without either, the best match comes first
  /// where there is free text, else the newest. `hiding` leaves a whole source out.
  ///
  /// A word that is nowhere in the catalogue matches letter by letter; whether it is nowhere
  /// depends on the word alone, so terms can be added and taken away one by one. Retired and
  /// removed models are there only when `is:retired` or `is:removed` asks for them, or a word is
  /// the whole id.
  package func search(
    _ query: Query, in context: QueryContext, defaultSort: QueryOrder? = nil,
    hiding: Model.Source? = nil
  ) -> SearchResult {
    let order =
      query.sort ?? defaultSort ?? QueryOrder(query.hasFreeText ? .relevance : .new)
    let isRanked = order.key == .relevance && query.hasFreeText
    var hits = listedItems(query, context, hiding).map { TextHit(item: $0) }
    for term in query.terms {
      guard let meets = test(of: term.condition, in: context) else { continue }
      hits.removeAll { meets($0.item) == term.isNegated }
    }
    var fuzzyWords: [String] = []
    var wholeText: [UInt8] = []
    for term in query.terms {
      guard let (word, mayBeLoose) = term.condition.text else { continue }
      let needle = text.needle(for: word)
      let found = text.narrow(
        hits, to: needle, mayBeLoose: mayBeLoose, isRanked: isRanked && !term.isNegated)
      if found.isFuzzy { fuzzyWords.append(word) }
      if term.isNegated {
        let excluded = Set(found.hits.map(\.item))
        hits.removeAll { excluded.contains($0.item) }
      } else {
        hits = found.hits
        wholeText += needle.bytes
      }
    }
    if isRanked { text.promoteExact(&hits, to: wholeText) }
    keepFrontiers(of: query, in: &hits, context)
    return SearchResult(
      matches: sorted(hits, by: order, context).map { SearchMatch(index: indices[$0]) },
      fuzzyWords: fuzzyWords)
  }

  // MARK: - What is listed

  private func listedItems(
    _ query: Query, _ context: QueryContext, _ hiding: Model.Source?
  ) -> [Int] {
    let showsRetired = query.terms.contains { $0.asks(for: .retired) }
    let showsRemoved = query.terms.contains { $0.asks(for: .removed) }
    let words = query.terms.compactMap { term in
      term.isFreeText ? term.condition.text.map { Folding.fold($0.word) } : nil
    }
    return facts.indices.filter { item in
      if facts[item].source == hiding { return false }
      let isHidden =
        facts[item].isRetired && !showsRetired || facts[item].isRemoved && !showsRemoved
      guard isHidden else { return true }
      return words.contains { text.isID(of: item, $0) }
    }
  }

  // MARK: - Order

  private func sorted(
    _ hits: [TextHit], by order: QueryOrder, _ context: QueryContext
  ) -> [Int] {
    switch order.key {
    case .relevance:
      let byAge = order.isReversed ? sorted(hits, byAge, isReversed: false) : hits.map(\.item)
      return text.sorted(hits, keeping: byAge, isReversed: order.isReversed)
    // The newest first is the plain direction, and ages ascend.
    case .new:
      return order.isReversed ? sorted(hits, byAge, isReversed: false) : hits.map(\.item)
    case .fact(let fact):
      let startsHighest = fact.order == .highestFirst
      return sorted(
        hits, rankings.order(of: fact, in: self, workload: context.workload),
        isReversed: order.isReversed != startsHighest)
    }
  }

  private func sorted(
    _ hits: [TextHit], _ order: SortedItems, isReversed: Bool
  ) -> [Int] {
    var isHit = [Bool](repeating: false, count: facts.count)
    for hit in hits { isHit[hit.item] = true }
    var sorted: [Int] = []
    sorted.reserveCapacity(hits.count)
    order.forEach(isReversed: isReversed) { if isHit[$0] { sorted.append($0) } }
    return sorted
  }
}

extension Term.Condition {
  /// The free text, and whether its letters alone may do.
  var text: (word: String, mayBeLoose: Bool)? {
    switch self {
    case .word(let word): (word, true)
    case .phrase(let phrase): (phrase, false)
    case .anyOf, .compare: nil
    }
  }
}
