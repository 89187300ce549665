import HTTPTypes

/// An endpoint and, if its path has one, the model's id.
struct Route: Equatable {
  let endpoint: APIEndpoint
  /// Empty for endpoints without `{id}`.
  let id: String

  /// The path names below `/api/models`; they are not model ids.
  private static let words: [String: APIEndpoint] = [
    "core": .core, "openrouter": .openRouter, "categories": .categories, "search": .search,
    "provider": .provider, "refresh": .refresh, "status": .status, "statistics": .statistics,
    "changes": .changes, "changes.atom": .feed, "history": .history, "compare": .compare,
    "endpoints": .endpoints, "events": .events,
  ]

  /// Finds the endpoint; the method is checked by ``check(_:)``.
  init(_ target: RequestTarget) throws(APIError) {
    var parts = target.parts[...]
    guard parts.popFirst() == "api", let second = parts.popFirst() else { throw .noSuchPath }
    switch second {
    case "openapi.json" where parts.isEmpty: self.init(.openAPI)
    case "v1" where parts == ["models"]: self.init(.upstreamList)
    case "v1" where parts.first == "models" && parts.last == "endpoints" && parts.count > 2:
      self.init(.upstreamEndpoints, id: try Self.id(Array(parts.dropFirst().dropLast())))
    case "models":
      // A trailing slash is not an id.
      guard let first = parts.first, parts != [""] else {
        self.init(.models)
        return
      }
      try self.init(first: first, rest: parts.dropFirst())
    default: throw .noSuchPath
    }
  }

  private init(_ endpoint: APIEndpoint, id: String = "") {
    self.endpoint = endpoint
    self.id = id
  }

  private init(first: Substring, rest: ArraySlice<Substring>) throws(APIError) {
    guard let endpoint = Self.words[try RequestTarget.decode(first)] else {
      self.init(.model, id: try Self.id([first] + rest))
      return
    }
    switch endpoint {
    case .provider, .history, .endpoints:
      guard rest.first?.isEmpty == false else { throw .noSuchPath }
      self.init(endpoint, id: try Self.id(Array(rest)))
    case .openRouter where !rest.isEmpty && rest != [""]:
      // It is also an author: openrouter/auto.
      self.init(.model, id: try Self.id([first] + rest))
    case .models, .core, .openRouter, .categories, .search, .model, .refresh, .status,
      .statistics, .changes, .feed, .compare, .events, .upstreamList, .upstreamEndpoints, .openAPI:
      guard rest.isEmpty || rest == [""] else { throw .noSuchPath }
      self.init(endpoint)
    }
  }

  /// An id's slash may be sent as `/` or `%2F`.
  private static func id(_ parts: [Substring]) throws(APIError) -> String {
    try RequestTarget.decode(parts.joined(separator: "/"))
  }

  /// Whether the answer is made of what is in memory, without waiting, in a fraction of a
  /// millisecond for the models of today.
  func isQuick(_ parameters: [String: [String]]) -> Bool {
    switch endpoint {
    case .models, .core, .openRouter, .categories, .search, .model, .provider, .openAPI:
      parameters["asOf"] == nil && parameters["workload"] == nil
    case .refresh, .status, .statistics, .changes, .feed, .history, .compare, .endpoints, .events,
      .upstreamList, .upstreamEndpoints:
      false
    }
  }

  func check(_ method: HTTPRequest.Method) throws(APIError) {
    guard endpoint.methods.contains(method) else {
      throw .wrongMethod(allowed: endpoint.methods)
    }
  }
}
