import Foundation

extension SearchIndex {
  /// The ids of which upstream has to be asked for the endpoints, to answer a query about them: of
  /// the models that its other terms leave.
  package func endpointIDs(
    for query: Query, in context: QueryContext, hiding: Model.Source? = nil
  ) -> [Model.ID] {
    var seen = Set<Model.ID>()
    return search(query.withoutEndpointTerms, in: context, hiding: hiding).matches
      .compactMap { catalog.models[$0.index].endpointsID }
      .filter { seen.insert($0).inserted }
  }

  /// Hits in the order of what their endpoints have; of one without an endpoint, what the model has.
  func sorted(
    _ hits: [TextHit], by order: QueryOrder, _ context: QueryContext, _ endpoints: [Int: Endpoint]
  ) -> [Int] {
    guard let fact = order.key.fact, fact != .created else {
      return sorted(hits, by: order, context)
    }
    let values = hits.map { hit in
      fact.value(
        in: FactContext(
          model: catalog.models[indices[hit.item]], catalog: catalog, workload: context.workload,
          endpoint: endpoints[hit.item]))
    }
    let (ranks, count) =
      fact.kind.isNumber || fact.kind == .day
      ? Self.ranks(values.map(\.amount)) : Self.ranks(values.map(\.sortText))
    let isReversed = order.isReversed != (fact.order == .highestFirst)
    return hits.indices.sorted { left, right in
      let (first, second) = (ranks[left], ranks[right])
      if first != second {
        // Unknown values have the last rank, and are last in both directions.
        return first == count || second == count ? second == count : (first < second) != isReversed
      }
      return id(of: hits[left]) < id(of: hits[right])
    }.map { hits[$0].item }
  }

  private static func ranks<Value: Hashable & Comparable & Sendable>(
    _ values: [Value?]
  ) -> (ranks: [Int], count: Int) {
    let ranking = Ranking(values)
    return (ranking.ranks.map(Int.init), ranking.values.count)
  }

  private func id(of hit: TextHit) -> Model.ID { catalog.models[indices[hit.item]].id }
}
