import Foundation

/// Judges the terms of a query on the endpoints of models: all of them on one and the same.
struct EndpointLens {
  private let index: SearchIndex
  private let context: QueryContext
  private let requiresEndpoint: Bool
  private let terms: [(meets: Test, isNegated: Bool)]
  /// The same terms for a model of which no endpoint is known.
  private let modelTerms: [(meets: (Int) -> Bool, isNegated: Bool)]

  typealias Test = (Offer) -> Bool

  /// An endpoint, and the model as it serves it.
  struct Offer {
    /// Of the model, in the index.
    let item: Int
    let endpoint: Endpoint
    let facts: FactContext
  }

  /// Nil where nothing is asked about endpoints.
  init?(_ query: Query, in index: SearchIndex, _ context: QueryContext, by order: QueryOrder) {
    guard query.requiresEndpoint || order.key.needsEndpoint || context.showsEndpoints else {
      return nil
    }
    self.index = index
    self.context = context
    requiresEndpoint = query.requiresEndpoint
    let judged = query.terms.filter(\.isJudgedOnEndpoint)
    terms = judged.compactMap { term in
      Self.test(of: term.condition, in: index, context).map { ($0, term.isNegated) }
    }
    modelTerms =
      requiresEndpoint
      ? []
      : judged.compactMap { term in
        index.test(of: term.condition, in: context).map { ($0, term.isNegated) }
      }
  }

  /// Leaves out the models of which no endpoint meets all terms; returns the cheapest one that does
  /// of each of the others.
  func narrow(_ hits: inout [TextHit]) -> [Int: Endpoint] {
    var found: [Int: Endpoint] = [:]
    hits.removeAll { hit in
      let model = index.catalog.models[index.indices[hit.item]]
      guard let known = context.endpoints[model], !known.endpoints.isEmpty else {
        return requiresEndpoint || !modelTerms.allSatisfy { $0.meets(hit.item) != $0.isNegated }
      }
      let passing = known.endpoints.filter { endpoint in
        let offer = offer(endpoint, of: model, hit.item)
        return terms.allSatisfy { $0.meets(offer) != $0.isNegated }
      }
      found[hit.item] = ModelEndpoints.cheapest(passing, of: model, workload: context.workload)
      return passing.isEmpty
    }
    return found
  }

  private func offer(_ endpoint: Endpoint, of model: Model, _ item: Int) -> Offer {
    Offer(
      item: item, endpoint: endpoint,
      facts: FactContext(
        model: model, catalog: index.catalog, workload: context.workload, endpoint: endpoint))
  }

  // MARK: - Terms

  /// Nil for a comparison with what is not known.
  private static func test(
    of condition: Term.Condition, in index: SearchIndex, _ context: QueryContext
  ) -> Test? {
    switch condition {
    case .word, .phrase: nil
    case .anyOf(let field, let names): test(field, anyOf: names, index, context)
    case .compare(.fact(let fact), let comparison, let quantity):
      test(fact, comparison, quantity, index, context)
    case .compare: nil
    }
  }

  private static func test(
    _ field: QueryField, anyOf names: [String], _ index: SearchIndex, _ context: QueryContext
  ) -> Test? {
    switch field {
    case .servedBy:
      return { offer in
        let provider = offer.endpoint.tag.provider.lowercased()
        return names.contains { provider.hasPrefix($0) }
      }
    case .region: return { offer in names.contains { offer.endpoint.tag.isInRegion($0) } }
    case .dataPolicy:
      return { offer in
        let model = index.catalog.models[index.indices[offer.item]]
        return context.endpoints.hasZeroRetention(
          offer.endpoint, of: model.endpointsID ?? model.id)
      }
    case .ability: return abilityTest(names, index)
    case .author, .category, .source, .inputs, .outputs, .state, .age, .sort, .frontier, .fact:
      return nil
    }
  }

  private static func abilityTest(_ names: [String], _ index: SearchIndex) -> Test {
    let folded = Set(names.map { Folding.fold($0) })
    let abilities = Ability.allCases.filter { folded.contains(Array($0.rawValue.utf8)) }
    let wanted = abilities.reduce(into: Abilities()) { $0.insert(Abilities($1)) }
    let facts = names.compactMap { FactTable[exact: $0] }
    return { offer in
      !offer.facts.abilities.isDisjoint(with: wanted)
        || (offer.endpoint.supportedParameters ?? []).contains { folded.contains(Folding.fold($0)) }
        || facts.contains { $0.value(in: offer.facts).isPresent }
    }
  }

  private static func test(
    _ fact: Fact, _ comparison: Comparison, _ quantity: Term.Quantity, _ index: SearchIndex,
    _ context: QueryContext
  ) -> Test? {
    if fact.needsWorkload, context.workload == nil { return nil }
    let wanted: Amount?
    switch quantity {
    case .tokens(let count): wanted = Amount(Decimal(count))
    case .price(let amount), .number(let amount): wanted = Amount(amount)
    case .model(let id): wanted = index.amount(of: fact, inModel: id, context)
    case .span, .days: wanted = nil
    }
    guard let wanted else { return nil }
    return { offer in
      fact.value(in: offer.facts).amount.map { comparison.holds($0, against: wanted...wanted) }
        ?? false
    }
  }
}
