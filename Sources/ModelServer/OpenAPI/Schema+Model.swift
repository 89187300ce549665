import ModelCatalog

extension Schema {
  /// A model as in every listing.
  static let model = object(
    identity + limits + abilities + dates + references,
    optional: [
      .init("topProvider", topProvider), .init("architecture", architecture),
      .init("openRouterData", openRouterData),
    ])

  private static let identity: [JSONValue.Member] = [
    .init("id", text), .init("name", text), .init("author", text), .init("provider", text),
    .init("category", optional(text)), .init("description", optional(text)),
    .init("source", oneOf(["core", "openrouter"])),
  ]

  private static let limits: [JSONValue.Member] = [
    .init("contextWindow", optional(count)), .init("maxOutputTokens", optional(count)),
    .init("pricing", named("Pricing")),
  ]

  private static let abilities: [JSONValue.Member] = [
    .init("supportsVision", flag), .init("supportsFunction", flag),
    .init("supportsReasoning", flag), .init("inputModalities", list(of: text)),
    .init("outputModalities", list(of: text)),
    .init("supportedParameters", optional(list(of: text))),
    .init("reasoning", optional(reasoning)), .init("supportedVoices", list(of: text)),
    .init("defaultParameters", map(to: number)),
  ]

  private static let dates: [JSONValue.Member] = [
    .init("created", optional(date)), .init("knowledgeCutoff", optional(day)),
    .init("expirationDate", optional(day)), .init("lastListed", optional(date)),
  ]

  private static let references: [JSONValue.Member] = [
    .init("canonicalSlug", optional(text)), .init("huggingFaceId", optional(text)),
    .init("aliasOf", optional(text)), .init("counterpart", optional(text)),
    .init("benchmarks", optional(benchmarks)), .init("isRetired", flag),
  ]

  private static let reasoning = object([
    .init("mandatory", flag), .init("efforts", list(of: text)),
    .init("defaultEffort", optional(text)), .init("enabledByDefault", optional(flag)),
  ])

  private static let benchmarks = object([
    .init("intelligence", optional(number)), .init("coding", optional(number)),
    .init("agentic", optional(number)), .init("arenas", list(of: arena)),
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

  /// USD per million tokens (characters: per million characters), or per unit; under `other` the
  /// prices whose unit is unknown, by upstream's key.
  static let pricing = object(
    PriceKind.allCases.map { .init($0.rawValue, optional(amount)) } + [
      .init("other", map(to: optional(amount))), .init("variable", flag),
      .init("overrides", list(of: priceOverride)),
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
