package import Foundation
package import ModelCatalog

extension EndpointPayload {
  /// The endpoints of a model in upstream's own shape, which is read back equal.
  package static func body(of known: ModelEndpoints, model: Model) -> Data {
    let hasUnknownZeros = model.outputModalities != [.text] && model.variant != "free"
    let data: JSONValue = [
      "id": .text(known.answeredID ?? known.id), "name": .text(model.name),
      "created": JSONValue(
        model.created.flatMap { Int(exactly: $0.timeIntervalSince1970.rounded()) }),
      "description": .text(model.description ?? ""),
      "architecture": model.architectureRow,
      "endpoints": .list(
        known.endpoints.map { $0.openRouterRow(of: model, isUnknownAsZero: hasUnknownZeros) }),
    ]
    let body: JSONValue = [
      "data": data, OpenRouterPayload.fetchedMember: .text(OpenRouterPayload.text(known.fetched)),
    ]
    return body.encoded()
  }
}

extension Endpoint {
  fileprivate func openRouterRow(of model: Model, isUnknownAsZero: Bool) -> JSONValue {
    [
      "name": .text("\(provider) | \(model.canonicalSlug ?? model.id)"),
      "model_id": JSONValue(modelID), "model_name": .text(model.name),
      // Upstream writes an unknown length as 0.
      "context_length": .integer(contextLength ?? 0),
      "pricing": pricingRow(isUnknownAsZero: isUnknownAsZero),
      "provider_name": .text(provider), "tag": .text(tag.description),
      "quantization": .text(quantization ?? "unknown"),
      "max_completion_tokens": JSONValue(maxOutput), "max_prompt_tokens": JSONValue(maxInput),
      "supported_parameters": JSONValue(supportedParameters),
      "uptime_last_30m": JSONValue(health.uptime30m), "uptime_last_1d": JSONValue(health.uptime1d),
      "latency_last_30m": Self.median(health.latency),
      "throughput_last_30m": Self.median(health.throughput),
    ]
  }

  private func pricingRow(isUnknownAsZero: Bool) -> JSONValue {
    let discount = JSONValue.Member("discount", discount.map(JSONValue.decimal) ?? .integer(0))
    switch pricing.openRouterRow(isUnknownAsZero: isUnknownAsZero) {
    case .object(let members): return .object(members + [discount])
    case .null, .flag, .integer, .decimal, .double, .text, .list: return .object([discount])
    }
  }

  /// Of the figures that upstream sends, the one that is kept.
  private static func median(_ value: Double?) -> JSONValue {
    value.map { ["p50": .double($0)] } ?? .null
  }
}
