/// What a change is about, as people are told apart what changed.
package enum ChangeTopic: String, Hashable, Sendable, CaseIterable {
  case price, limit, ability, name, expiry
  /// Any other fact.
  case other
  /// Changes all the time and says little: listed only when asked for.
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
    // A listing date seldom changes, and where it does the model was listed anew.
    case .author, .defaultParameters, .created, .knowledgeCutoff, .canonicalSlug,
      .huggingFaceID, .aliasTarget, .openRouterID, .tokenizer, .instructType, .isModerated,
      .isRetired:
      .other
    // Scores move with every match played, and upstream cuts descriptions now here, now there.
    case .description, .benchmarks: .noise
    }
  }
}
