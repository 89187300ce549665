import ModelCatalog
import ModelRegistry

/// Who serves the models.
extension ModelAPI {
  /// The endpoints of one model; an alias has those of what it stands for, a core model none.
  func endpoints(
    of id: String, _ parameters: [String: [String]], in served: ServedSnapshot
  ) async throws(APIError) -> Answer {
    let workload = try workload(parameters["workload"])
    let (model, asked) = try endpointSubject(id, in: served)
    var meta = served.meta + [.init("modelId", .text(model.id))]
    if model.id != id { meta.append(.init("resolvedFrom", .text(id))) }
    guard let asked else {
      let none: JSONValue = ["endpoints": [], "fetched": .null, "freshness": "none"]
      return Answer(body: Envelope.success(data: none.encoded(), meta: meta))
    }
    let answer = await registry.endpoints.endpoints(of: asked, for: .health)
    let known = try Self.known(answer)
    var data: [JSONValue.Member] = [
      .init("endpoints", known.json(of: model, workload: workload)),
      .init("fetched", JSONValue(known.fetched)),
      .init("freshness", answer.failure == nil ? "live" : "stale"),
    ]
    if let failure = answer.failure { data.append(.init("error", .text(failure.summary))) }
    return Answer(body: Envelope.success(data: JSONValue.object(data).encoded(), meta: meta))
  }

  /// The same in upstream's own format, for another modeldex.
  func upstreamEndpoints(
    of id: String, in served: ServedSnapshot
  ) async throws(APIError) -> Answer {
    let (model, asked) = try endpointSubject(id, in: served)
    guard let asked else {
      let none = ModelEndpoints(id: model.id, endpoints: [], fetched: now())
      return Answer(body: Body(Array(EndpointPayload.body(of: none, model: model))))
    }
    let known = try Self.known(
      await registry.endpoints.endpoints(of: asked, for: .health))
    return Answer(body: Body(Array(EndpointPayload.body(of: known, model: model))))
  }

  /// What is kept of the endpoints that a query asks about; the rest is fetched meanwhile.
  func keptEndpoints(
    for query: Query, in index: SearchIndex, _ context: QueryContext
  ) async -> EndpointProgress {
    let ids = index.endpointIDs(for: query, in: context)
    let kept = await registry.endpoints.kept(ids)
    endpointGathering.begin(
      ids, for: query.needsHealth ? .health : .prices, zeroRetention: query.needsZeroRetention)
    return kept
  }

  /// The model whose endpoints are meant, and the id to ask upstream for; nil if it has none.
  private func endpointSubject(
    _ id: String, in served: ServedSnapshot
  ) throws(APIError) -> (model: Model, asked: Model.ID?) {
    let catalog = served.encoded.catalog
    let named = try resolve(id, in: catalog)
    let asked = named.endpointsID
    return (asked.flatMap { catalog[$0] } ?? named, asked)
  }

  private static func known(_ answer: EndpointAnswer) throws(APIError) -> ModelEndpoints {
    if let known = answer.known { return known }
    guard let failure = answer.failure else { throw .upstreamFailed("OpenRouter has not answered") }
    if case .refused(.offline) = failure.error { throw .offline }
    if case .rejected(_, _, let wait?) = failure.error {
      throw .retryLater(failure.summary, after: wait)
    }
    if case .refused(.waiting(let wait, _)) = failure.error {
      throw .retryLater(failure.summary, after: wait)
    }
    throw .upstreamFailed(failure.summary)
  }
}
