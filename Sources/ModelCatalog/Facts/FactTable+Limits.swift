extension FactTable {
  /// How much it takes and gives at once.
  static let limits: [Fact] = [
    .contextLength,
    Fact(
      "maxout", "Max output", short: "MAX OUT", json: "maxOutputTokens", kind: .tokens,
      order: .largestIsBest, query: ["maxout", "maxoutput"], topic: .limit, section: .limits
    ) { FactValue($0.model.maxOutput) },
    Fact(
      "endpointcontext", "Endpoint", short: "ENDPOINT", words: "endpoint context",
      json: "topProvider.context_length", kind: .tokens, order: .largestIsBest,
      query: ["endpointcontext"], topic: .limit, section: .limits, phrase: "% of context"
    ) { FactValue($0.model.providerContextLength) },
  ]
}

extension Fact {
  package static let contextLength = Fact(
    "context", "Context", json: "contextWindow", kind: .tokens, order: .largestIsBest,
    query: ["ctx", "context"], topic: .limit, section: .limits
  ) { FactValue($0.model.contextLength) }
}
