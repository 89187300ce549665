import ModelCatalog

extension Schema {
  /// One provider's offer of a model; `missing` names what the list promises and it does not state.
  static let endpoint = object(
    [
      .init("tag", text), .init("provider", text), .init("region", optional(text)),
      .init("tier", optional(oneOf(EndpointTag.Tier.allCases.map(\.rawValue)))),
      .init("pricing", named("Pricing")), .init("contextWindow", optional(count)),
      .init("maxInputTokens", optional(count)), .init("maxOutputTokens", optional(count)),
      .init("quantization", optional(text)),
      .init("supportedParameters", optional(list(of: text))),
      .init(
        "missing", list(of: oneOf(["reasoning", "structured_outputs", "tools", "context"]))),
      .init(
        "uptime",
        object([.init("last30m", optional(number)), .init("last1d", optional(number))])),
      .init("latency", optional(number)), .init("throughput", optional(number)),
      .init("discount", optional(number)),
    ],
    optional: [
      .init(
        "cost",
        optional(object([.init("perMonth", number), .init("perCall", number)])))
    ])

  /// In OpenRouter's own format, as far as it is read here.
  static let upstreamEndpoints = object([
    .init(
      "data",
      object([
        .init("id", text),
        .init(
          "endpoints",
          list(
            of: object([
              .init("tag", text), .init("provider_name", text), .init("pricing", object([])),
            ]))),
      ]))
  ])
}
