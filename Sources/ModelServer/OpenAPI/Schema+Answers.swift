import ModelCatalog

extension Schema {
  static let models = map(to: named("Model"))

  /// The parts of a catalogue: each model by its id.
  static let sources: [JSONValue.Member] = [
    .init("core", models), .init("openrouter", models), .init("combined", models),
  ]

  static let frontend = object([
    .init(
      "categories",
      map(to: object([.init("name", text), .init("models", list(of: text))]))),
    .init("models", models),
  ])

  static let status = object([
    .init("initialized", flag),
    .init(
      "core", object([.init("modelCount", count), .init("categories", list(of: text))])),
    .init("openrouter", named("OpenRouterStatus")),
    .init("history", optional(historyUsage)),
    .init("total", object([.init("modelCount", count)])),
  ])

  /// Null without a history, or if it is damaged.
  private static let historyUsage = object([
    .init("observations", count), .init("began", optional(date)), .init("bytes", count),
    .init("maxBytes", count), .init("maxObservations", count), .init("maxRemovedModels", count),
  ])

  /// Ages in milliseconds.
  static let openRouterStatus = object([
    .init("modelCount", count), .init("lastFetch", optional(date)),
    .init("lastSuccessfulFetch", optional(date)), .init("lastChange", optional(date)),
    .init("cacheAge", optional(count)), .init("isStale", flag), .init("isRefreshing", flag),
    .init("cacheTTL", count), .init("lastError", optional(text)),
    .init("skippedRows", count), .init("unreadablePrices", count),
    .init("rowsOverLimit", count), .init("valuesOverLimit", count),
    .init("otherPriceKeys", map(to: count)), .init("nextRefresh", optional(date)),
  ])

  /// The values of a row are of the models, in their order; what they are depends on the fact.
  static let comparison = object([
    .init("models", list(of: named("Model"))),
    .init(
      "facts",
      list(
        of: object([
          .init("fact", text), .init("title", text), .init("values", list(of: .object([]))),
          .init("differs", flag),
        ]))),
  ])

  static let statistics = object([
    .init("total", count), .init("byProvider", map(to: count)),
    .init("byCategory", map(to: count)), .init("withVision", count),
    .init("withFunction", count), .init("withReasoning", count), .init("free", count),
    .init(
      "usage",
      object([
        .init("requests", map(to: count)), .init("searches", count),
        .init("refreshes", named("Refreshes")),
      ])),
  ])

  static let refreshes = object([
    .init("changed", count), .init("unchanged", count), .init("failed", count),
  ])

  static let changeCounts = object([
    .init("added", count), .init("removed", count), .init("changed", count),
    .init("minor", count),
  ])

  /// OpenRouter's own format, described only as far as needed.
  static let upstreamList = object(
    [
      .init("data", list(of: object([.init("id", text), .init("name", text)]))),
      .init("total_count", count), .init("links", object([.init("next", null)])),
    ], optional: [.init("fetched_at", date)])

  // MARK: - Envelopes

  static func success(
    data: JSONValue, extra members: [JSONValue.Member] = [], meta: [JSONValue.Member] = [],
    optional: [JSONValue.Member] = []
  ) -> JSONValue {
    object(
      [.init("success", constant(true)), .init("data", data)] + members + [
        .init("meta", object(commonMeta + meta, optional: optional))
      ])
  }

  private static let commonMeta: [JSONValue.Member] = [
    .init("timestamp", date), .init("revision", text),
    .init("freshness", oneOf(["core", "cached", "live", "stale", "past"])),
  ]

  /// A failure with one of these codes.
  static func failure(_ codes: [ErrorCode]) -> JSONValue {
    object(
      [
        .init("success", constant(false)), .init("error", text),
        .init("code", oneOf(codes.map(\.rawValue))),
      ] + (codes == [.modelNotFound] ? nearest : []),
      optional: codes.contains(.retryLater)
        ? [.init("retryAfter", count)]
        : codes.contains(.modelNotFound) && codes.count > 1
          ? nearest : codes.contains(.malformedQuery) ? mistake : [])
  }

  private static let nearest: [JSONValue.Member] = [
    .init("modelId", text), .init("nearest", list(of: text)),
  ]

  /// Where the query is wrong, as an offset in characters, and a suggestion.
  private static let mistake: [JSONValue.Member] = [
    .init("offset", count), .init("text", text), .init("suggestion", optional(text)),
  ]
}
