/// The topic of a change, by which changes are grouped for people.
package enum ChangeTopic: String, Hashable, Sendable, CaseIterable {
  case price, limit, ability, name, expiry
  /// Any other fact.
  case other
  /// Changes all the time and means little: listed only on request.
  case noise
}

extension ModelField {
  package var topic: ChangeTopic {
    switch self {
    case .price, .otherPrices, .priceOverrides: .price
    case .contextLength, .providerContextLength, .maxOutput: .limit
    case .inputModalities, .outputModalities, .supportedParameters, .reasoning, .supportedVoices:
      .ability
    case .name: .name
    case .expirationDate: .expiry
    // A listing date rarely changes; if it does, the model was listed again.
    case .author, .defaultParameters, .created, .knowledgeCutoff, .canonicalSlug,
      .huggingFaceID, .aliasTarget, .openRouterID, .tokenizer, .instructType, .isModerated,
      .isRetired:
      .other
    // Scores change with every match, and upstream truncates descriptions at varying places.
    case .description, .benchmarks: .noise
    }
  }
}
