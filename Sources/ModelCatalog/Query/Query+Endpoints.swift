extension Query {
  /// Whether it has to know who serves the models: by a term, or by its order.
  package var needsEndpoints: Bool {
    requiresEndpoint || sort.map { $0.key.needsEndpoint } ?? false
  }

  /// Whether a model without a known endpoint cannot match it.
  var requiresEndpoint: Bool { terms.contains(where: \.needsEndpoint) }

  /// Whether it asks for what changes by the minute: uptime, latency and speed.
  package var needsHealth: Bool {
    let facts = terms.compactMap(\.comparedFact) + [sort?.key.fact].compactMap(\.self)
    return facts.contains(where: \.isHealth)
  }

  /// Whether it asks for upstream's list of endpoints with zero data retention.
  package var needsZeroRetention: Bool {
    terms.contains { $0.field == .dataPolicy }
  }

  /// Why a query about the past cannot ask about endpoints.
  package static let noPastEndpoints =
    "asks who serves a model, which is not known of the past"

  /// Why a query whose matches are followed cannot ask about endpoints.
  package static let noFollowedEndpoints =
    "asks who serves a model, which is asked for a query at a time, not followed"

  /// What is left of it without the terms that are judged on endpoints, and without an order.
  var withoutEndpointTerms: Query {
    Query(terms: terms.filter { !$0.isJudgedOnEndpoint && $0.field != .frontier }, sort: nil)
  }
}

extension Term {
  var field: QueryField? {
    switch condition {
    case .word, .phrase: nil
    case .anyOf(let field, _), .compare(let field, _, _): field
    }
  }

  fileprivate var comparedFact: Fact? {
    if case .fact(let fact)? = field { fact } else { nil }
  }

  /// Whether only endpoints can answer it.
  var needsEndpoint: Bool {
    if case .anyOf(.ability, let names) = condition {
      return names.contains { FactTable[exact: $0]?.needsEndpoint ?? false }
    }
    return field?.needsEndpoint ?? false
  }

  /// Whether all such terms have to hold for one and the same endpoint in a query about endpoints.
  var isJudgedOnEndpoint: Bool {
    switch field {
    case .ability?, .servedBy?, .region?, .dataPolicy?: true
    case .fact(let fact)?: fact.needsEndpoint || fact.isOffered
    case .author?, .category?, .source?, .inputs?, .outputs?, .state?, .age?, .sort?, .frontier?,
      nil:
      false
    }
  }
}

extension QueryField {
  /// Whether only endpoints can answer it.
  var needsEndpoint: Bool {
    switch self {
    case .servedBy, .region, .dataPolicy: true
    case .fact(let fact): fact.needsEndpoint
    case .author, .category, .source, .inputs, .outputs, .ability, .state, .age, .sort, .frontier:
      false
    }
  }
}

extension SortKey {
  var needsEndpoint: Bool { fact?.needsEndpoint ?? false }

  var fact: Fact? {
    switch self {
    case .relevance, .new: nil
    case .fact(let fact): fact
    }
  }
}

extension Fact {
  /// Whether it changes by the minute.
  package var isHealth: Bool { ["uptime", "latency", "speed"].contains(name) }

  /// Whether each endpoint of a model has its own value of it.
  fileprivate var isOffered: Bool {
    switch kind {
    case .price, .cost: true
    case .tokens: name == "context" || name == "maxout"
    case .text, .names, .score, .measure, .day, .flag, .structure: false
    }
  }
}
