import Foundation
import ModelCatalog
import ModelRegistry

@testable import ModelBrowser

extension Fixture {
  static func endpoint(
    _ tag: String, input: String, output: String, context: Int? = 1_050_000,
    quantization: String? = nil,
    parameters: [String] = ["reasoning", "structured_outputs", "tools"],
    uptime: Double? = 99.9, latency: Double? = nil, throughput: Double? = nil,
    change: (inout Endpoint) -> Void = { _ in }
  ) -> Endpoint {
    var endpoint = Endpoint(
      tag: EndpointTag(tag), provider: tag.split(separator: "/").first.map(String.init) ?? tag)
    let prices: [PriceKind: String] = [.input: input, .output: output]
    endpoint.pricing = Pricing(prices.compactMapValues { Price(upstream: $0) })
    endpoint.contextLength = context
    endpoint.maxOutput = 128_000
    endpoint.quantization = quantization
    endpoint.supportedParameters = parameters
    endpoint.health = Endpoint.Health(
      uptime30m: uptime, uptime1d: uptime, latency: latency, throughput: throughput)
    change(&endpoint)
    return endpoint
  }

  /// Of openai/gpt-5.6-sol; with a key also their medians.
  static func endpoints(hasKey: Bool = false) -> ModelEndpoints {
    func medians(_ latency: Double, _ throughput: Double) -> (Double?, Double?) {
      hasKey ? (latency, throughput) : (nil, nil)
    }
    let (own, azure, flex) = (medians(1230, 48), medians(480, 90.4), medians(9000, 12))
    return ModelEndpoints(
      id: "openai/gpt-5.6-sol",
      endpoints: [
        endpoint(
          "openai/flex", input: "0.00000125", output: "0.0000075", latency: flex.0,
          throughput: flex.1),
        endpoint(
          "openai", input: "0.0000025", output: "0.000015", latency: own.0, throughput: own.1
        ) { $0.pricing.prices[.cacheRead] = Price(upstream: "0.00000025") },
        endpoint(
          "azure/eu", input: "0.00000275", output: "0.0000165", uptime: 98.24, latency: azure.0,
          throughput: azure.1
        ) { $0.maxInput = 922_000 },
        endpoint(
          "acme/fp4", input: "0.0000009", output: "0.0000041", context: 200_000,
          quantization: "fp4", parameters: ["reasoning"], uptime: nil
        ) { $0.discount = Decimal(string: "0.5") },
        endpoint(
          "acme/fp4", input: "0.000001", output: "0.0000041", context: nil, quantization: "fp8",
          parameters: []),
      ],
      fetched: now.addingTimeInterval(-185))
  }

  static func answered(_ state: inout State, hasKey: Bool = false) {
    _ = state.update(
      .endpointsAnswered(
        "openai/gpt-5.6-sol", EndpointAnswer(known: endpoints(hasKey: hasKey)), isFinal: true))
  }
}
