import Foundation

extension ModelEndpoints {
  /// The endpoints of a model for programs, in the given order; with their cost under a workload.
  package func json(
    of model: Model, order: EndpointOrder = .price, workload: Workload? = nil
  ) -> JSONValue {
    .list(
      order.sorted(endpoints, of: model, workload: workload).map {
        $0.json(of: model, workload: workload)
      })
  }
}

extension Endpoint {
  /// One endpoint of a model for programs; unknown is null.
  ///
  /// `missing` names what the list promises of the model and the endpoint does not state.
  package func json(of model: Model, workload: Workload? = nil) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("tag", .text(tag.description)), .init("provider", .text(provider)),
      .init("region", JSONValue(tag.region)), .init("tier", JSONValue(tag.tier?.rawValue)),
      .init("pricing", ModelJSON.pricing(of: model.served(by: self))),
      .init("contextWindow", JSONValue(contextLength)),
      .init("maxInputTokens", JSONValue(maxInput)),
      .init("maxOutputTokens", JSONValue(maxOutput)),
      .init("quantization", JSONValue(quantization)),
      .init("supportedParameters", JSONValue(supportedParameters)),
      .init("missing", JSONValue(ListPromise(of: model).missing(in: self))),
      .init(
        "uptime",
        ["last30m": JSONValue(health.uptime30m), "last1d": JSONValue(health.uptime1d)]),
      .init("latency", JSONValue(health.latency)),
      .init("throughput", JSONValue(health.throughput)),
      .init("discount", JSONValue(discount)),
    ]
    if let workload {
      let cost = try? workload.cost(of: model.served(by: self))
      members.append(
        .init(
          "cost",
          cost.map { ["perMonth": .decimal($0.perMonth), "perCall": .decimal($0.perCall)] }
            ?? .null))
    }
    return .object(members)
  }
}
