import Foundation

extension SearchIndex {
  /// The models that meet every term, in order.
  ///
  /// `defaultSort` is used by a query without `sort:`; without either, the best match comes first
  /// where there is free text, else the newest. `hiding` leaves a whole source out.
  ///
  /// A word that is nowhere in what is shown matches letter by letter; whether it is nowhere
  /// depends on no other term, so terms can be added and taken away one by one. Retired and
  /// removed models are shown only when `is:retired` or `is:removed` asks for them, or a word is
  /// the whole id; a hidden source only when `source:` asks for it.
  package func search(
    _ query: Query, in context: QueryContext, defaultSort: QueryOrder? = nil,
    hiding: Model.Source? = nil
  ) -> SearchResult {
    let order =
      query.sort ?? defaultSort ?? QueryOrder(query.hasFreeText ? .relevance : .new)
    let isRanked = order.key == .relevance && query.hasFreeText
    let isShown = shownItems(query, hiding)
    let lens = EndpointLens(query, in: self, context, by: order)
    let tests = query.terms.compactMap { term in
      lens == nil || !term.isJudgedOnEndpoint
        ? test(of: term.condition, in: context).map { (meets: $0, isNegated: term.isNegated) } : nil
    }
    var hits: [TextHit] = facts.indices.lazy.filter { item in
      isShown[item] && tests.allSatisfy { $0.meets(item) != $0.isNegated }
    }.map { TextHit(item: $0) }
    var fuzzyWords: [String] = []
    var words: [Needle] = []
    for term in query.terms {
      guard let (word, mayBeLoose) = term.condition.text else { continue }
      let needle = text.needle(for: word)
      let found = text.narrow(
        hits, to: needle, mayBeLoose: mayBeLoose, isRanked: isRanked && !term.isNegated
      ) { isShown[$0] }
      if found.isFuzzy { fuzzyWords.append(word) }
      if term.isNegated {
        let excluded = Set(found.hits.map(\.item))
        hits.removeAll { excluded.contains($0.item) }
      } else {
        hits = found.hits
        words.append(needle)
      }
    }
    if isRanked {
      text.grade(&hits, by: words, isInFamily: family(of: words))
      markVerbatim(&hits, query)
    }
    let endpoints = lens?.narrow(&hits) ?? [:]
    keepFrontiers(of: query, in: &hits, context, endpoints)
    let items =
      lens == nil
      ? sorted(hits, by: order, context) : sorted(hits, by: order, context, endpoints)
    return SearchResult(
      matches: items.map { SearchMatch(index: indices[$0], endpoint: endpoints[$0]) },
      fuzzyWords: fuzzyWords)
  }

  // MARK: - What is shown

  /// Whether each item is shown, before any term but those for what is usually not.
  func shownItems(_ query: Query, _ hiding: Model.Source?) -> [Bool] {
    let hiding = query.terms.contains { $0.asks(for: hiding) } ? nil : hiding
    let showsRetired = query.terms.contains { $0.asks(for: .retired) }
    let showsRemoved = query.terms.contains { $0.asks(for: .removed) }
    let words = query.terms.compactMap { term in
      term.isFreeText ? term.condition.text.map { Folding.fold($0.word) } : nil
    }
    let text = words.isEmpty ? nil : self.text
    return facts.indices.map { item in
      if facts[item].source == hiding { return false }
      let isHidden =
        facts[item].isRetired && !showsRetired || facts[item].isRemoved && !showsRemoved
      guard isHidden else { return true }
      return text.map { text in words.contains { text.isID(of: item, $0) } } ?? false
    }
  }

  /// Whether an item is of the family that words together are the name of.
  private func family(of words: [Needle]) -> (Int) -> Bool {
    guard let keys = families[words.flatMap(\.bytes)] else { return { _ in false } }
    let wanted = keys.map { Folding.fold($0) }
    return categories.chosen(where: wanted.contains).includes
  }

  /// Ids that differ in separators alone may be two models: `qwen2.5-vl` and `qwen-2.5-vl`.
  private func markVerbatim(_ hits: inout [TextHit], _ query: Query) {
    let exact = hits.indices.filter { hits[$0].tier == .exact }
    guard exact.count > 1 else { return }
    let typed = query.terms.filter(\.isFreeText).compactMap { $0.condition.text?.word }
      .joined(separator: " ").lowercased()
    for index in exact {
      let model = catalog.models[indices[hits[index].item]]
      hits[index].isVerbatim = [model.id[...], model.slug, model.name[...], model.shortName]
        .contains { $0.lowercased() == typed }
    }
  }

  // MARK: - Order

  func sorted(
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
