import HTTPTypes

/// An endpoint of the API: the router's table.
enum APIEndpoint: CaseIterable, Sendable {
  case models, core, openRouter, categories, search, model, provider
  case refresh, status, statistics, changes, feed, history, compare, endpoints, events
  case upstreamList, upstreamEndpoints, openAPI

  /// As in the OpenAPI description; `{id}` is a model's id, which may contain slashes.
  var path: String {
    switch self {
    case .models: "/api/models"
    case .core: "/api/models/core"
    case .openRouter: "/api/models/openrouter"
    case .categories: "/api/models/categories"
    case .search: "/api/models/search"
    case .model: "/api/models/{id}"
    case .provider: "/api/models/provider/{id}"
    case .refresh: "/api/models/refresh"
    case .status: "/api/models/status"
    case .statistics: "/api/models/statistics"
    case .changes: "/api/models/changes"
    case .feed: "/api/models/changes.atom"
    case .history: "/api/models/history/{id}"
    case .compare: "/api/models/compare"
    case .endpoints: "/api/models/endpoints/{id}"
    case .events: "/api/models/events"
    case .upstreamList: "/api/v1/models"
    case .upstreamEndpoints: "/api/v1/models/{id}/endpoints"
    case .openAPI: "/api/openapi.json"
    }
  }

  var methods: [HTTPRequest.Method] {
    switch self {
    case .refresh: [.post]
    case .models, .core, .openRouter, .categories, .search, .model, .provider, .status,
      .statistics, .changes, .feed, .history, .compare, .endpoints, .events, .upstreamList,
      .upstreamEndpoints, .openAPI:
      [.get, .head]
    }
  }

  /// The query parameters that it reads; others are ignored.
  var parameters: [QueryParameter] {
    switch self {
    case .models: [.format, .asOf, .workload]
    case .search: [.q, .limit, .asOf, .workload]
    case .core, .openRouter, .categories, .model: [.asOf, .workload]
    case .compare: [.ids, .asOf, .workload]
    case .changes, .feed: [.since, .asOf]
    case .provider, .status, .statistics, .history, .upstreamList: [.asOf]
    case .endpoints: [.workload]
    case .events: [.q]
    case .refresh, .upstreamEndpoints, .openAPI: []
    }
  }
}
