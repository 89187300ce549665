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

  /// An endpoint of a model.
  struct Offer {
    /// Of the model, in the index.
    let item: Int
    let endpoint: Endpoint
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
        let offer = Offer(item: hit.item, endpoint: endpoint)
        return terms.allSatisfy { $0.meets(offer) != $0.isNegated }
      }
      found[hit.item] = ModelEndpoints.cheapest(passing, of: model, workload: context.workload)
      return passing.isEmpty
    }
    return found
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
    case .ability: return abilityTest(names, index, context)
    case .author, .category, .source, .inputs, .outputs, .state, .age, .sort, .frontier, .fact:
      return nil
    }
  }

  private static func abilityTest(
    _ names: [String], _ index: SearchIndex, _ context: QueryContext
  ) -> Test {
    let folded = Set(names.map { Folding.fold($0) })
    let abilities = Ability.allCases.filter { folded.contains(Array($0.rawValue.utf8)) }
    let facts = names.compactMap { FactTable[exact: $0] }
    let chosen = ChosenNames(folded)
    return { offer in
      let endpoint = offer.endpoint
      return abilities.contains { ability in
        switch ability {
        case .tools: endpoint.states("tools")
        case .structured: endpoint.states("structured_outputs")
        case .reasoning: ListPromise.reasoningNames.contains(where: endpoint.states)
        case .caching: endpoint.pricing[.cacheRead] != nil
        // What no endpoint states is known of the model.
        case .vision, .audio, .batch: index.facts[offer.item].abilities.contains(ability)
        }
      }
        || endpoint.supportedParameters?.contains(where: chosen.contains) ?? false
        || facts.contains { $0.value(in: Self.facts(of: offer, index, context)).isPresent }
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
      amount(of: fact, offer, index, context).map { comparison.holds($0, against: wanted...wanted) }
        ?? false
    }
  }

  /// What most queries ask about is read without making the model as the endpoint serves it.
  private static func amount(
    of fact: Fact, _ offer: Offer, _ index: SearchIndex, _ context: QueryContext
  ) -> Amount? {
    if case .price(let kind) = fact.kind {
      return offer.endpoint.pricing[kind]?.amount(per: kind).map(Amount.init)
    }
    if fact == .contextLength { return FactValue(offer.endpoint.contextLength).amount }
    if fact.needsEndpoint { return fact.value(of: offer.endpoint).amount }
    return fact.value(in: facts(of: offer, index, context)).amount
  }

  private static func facts(
    of offer: Offer, _ index: SearchIndex, _ context: QueryContext
  ) -> FactContext {
    FactContext(
      model: index.catalog.models[index.indices[offer.item]], catalog: index.catalog,
      workload: context.workload, endpoint: offer.endpoint)
  }
}

/// Names by their folds; each is folded once.
private final class ChosenNames {
  private let folded: Set<[UInt8]>
  private var known: [String: Bool] = [:]

  init(_ folded: Set<[UInt8]>) { self.folded = folded }

  func contains(_ name: String) -> Bool {
    if let isChosen = known[name] { return isChosen }
    let isChosen = folded.contains(Folding.fold(name))
    known[name] = isChosen
    return isChosen
  }
}

extension Endpoint {
  fileprivate func states(_ parameter: String) -> Bool {
    supportedParameters?.contains(parameter) ?? false
  }
}
