import Foundation

/// By what the endpoints of one model are put in order.
package enum EndpointOrder: String, CaseIterable, Hashable, Sendable {
  /// The cheapest first: by the cost of the workload, else by the price of input, then of output.
  case price
  /// The highest over the last day first.
  case uptime
  /// The shortest first.
  case latency
  /// The highest first.
  case throughput
  /// The longest first.
  case context

  /// In a few words: `cheapest first`.
  package var words: String {
    switch self {
    case .price: "cheapest first"
    case .uptime: "highest uptime first"
    case .latency: "shortest latency first"
    case .throughput: "highest throughput first"
    case .context: "longest context first"
    }
  }

  /// Unknown values are last; equal ones keep upstream's order.
  package func sorted(
    _ endpoints: [Endpoint], of model: Model, workload: Workload? = nil
  ) -> [Endpoint] {
    let keys = endpoints.map { key(of: $0, model, workload) }
    return endpoints.indices.sorted { left, right in
      for (first, second) in zip(keys[left], keys[right]) where first != second {
        guard let first else { return false }
        guard let second else { return true }
        return first < second
      }
      return left < right
    }.map { endpoints[$0] }
  }

  /// Smaller is earlier.
  private func key(of endpoint: Endpoint, _ model: Model, _ workload: Workload?) -> [Amount?] {
    func amount(_ value: Double?, highestFirst: Bool = false) -> Amount? {
      value.flatMap { Decimal(exactly: "\($0)") }.map { Amount(highestFirst ? -$0 : $0) }
    }
    switch self {
    case .price:
      let price = endpoint.pricing.main?.price.amount
      let prices = [price, endpoint.pricing[.output]?.amount].map { $0.map(Amount.init) }
      guard let workload else { return prices }
      return [workload.monthlyCost(of: model.served(by: endpoint)).map(Amount.init)] + prices
    case .uptime: return [amount(endpoint.health.uptime1d, highestFirst: true)]
    case .latency: return [amount(endpoint.health.latency)]
    case .throughput: return [amount(endpoint.health.throughput, highestFirst: true)]
    case .context: return [endpoint.contextLength.map { Amount(-Decimal($0)) }]
    }
  }
}
