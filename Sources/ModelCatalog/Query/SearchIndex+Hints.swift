extension SearchIndex {
  /// What to say about a valid query and what it found: a text that may have been meant as a field,
  /// models that are not shown, and terms for what words name.
  ///
  /// `text` is what was typed, which the query may be more than.
  package func hints(
    for text: String, _ query: Query, _ result: SearchResult, in context: QueryContext,
    hiding: Model.Source? = nil
  ) -> [QueryHint] {
    let read = QueryParser.read(text)
    return read.hints + unshownHints(query, result, context, hiding)
      + (isExact(query, result) ? [] : query.offers)
      + (unknownValueHint(for: text) == nil ? read.query.terms.compactMap(hint) : [])
  }

  /// Whether a shown match has all the free text in its id or name.
  package func matchesByName(_ query: Query, _ result: SearchResult) -> Bool {
    let needles = needles(of: query)
    let text = text
    return result.matches.contains { isNamed(items[$0.index], needles, in: text) }
  }

  // MARK: - Models that are not shown

  private func unshownHints(
    _ query: Query, _ result: SearchResult, _ context: QueryContext, _ hiding: Model.Source?
  ) -> [QueryHint] {
    let needles = needles(of: query)
    guard !needles.isEmpty, !matchesByName(query, result) else { return [] }
    let isShown = shownItems(query, hiding)
    let text = text
    let unshown = facts.indices.filter { item in
      !isShown[item] && isNamed(item, needles, in: text)
        && query.terms.allSatisfy { meets(item, $0, context) }
    }
    let hidden = unshown.filter { facts[$0].source == hiding }
    let others = unshown.filter { facts[$0].source != hiding }
    let listed = hidden.count { !facts[$0].isRemoved && !facts[$0].isRetired }
    let removed = others.count { facts[$0].isRemoved }
    let source = hiding?.rawValue ?? ""
    return [
      (listed, "hidden", "source:\(source)"), (removed, "removed", "is:removed"),
      (others.count - removed, "retired", "is:retired"),
    ].filter { $0.0 > 0 }.map { QueryHint(unshown: $0.0, $0.1, term: $0.2) }
  }

  private func needles(of query: Query) -> [Needle] {
    query.terms.compactMap { term in
      term.isFreeText ? term.condition.text.map { text.needle(for: $0.word) } : nil
    }
  }

  private func isNamed(_ item: Int, _ needles: [Needle], in text: TextIndex) -> Bool {
    let label = text.labels[item]
    let names = Int(label.id)..<Int(label.author)
    return needles.allSatisfy { text.labelText.firstIndex(of: $0, in: names) != nil }
  }

  /// Whether an item meets a term; free text that is wanted is judged by name.
  private func meets(_ item: Int, _ term: Term, _ context: QueryContext) -> Bool {
    if let (word, _) = term.condition.text {
      return !term.isNegated || !text.holds(text.needle(for: word), in: item)
    }
    return test(of: term.condition, in: context).map { $0(item) != term.isNegated } ?? true
  }

  /// Whether the first match has the free text as its whole id or name.
  private func isExact(_ query: Query, _ result: SearchResult) -> Bool {
    guard query.hasFreeText, let first = result.matches.first else { return false }
    return text.isLabel(of: items[first.index], needles(of: query).flatMap(\.bytes))
  }

  /// `has:image` asks for an ability, a parameter or a fact, and may mean a modality.
  private func hint(about term: Term) -> QueryHint? {
    guard case .anyOf(.ability, let names) = term.condition,
      let name = names.first(where: { name in
        let meant = OfferedTerms.alternatives(for: name)
        return !meant.isEmpty && !meant.contains("has:\(name)") && !parameters.names.contains(name)
      })
    else { return nil }
    return QueryHint(
      "“has:\(name)” asks for an ability, a parameter or a fact",
      alternatives: OfferedTerms.alternatives(for: name))
  }
}
