import ModelCatalog

/// What the OpenAPI description says of each endpoint.
extension APIEndpoint {
  var summary: String {
    switch self {
    case .models: "Every listed model, by source and together"
    case .core: "The models of the core list"
    case .openRouter: "OpenRouter's models"
    case .categories: "Every listed model by category"
    case .search: "The models that a query matches"
    case .model: "One model"
    case .provider: "The provider that serves a model"
    case .refresh: "Refresh from upstream now, or join a running refresh"
    case .status: "The number of models, and their age"
    case .statistics: "Counts of models by kind, and of requests"
    case .changes: "Changes, newest first"
    case .feed: "Changes as an Atom feed, an entry a model and day, newest first"
    case .history: "The history of one model"
    case .compare: "Models side by side, a row a fact"
    case .endpoints: "Who serves one model: price, limits and health of each endpoint"
    case .events: "The current state, then every change, as Server-Sent Events"
    case .upstreamList: "OpenRouter's models in its own format"
    case .upstreamEndpoints: "The endpoints of one model in OpenRouter's own format"
    case .openAPI: "This description"
    }
  }

  /// Whether its path contains a model id.
  var hasID: Bool { path.contains("{id}") }

  /// Whether it supports `If-None-Match`.
  var isCacheable: Bool {
    switch self {
    case .models, .core, .openRouter, .categories, .search, .model, .provider, .changes,
      .feed, .history, .compare, .upstreamList, .openAPI:
      true
    case .refresh, .status, .statistics, .endpoints, .events, .upstreamEndpoints: false
    }
  }

  /// The errors that it may answer with.
  var errorCodes: [ErrorCode] {
    let own: [ErrorCode] =
      switch self {
      case .model, .provider: [.notFound, .modelNotFound]
      case .compare: [.modelNotFound]
      case .changes, .feed: [.busy]
      case .history: [.notFound, .modelNotFound, .noHistory, .busy]
      case .endpoints: [.notFound, .modelNotFound, .upstreamFailed, .retryLater, .offline]
      case .upstreamEndpoints: [.modelNotFound, .upstreamFailed, .retryLater, .offline]
      case .refresh: [.foreignOrigin, .upstreamFailed, .retryLater, .offline]
      case .events: [.tooManyStreams]
      case .models, .core, .openRouter, .categories, .search, .status, .statistics, .upstreamList,
        .openAPI:
        []
      }
    let all = Self.common + own + parameters.flatMap(\.errorCodes)
    return ErrorCode.allCases.filter(all.contains)
  }

  /// Errors that any request may get.
  private static let common: [ErrorCode] = [
    .badRequest, .unreadableRequest, .badHost, .hostNotAllowed, .methodNotAllowed,
    .contentTooLarge, .uriTooLong, .headersTooLarge,
  ]

  /// The media type of its answer.
  var mediaType: String {
    switch self {
    case .events: "text/event-stream"
    case .feed: "application/atom+xml"
    case .models, .core, .openRouter, .categories, .search, .model, .provider, .refresh,
      .status, .statistics, .changes, .history, .compare, .endpoints, .upstreamList,
      .upstreamEndpoints, .openAPI:
      "application/json"
    }
  }

  /// The schema of a successful answer.
  var success: JSONValue {
    switch self {
    case .models:
      [
        "anyOf": [
          Schema.success(data: Schema.object(Schema.sources), meta: Self.counts),
          Schema.success(data: Schema.frontend, meta: [.init("total", Schema.count)]),
        ]
      ]
    case .core:
      Schema.success(
        data: Schema.models,
        meta: [.init("count", Schema.count), .init("source", Schema.constant("core"))])
    case .openRouter:
      Schema.success(
        data: Schema.models,
        meta: [
          .init("count", Schema.count), .init("source", Schema.constant("openrouter")),
          .init("cacheStatus", Schema.named("OpenRouterStatus")),
        ])
    case .categories:
      Schema.success(
        data: Schema.map(to: Schema.models), meta: [.init("categoryCount", Schema.count)])
    case .search: search
    case .model: Schema.success(data: Schema.named("Model"), meta: Self.id, optional: Self.alias)
    case .provider: provider
    case .refresh:
      Schema.success(
        data: Schema.named("Status"), extra: [.init("message", Schema.text)],
        meta: [.init("changes", Schema.changeCounts)])
    case .status: Schema.success(data: Schema.named("Status"))
    case .statistics: Schema.success(data: Schema.named("Statistics"))
    case .changes:
      Schema.success(
        data: Schema.list(of: Schema.named("HistoryEntry")),
        meta: [
          .init("since", Schema.date), .init("count", Schema.count), .init("minor", Schema.count),
        ],
        optional: [.init("truncated", Schema.flag)])
    case .history:
      Schema.success(data: Schema.modelHistory, meta: Self.id, optional: Self.alias)
    case .compare: Schema.success(data: Schema.comparison)
    case .endpoints:
      Schema.success(
        data: Schema.object(
          [
            .init("endpoints", Schema.list(of: Schema.named("Endpoint"))),
            .init("fetched", Schema.optional(Schema.date)),
            .init("freshness", Schema.oneOf(["live", "stale", "none"])),
          ], optional: [.init("error", Schema.text)]),
        meta: Self.id, optional: Self.alias)
    case .events, .feed: Schema.text
    case .upstreamList: Schema.upstreamList
    case .upstreamEndpoints: Schema.upstreamEndpoints
    case .openAPI: Schema.object([.init("openapi", Schema.constant("3.1.0"))])
    }
  }

  private var search: JSONValue {
    Schema.success(
      data: Schema.object(
        Schema.sources + [.init("results", Schema.list(of: Schema.named("Model")))]),
      meta: [.init("query", Schema.text), .init("totalResults", Schema.count)],
      optional: [
        .init("fuzzyWords", Schema.list(of: Schema.text)), .init("hint", Schema.text),
        .init(
          "endpoints",
          Schema.object([.init("known", Schema.count), .init("of", Schema.count)])),
      ])
  }

  private var provider: JSONValue {
    let routes = ["openai", "claude", "gemini", "groq", "mistral", "deepseek", "openrouter"]
    return Schema.success(
      data: Schema.object([
        .init("modelId", Schema.text), .init("provider", Schema.oneOf(routes)),
      ]),
      optional: Self.alias)
  }

  private static let counts: [JSONValue.Member] = [
    .init("core", Schema.count), .init("openrouter", Schema.count),
    .init("total", Schema.count),
  ]
  private static let id: [JSONValue.Member] = [.init("modelId", Schema.text)]
  private static let alias: [JSONValue.Member] = [.init("resolvedFrom", Schema.text)]
}
