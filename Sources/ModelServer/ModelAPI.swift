import Foundation
import ModelCatalog
import ModelRegistry

/// The API without HTTP: routes in, answers out.
struct ModelAPI: Sendable {
  let registry: ModelRegistry
  let current: CurrentSnapshot
  let past: PastSnapshots
  let costed: WorkloadSnapshots
  let historyAnswers: HistoryAnswers
  let endpointGathering: EndpointGathering
  let usage: Usage
  let limits: ServerSettings.Limits
  /// The age at which the models are stale.
  let interval: Duration
  let now: @Sendable () -> Date

  /// Answers every endpoint except event streams.
  func answer(
    _ route: Route, _ parameters: [String: [String]]
  ) async throws(APIError) -> Answer {
    let supportsAsOf = route.endpoint.parameters.contains(.asOf)
    var served = supportsAsOf ? try await served(parameters) : current.value
    if route.endpoint.parameters.contains(.workload), route.endpoint != .endpoints,
      let workload = try workload(parameters["workload"])
    {
      served = try await costed.snapshot(of: served, costing: workload)
    }
    switch route.endpoint {
    case .models: return served.answer(try listing(parameters))
    case .core: return served.answer(.core)
    case .openRouter: return served.answer(.openRouter)
    case .categories: return served.answer(.categories)
    case .upstreamList: return served.upstreamAnswer()
    case .search: return try await search(parameters, in: served)
    case .endpoints: return try await endpoints(of: route.id, parameters, in: served)
    case .upstreamEndpoints: return try await upstreamEndpoints(of: route.id, in: served)
    case .model: return try model(route.id, in: served)
    case .provider: return try provider(route.id, in: served)
    case .compare: return try compare(parameters, in: served)
    case .changes: return try await changes(parameters, in: served)
    case .feed: return try await feed(parameters, in: served)
    case .history: return try await history(route.id, in: served)
    case .refresh: return try await refresh()
    case .status: return await status(of: served)
    case .statistics: return await statistics(of: served)
    case .openAPI: return OpenAPI.answer
    case .events: throw .noSuchPath
    }
  }

  // MARK: - Listings and models

  private func listing(_ parameters: [String: [String]]) throws(APIError) -> Listing {
    switch parameters["format"] {
    case nil: return .all
    case ["frontend"]: return .frontend
    case .some: throw .badRequest("format: the only value is frontend", code: .unknownFormat)
    }
  }

  private func model(_ id: String, in served: ServedSnapshot) throws(APIError) -> Answer {
    let encoded = served.encoded
    let model = try resolve(id, in: encoded.catalog)
    guard let index = encoded.catalog.index(of: model.id) else {
      throw .noSuchModel(id, nearest: [])
    }
    var meta = served.meta + [.init("modelId", .text(model.id))]
    if model.id != id { meta.append(.init("resolvedFrom", .text(id))) }
    return Answer(
      body: Envelope.success(data: encoded.json(at: index), meta: meta), tag: served.tag)
  }

  private func provider(_ id: String, in served: ServedSnapshot) throws(APIError) -> Answer {
    let model = try resolve(id, in: served.encoded.catalog)
    let data: JSONValue = ["modelId": .text(model.id), "provider": .text(model.routingProvider)]
    var meta = served.meta
    if model.id != id { meta.append(.init("resolvedFrom", .text(id))) }
    return Answer(body: Envelope.success(data: data.encoded(), meta: meta), tag: served.tag)
  }

  func resolve(_ id: String, in catalog: Catalog) throws(APIError) -> Model {
    // Longer than any id: do not search for similar ones.
    guard id.utf8.count <= 256 else {
      throw .noSuchModel(String(id.prefix(64)) + "…", nearest: [])
    }
    guard let model = catalog.resolve(id) else {
      throw .noSuchModel(id, nearest: catalog.nearest(to: id, limit: 3))
    }
    return model
  }

  // MARK: - Search

