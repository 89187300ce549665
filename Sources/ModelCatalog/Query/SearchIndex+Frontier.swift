package import Foundation

extension SearchIndex {
  /// Leaves out what is not on a frontier that the query asks for.
  ///
  /// `endpoints` are those that serve the items in a query about endpoints.
  func keepFrontiers(
    of query: Query, in hits: inout [TextHit], _ context: QueryContext,
    _ endpoints: [Int: Endpoint]
  ) {
    let asked = query.terms.compactMap { term -> [String]? in
      if case .anyOf(.frontier, let names) = term.condition { names } else { nil }
    }
    guard !asked.isEmpty else { return }
    let candidates = hits.map(\.item).filter(mayBeOnFrontier(query))
    let frontiers = asked.map { names in
      Frontier.scores.filter { names.contains($0.name) }.reduce(into: Set<Int>()) {
        $0.formUnion(frontier(of: candidates, by: $1, context.workload, endpoints))
      }
    }
    hits.removeAll { hit in frontiers.contains { !$0.contains(hit.item) } }
  }

  /// The matches on the frontier of a score, by their indices in the catalogue.
  ///
  /// What it leaves out for being a variant of another row is left out here too, unless the query
  /// asks for it.
  package func frontier(
    of matches: [SearchMatch], by score: Fact, for query: Query, workload: Workload?
  ) -> Set<Int> {
    let candidates = matches.map { items[$0.index] }.filter(mayBeOnFrontier(query))
    let endpoints = matches.reduce(into: [Int: Endpoint]()) { endpoints, match in
      if let endpoint = match.endpoint { endpoints[items[match.index]] = endpoint }
    }
    return Set(frontier(of: candidates, by: score, workload, endpoints).map { indices[$0] })
  }

  /// The matches that can be on a frontier: no variant of another row, unless the query asks for it.
  package func frontierCandidates(
    of matches: [SearchMatch], for query: Query
  ) -> [SearchMatch] {
    let mayBeOnFrontier = mayBeOnFrontier(query)
    return matches.filter { mayBeOnFrontier(items[$0.index]) }
  }

  /// What a model costs for a frontier or a plot: USD a month under the workload, without one the
  /// mean of its input and output price in USD per million tokens; nil where that is unknown.
  package func comparableCost(of match: SearchMatch, workload: Workload?) -> Decimal? {
    let item = items[match.index]
    return comparableCosts(workload, match.endpoint.map { [item: $0] } ?? [:])(item)?.exact
  }

  private func frontier(
    of items: [Int], by score: Fact, _ workload: Workload?, _ endpoints: [Int: Endpoint]
  ) -> [Int] {
    let scores = rankings.amounts(of: score, in: self, workload: workload)
    let costs = comparableCosts(workload, endpoints)
    let points = items.compactMap { item -> (item: Int, cost: Amount, score: Amount)? in
      guard let cost = costs(item), let score = scores[item] else { return nil }
      return (item, cost, score)
    }
    return Frontier.members(of: points, cost: \.cost, score: \.score).map(\.item)
  }

  private func comparableCosts(
    _ workload: Workload?, _ endpoints: [Int: Endpoint]
  ) -> (Int) -> Amount? {
    if let workload {
      let costs = rankings.amounts(of: .monthlyCost, in: self, workload: workload)
      return { item in
        guard let endpoint = endpoints[item] else { return costs[item] }
        let model = catalog.models[indices[item]].served(by: endpoint)
        return workload.monthlyCost(of: model).map(Amount.init)
      }
    }
    return { item in
      let pricing = endpoints[item]?.pricing ?? catalog.models[indices[item]].pricing
      guard let input = pricing[.input]?.perMillion, let output = pricing[.output]?.perMillion
      else { return nil }
      return Amount((input + output) * Self.half)
    }
  }

  /// Multiplying by it is much faster than dividing by two.
  private static let half = Decimal(sign: .plus, exponent: -1, significand: 5)

  /// Batch and free variants, aliases and core rows stay out unless the query asks for them.
  private func mayBeOnFrontier(_ query: Query) -> (Int) -> Bool {
    func asks(_ states: ModelState...) -> Bool {
      query.terms.contains { term in states.contains { term.asks(for: $0) } }
    }
    let hasAll = asks(.variant)
    let hasBatch = hasAll || asks(.batch)
    let hasFree = hasAll || asks(.free)
    let hasAliases = hasAll || asks(.alias)
    let hasCore = hasAll || query.terms.contains { $0.asks(.source, for: "core") }
    return { item in
      let facts = facts[item]
      return (hasBatch || !facts.isBatch) && (hasFree || !facts.isFreeVariant)
        && (hasAliases || !facts.isAlias) && (hasCore || facts.source != .core)
    }
  }
}
