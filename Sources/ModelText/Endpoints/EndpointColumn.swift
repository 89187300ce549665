import Foundation
package import ModelCatalog

/// A column of the table of a model's endpoints.
package enum EndpointColumn: String, CaseIterable, Sendable {
  case tag, provider, region, tier
  case input, output
  case cacheRead = "cacheread"
  case cost
  case context
  case maxInput = "maxin"
  case maxOutput = "maxout"
  case quantization = "quant"
  case uptime1d = "uptime"
  case uptime30m
  case latency, throughput, discount
  case lacks

  /// Over the column.
  package var title: String {
    switch self {
    case .tag: "PROVIDER"
    case .provider: "NAME"
    case .region: "REGION"
    case .tier: "TIER"
    case .input: "IN $/M"
    case .output: "OUT $/M"
    case .cacheRead: "CACHE"
    case .cost: "$/MONTH"
    case .context: "CONTEXT"
    case .maxInput: "MAX IN"
    case .maxOutput: "MAX OUT"
    case .quantization: "QUANT"
    case .uptime1d: "UP 1d"
    case .uptime30m: "UP 30m"
    case .latency: "LATENCY"
    case .throughput: "TOK/S"
    case .discount: "OFF"
    case .lacks: "LACKS"
    }
  }

  /// Whether it stands at the right of its column.
  package var isNumber: Bool {
    switch self {
    case .tag, .provider, .region, .tier, .quantization, .lacks: false
    case .input, .output, .cacheRead, .cost, .context, .maxInput, .maxOutput, .uptime1d,
      .uptime30m, .latency, .throughput, .discount:
      true
    }
  }

  /// Those of a table for people; the others are parts of the tag.
  package static func usual(hasWorkload: Bool) -> [EndpointColumn] {
    allCases.filter { column in
      switch column {
      case .provider, .region, .tier: false
      case .cost: hasWorkload
      default: true
      }
    }
  }
}

extension EndpointColumn {
  /// For people; nil where it is unknown, empty where there is nothing to say.
  package func shown(
    of endpoint: Endpoint, model: Model, workload: Workload? = nil
  ) -> String? {
    func price(_ kind: PriceKind) -> String? {
      endpoint.pricing[kind].map { PriceText.short($0, kind) }
    }
    func measure(_ value: Double?, _ unit: MeasureUnit) -> String? {
      value.map { MeasureText.inColumn($0, unit) }
    }
    switch self {
    case .tag: return endpoint.tag.description
    case .provider: return endpoint.provider
    case .region: return endpoint.tag.region ?? ""
    case .tier: return endpoint.tag.tier?.rawValue ?? ""
    case .input:
      return endpoint.pricing.main.map { PriceText.inColumn($0.price, $0.kind) }
    case .output: return price(.output)
    case .cacheRead: return price(.cacheRead)
    case .cost:
      return workload?.monthlyCost(of: model.served(by: endpoint)).map {
        CostText.inColumn($0, isEstimate: workload?.isEstimate(for: model) ?? false)
      }
    case .context: return endpoint.contextLength.map(CountText.short)
    case .maxInput: return endpoint.maxInput.map(CountText.short) ?? ""
    case .maxOutput: return endpoint.maxOutput.map(CountText.short)
    case .quantization: return endpoint.quantization
    case .uptime1d: return measure(endpoint.health.uptime1d, .percent)
    case .uptime30m: return measure(endpoint.health.uptime30m, .percent)
    case .latency: return measure(endpoint.health.latency, .milliseconds)
    case .throughput: return measure(endpoint.health.throughput, .tokensPerSecond)
    case .discount: return endpoint.discount.map(Self.percentage) ?? ""
    case .lacks: return EndpointWords.missing(in: endpoint, of: model)
    }
  }

  /// For programs: exact, empty where it is unknown.
  package func raw(of endpoint: Endpoint, model: Model, workload: Workload? = nil) -> String {
    func price(_ kind: PriceKind) -> String {
      switch endpoint.pricing[kind] {
      case nil: ""
      case .variable?: "variable"
      case .some(let price): price.amount(per: kind)?.description ?? ""
      }
    }
    func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    func count(_ value: Int?) -> String { value.map(String.init) ?? "" }
    switch self {
    case .tag, .provider, .region, .tier:
      return shown(of: endpoint, model: model) ?? ""
    case .input: return price(.input)
    case .output: return price(.output)
    case .cacheRead: return price(.cacheRead)
    case .cost:
      return workload?.monthlyCost(of: model.served(by: endpoint))?.description ?? ""
    case .context: return count(endpoint.contextLength)
    case .maxInput: return count(endpoint.maxInput)
    case .maxOutput: return count(endpoint.maxOutput)
    case .quantization: return endpoint.quantization ?? ""
    case .uptime1d: return number(endpoint.health.uptime1d)
    case .uptime30m: return number(endpoint.health.uptime30m)
    case .latency: return number(endpoint.health.latency)
    case .throughput: return number(endpoint.health.throughput)
    case .discount: return endpoint.discount?.description ?? ""
    case .lacks:
      return ListPromise(of: model).missing(in: endpoint).joined(separator: ",")
    }
  }

  /// `28%`; a surcharge has a plus.
  private static func percentage(_ share: Decimal) -> String {
    let text = "\(abs(share).movingPoint(by: 2))%"
    return share < 0 ? "+" + text : text
  }
}