  private func search(
    _ parameters: [String: [String]], in served: ServedSnapshot
  ) async throws(APIError) -> Answer {
    let text = try queryText(parameters["q"])
    let limit = try limit(parameters["limit"])
    let index = served.encoded.index
    let workload = served.encoded.workload
    let query = try query(
      text, hasWorkload: workload != nil,
      noEndpoints: served.asOf == nil ? nil : Query.noPastEndpoints)
    if let mistake = index.unknownReference(in: text, workload: workload) {
      throw .malformedQuery(mistake)
    }
    var context = served.queryContext(now: now())
    var meta = served.meta
    if query.needsEndpoints {
      let progress = await keptEndpoints(for: query, in: index, context)
      context.endpoints = progress.table
      meta.append(
        .init("endpoints", ["known": .integer(progress.known), "of": .integer(progress.of)]))
    }
    let result = index.search(query, in: context)
    let matches = result.matches.prefix(limit)
    let indices = matches.map(\.index)
    meta += [
      .init("query", .text(text)), .init("totalResults", .integer(result.matches.count)),
    ]
    if !result.fuzzyWords.isEmpty { meta.append(.init("fuzzyWords", JSONValue(result.fuzzyWords))) }
    let unknown = result.isEmpty ? index.unknownValueHint(for: text)?.description : nil
    let hints =
      [unknown].compactMap { $0 }
      + index.hints(for: text, query, result, in: context).map(\.description)
    if !hints.isEmpty { meta.append(.init("hint", .text(hints.joined(separator: "; ")))) }
    guard !query.needsEndpoints else {
      // Endpoints change apart from the models, so there is no tag.
      let data = served.encoded.data(ofServed: Array(matches))
      return Answer(body: Envelope.success(data: data, meta: meta))
    }
    let encoded = served.encoded
    // Results can change with time alone (`age<30d`), so the tag includes the matching ids.
    let ids = indices.map { encoded.catalog.models[$0].id }.joined(separator: " ")
    let tag = "\(served.tag)-\(Digest(ids.utf8).hexadecimal)"
    let body = Envelope.success(meta: meta, size: 3 * encoded.size(of: indices)) {
      encoded.append(search: indices, to: &$0)
    }
    return Answer(body: body, tag: tag)
  }

  /// The workload of the parameter; nil without one.
  func workload(_ values: [String]?) throws(APIError) -> Workload? {
    guard let values else { return nil }
    guard values.count == 1, values[0].unicodeScalars.count <= limits.query else {
      throw .badRequest(
        "workload must be one text of at most \(limits.query) characters, like "
          + Workload.example, code: .badWorkload)
    }
    do throws(QueryError) {
      return try Workload.parse(values[0])
    } catch {
      throw .malformed("workload", error, code: .badWorkload)
    }
  }

  func query(
    _ text: String, hasWorkload: Bool, noEndpoints: String? = nil
  ) throws(APIError) -> Query {
    do throws(QueryError) {
      return try Query.parse(text, hasWorkload: hasWorkload, noEndpoints: noEndpoints)
    } catch {
      throw .malformedQuery(error)
    }
  }

  func queryText(_ values: [String]?) throws(APIError) -> String {
    guard let values, let first = values.first else {
      throw .badRequest("q is missing", code: .missingQuery)
    }
    guard values.count == 1 else {
      throw .badRequest("q is given more than once", code: .repeatedQuery)
    }
    let text = first.trimmingCharacters(in: .whitespaces)
    guard !text.isEmpty else {
      throw .badRequest("q is blank", code: .missingQuery)
    }
    guard text.unicodeScalars.count <= limits.query else {
      throw .badRequest("q is longer than \(limits.query) characters", code: .queryTooLong)
    }
    return text
  }

  private func limit(_ values: [String]?) throws(APIError) -> Int {
    guard let values else { return .max }
    let most = QueryParameter.maxResults
    guard values.count == 1, let limit = Int(values[0]), (1...most).contains(limit) else {
      throw .badRequest("limit must be one integer from 1 to \(most)", code: .badLimit)
    }
    return limit
  }
}

extension APIError {
  /// With the position of the error and a suggestion.
  static func malformedQuery(_ error: QueryError) -> APIError {
    malformed("q", error, code: .malformedQuery)
  }

  /// With the position of the error and a suggestion.
  static func malformed(
    _ parameter: String, _ error: QueryError, code: ErrorCode
  ) -> APIError {
    var failure = APIError.badRequest("\(parameter): \(error.description)", code: code)
    failure.members = [
      .init("offset", .integer(error.offset)), .init("text", .text(error.text)),
      .init("suggestion", JSONValue(error.suggestion)),
    ]
    return failure
  }
}

extension Model {
  /// The name of the provider that serves it.
  var routingProvider: String {
    guard source == .core else { return "openrouter" }
    return switch author {
    case "openai": "openai"
    case "anthropic": "claude"
    case "google": "gemini"
    case "meta-llama": "groq"
    case "mistralai": "mistral"
    case "deepseek": "deepseek"
    default: "openrouter"
    }
  }
}
