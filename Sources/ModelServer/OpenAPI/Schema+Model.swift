import ModelCatalog

extension Schema {
  /// A model as in every listing: the members that the facts name; `cost` with a workload alone.
  static let model = object(
    ModelJSON.groups.filter { !$0.needsWorkload }.map(member),
    optional: ModelJSON.groups.filter(\.needsWorkload).map(member) + [
      .init("endpoint", named("Endpoint")),
      .init("topProvider", topProvider), .init("architecture", architecture),
      .init("openRouterData", openRouterData),
    ])

  private static func member(_ group: ModelJSON.Group) -> JSONValue.Member {
    switch group {
    case .fact(let name, let fact): .init(name, value(of: fact))
    case .object("pricing", _): .init("pricing", named("Pricing"))
    case .object(let name, let facts): .init(name, optional(members(of: facts)))
    }
  }

  /// The prices of a model in the units of their kinds; under `other` those whose unit is unknown, by
  /// upstream's key.
  static let pricing: JSONValue = {
    for case .object("pricing", let facts) in ModelJSON.groups { return members(of: facts) }
    return object([])
  }()

  private static func members(of facts: [(name: String, fact: Fact)]) -> JSONValue {
    object(facts.map { .init($0.name, value(of: $0.fact)) })
  }

  /// What a fact can be in JSON; null where it may be unknown.
  private static func value(of fact: Fact) -> JSONValue {
    let schema = known(fact)
    return alwaysKnown.contains(fact.name) ? schema : optional(schema)
  }

  private static let alwaysKnown: Set = [
    "id", "name", "author", "route", "source", "vision", "tools", "reasons", "takes", "gives",
    "voices", "defaults", "variable", "retired", "otherprices", "overrides",
  ]

  private static func known(_ fact: Fact) -> JSONValue {
    switch fact.kind {
    case .text: fact.name == "source" ? oneOf(Model.Source.allCases.map(\.rawValue)) : text
    case .names: list(of: text)
    case .tokens: count
    case .price(let kind): described(amount, "USD \(kind.unit.words)")
    case .cost: described(amount, fact.kind.unit)
    case .score: number
    case .measure: described(number, fact.kind.unit)
    case .day: instants.contains(fact.name) ? date : day
    case .flag: flag
    case .structure: structures[fact.name] ?? .object([])
    }
  }

  /// Facts whose day has a time in JSON.
  private static let instants: Set = ["created", "lastlisted"]

  private static let structures: [String: JSONValue] = [
    "reasoning": reasoning, "defaults": map(to: number), "arenas": list(of: arena),
    "otherprices": map(to: optional(amount)), "overrides": list(of: priceOverride),
  ]

  private static func described(_ schema: JSONValue, _ words: String) -> JSONValue {
    guard case .object(let members) = schema else { return schema }
    return .object(members + [.init("description", .text(words))])
  }

  private static let reasoning = object([
    .init("mandatory", flag), .init("efforts", list(of: text)),
    .init("defaultEffort", optional(text)), .init("enabledByDefault", optional(flag)),
  ])

  private static let arena = object([
    .init("arena", text), .init("category", text), .init("elo", optional(number)),
    .init("rank", optional(number)),
  ])

  private static let topProvider = object([
    .init("context_length", optional(count)), .init("max_completion_tokens", optional(count)),
    .init("is_moderated", optional(flag)),
  ])

  private static let architecture = object([
    .init("modality", text), .init("input_modalities", list(of: text)),
    .init("output_modalities", list(of: text)), .init("tokenizer", optional(text)),
    .init("instruct_type", optional(text)),
  ])

  private static let openRouterData = object([
    .init("id", text), .init("created", optional(type("integer"))),
    .init("per_request_limits", null),
  ])

  private static let amount: JSONValue = ["type": "number", "minimum": 0]

  /// When it holds, and the prices that differ then.
  ///
  /// Prompts of more tokens than `minPromptTokens`, a part of the day, days of the week; all of it.
  /// One with `unknownConditions` is never taken to hold.
  private static let priceOverride = object(
    [],
    optional: [
      .init("minPromptTokens", count), .init("fromUTCMinute", count),
      .init("untilUTCMinute", count), .init("utcDays", list(of: text)),
      .init("unknownConditions", list(of: text)), .init("other", map(to: optional(amount))),
    ] + PriceKind.allCases.map { .init($0.rawValue, optional(amount)) })
}
