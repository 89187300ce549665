extension FactTable {
  /// Who serves it: of the endpoint that a query or a command chose, unknown without one.
  static let endpoints: [Fact] = [
    .servedBy,
    endpoint("region", "Region", json: "region", kind: .text, order: .smallestFirst, width: 13) {
      FactValue($0.tag.region)
    },
    endpoint("tier", "Service tier", json: "tier", kind: .text, width: 12) {
      FactValue($0.tag.tier?.rawValue)
    },
    endpoint(
      "quantization", "Quantization", short: "QUANT", json: "quantization", kind: .text, width: 6
    ) { FactValue($0.quantization) },
    endpoint(
      "quant", "Bits of a weight", short: "BITS", kind: .measure(.bits), order: .largestIsBest,
      query: ["quant"], width: 4
    ) { FactValue($0.bits.map(Double.init), .bits) },
    endpoint(
      "maxinput", "Max input", short: "MAX IN", json: "maxInputTokens", kind: .tokens,
      order: .largestIsBest
    ) { FactValue($0.maxInput) },
    endpoint(
      "uptime", "Uptime", short: "UP 1d", json: "uptime.last1d", kind: .measure(.percent),
      order: .highestFirst, query: ["uptime"], width: 6
    ) { FactValue($0.health.uptime1d, .percent) },
    endpoint(
      "latency", "Latency", json: "latency", kind: .measure(.milliseconds), order: .smallestFirst,
      query: ["latency"], width: 7
    ) { FactValue($0.health.latency, .milliseconds) },
    endpoint(
      "speed", "Speed", short: "TOK/S", json: "throughput", kind: .measure(.tokensPerSecond),
      order: .highestFirst, query: ["speed"], width: 6
    ) { FactValue($0.health.throughput, .tokensPerSecond) },
    Fact("lacks", "Lacks", kind: .names, needsEndpoint: true) { context in
      guard let endpoint = context.endpoint, let listed = context.catalog[context.model.id] else {
        return .unknown
      }
      return .list(ListPromise(of: listed).missing(in: endpoint))
    },
  ]

  private static func endpoint(
    _ name: String, _ title: String, short: String? = nil, json: String? = nil, kind: FactKind,
    order: FactOrder? = nil, query: [String] = [], width: Int? = nil,
    read: @escaping @Sendable (Endpoint) -> FactValue
  ) -> Fact {
    Fact(
      name, title, short: short, json: json.map { "endpoint.\($0)" }, kind: kind, order: order,
      query: query, width: width, needsEndpoint: true
    ) { $0.endpoint.map(read) ?? .unknown }
  }
}

extension Fact {
  /// The endpoint by the slug that routing takes.
  package static let servedBy = Fact(
    "servedby", "Served by", json: "endpoint.tag", kind: .text, order: .smallestFirst, width: 20,
    needsEndpoint: true
  ) { FactValue($0.endpoint?.tag.description) }
}
