extension SearchIndex {
  /// How many models, or groups of models, a query would find with each condition of a counter added
  /// to it.
  ///
  /// `found` are those of the query alone, in any order. Equal to a search for each, in one pass;
  /// only frontiers need more, conditions that show what is usually not shown, and those that are
  /// judged on the same endpoint as the query.
  package func counts(
    by counter: MatchCounter, of query: Query, matching found: [SearchMatch],
    foldedBy groups: ModelGroups? = nil, in context: QueryContext,
    defaultSort: QueryOrder? = nil, hiding: Model.Source? = nil
  ) -> [Int] {
    func matches(of query: Query) -> [SearchMatch] {
      search(query, in: context, defaultSort: defaultSort, hiding: hiding).matches
    }
    let order = query.sort ?? defaultSort ?? QueryOrder(.new)
    let hasLens = EndpointLens(query, in: self, context, by: order) != nil
    var counts =
      query.hasFrontier
      ? frontierCounts(
        by: counter, of: query, among: matches(of: query.withoutFrontiers), groups, context)
      : counter.counts(of: found, foldedBy: groups)
    for (number, condition) in counter.conditions.enumerated() {
      let term = Term(condition)
      guard
        hasRetired && term.asks(for: .retired) || hasRemoved && term.asks(for: .removed)
          || term.asks(for: hiding)
          || hasLens && (term.isJudgedOnEndpoint || query.hasFrontier)
      else { continue }
      let own = matches(of: query.adding(condition))
      counts[number] = groups?.folded(own).count ?? own.count
    }
    return counts
  }

  /// A frontier among the models that meet a condition is not the part of the whole one that does.
  private func frontierCounts(
    by counter: MatchCounter, of query: Query, among all: [SearchMatch], _ groups: ModelGroups?,
    _ context: QueryContext
  ) -> [Int] {
    zip(counter.conditions, counter.groups(of: all)).map { condition, group in
      var hits = group.map { TextHit(item: items[$0.index]) }
      keepFrontiers(of: query.adding(condition), in: &hits, context, [:])
      let found = hits.map { SearchMatch(index: indices[$0.item]) }
      return groups?.folded(found).count ?? found.count
    }
  }
}

extension SearchIndex {
  /// The names in a field, with the number of listed models that have each; empty for a field without
  /// names of its own.
  package func counts(of field: QueryField, hiding: Model.Source? = nil) -> [String: Int] {
    let facet: Facet
    switch field {
    case .author: facet = authors
    case .category: facet = categories
    case .inputs: facet = inputs
    case .outputs: facet = outputs
    case .source, .ability, .state, .age, .sort, .frontier, .servedBy, .region, .dataPolicy, .fact:
      return [:]
    }
    return facet.counts { facts[$0].isListed && facts[$0].source != hiding }
  }
}

extension Query {
  var hasFrontier: Bool { terms.contains { $0.field == .frontier } }

  var withoutFrontiers: Query {
    Query(terms: terms.filter { $0.field != .frontier }, sort: sort)
  }

  func adding(_ condition: Term.Condition) -> Query {
    Query(terms: terms + [Term(condition)], sort: sort)
  }
}
