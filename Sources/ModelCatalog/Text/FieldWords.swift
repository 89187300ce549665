/// Fields and their values in words, for lists of changes.
package enum FieldWords {
  package static func name(of field: ModelField) -> String {
    switch field {
    case .price(let kind): kind.words
    case .otherPrices: "other prices"
    case .priceOverrides: "conditional prices"
    case .contextLength: "context"
    case .providerContextLength: "endpoint context"
    case .maxOutput: "max output"
    case .inputModalities: "takes"
    case .outputModalities: "gives"
    case .supportedParameters: "parameters"
    case .supportedVoices: "voices"
    case .defaultParameters: "defaults"
    case .created: "listed"
    case .knowledgeCutoff: "knowledge"
    case .expirationDate: "expires"
    case .canonicalSlug: "canonical"
    case .huggingFaceID: "weights"
    case .aliasTarget: "alias of"
    case .openRouterID: "other route"
    case .instructType: "template"
    case .isModerated: "moderated"
    case .isRetired: "retired"
    case .name, .author, .description, .reasoning, .tokenizer, .benchmarks: field.jsonKey
    }
  }

  /// Nil for values that are too long for a line.
  package static func words(_ value: FieldValue) -> String? {
    switch value {
    case .unknown: "unknown"
    case .text(let text): text.unicodeScalars.count > 60 ? nil : text.replacing("\n", with: " ")
    case .tokens(let count): CountText.grouped(count)
    case .price(let price, let kind): PriceText.exact(price, kind)
    case .otherPrices(let prices):
      prices.count > 4
        ? nil
        : prices.isEmpty
          ? "none"
          : prices.sorted { $0.key < $1.key }.map { "\($0.key) \(PriceText.raw($0.value))" }
            .joined(separator: ", ")
    case .overrides: nil
    case .list(let names):
      names.count > 8 ? nil : names.isEmpty ? "none" : names.joined(separator: " ")
    case .date(let date): CalendarDay(date).description
    case .flag(let flag): flag ? "yes" : "no"
    case .reasoning, .benchmarks: nil
    }
  }
}
