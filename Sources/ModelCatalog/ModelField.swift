package import Foundation

/// One fact of a model that can change: the rows of ``CatalogChanges``.
///
/// Every stored fact of ``Model`` is here, but its id and source, which make it that model, and when
/// it was last listed, which is bookkeeping about it; a test compares the two lists.
package enum ModelField: Hashable, Sendable {
  case name, author, description
  case contextLength, providerContextLength, maxOutput
  case price(PriceKind), otherPrices, priceOverrides
  case inputModalities, outputModalities, supportedParameters, reasoning, supportedVoices
  case defaultParameters
  case created, knowledgeCutoff, expirationDate
  case canonicalSlug, huggingFaceID, aliasTarget, openRouterID
  case tokenizer, instructType, isModerated, benchmarks, isRetired

  /// In the order in which a person wants to read them.
  package static let all: [ModelField] =
    [.name, .author] + PriceKind.allCases.map(ModelField.price) + [
      .otherPrices, .priceOverrides, .contextLength, .providerContextLength, .maxOutput,
      .expirationDate,
      .inputModalities, .outputModalities, .supportedParameters, .reasoning, .supportedVoices,
      .defaultParameters, .knowledgeCutoff, .created, .aliasTarget, .canonicalSlug,
      .openRouterID, .huggingFaceID, .tokenizer, .instructType, .isModerated, .isRetired,
      .description, .benchmarks,
    ]

  /// The name in our own JSON: `contextWindow`, `pricing.input`.
  package var jsonKey: String {
    switch self {
    case .name: "name"
    case .author: "author"
    case .description: "description"
    case .contextLength: "contextWindow"
    case .providerContextLength: "topProvider.context_length"
    case .maxOutput: "maxOutputTokens"
    case .price(let kind): "pricing.\(kind.rawValue)"
    case .otherPrices: "pricing.other"
    case .priceOverrides: "pricing.overrides"
    case .inputModalities: "inputModalities"
    case .outputModalities: "outputModalities"
    case .supportedParameters: "supportedParameters"
    case .reasoning: "reasoning"
    case .supportedVoices: "supportedVoices"
    case .defaultParameters: "defaultParameters"
    case .created: "created"
    case .knowledgeCutoff: "knowledgeCutoff"
    case .expirationDate: "expirationDate"
    case .canonicalSlug: "canonicalSlug"
    case .huggingFaceID: "huggingFaceId"
    case .aliasTarget: "aliasOf"
    case .openRouterID: "counterpart"
    case .tokenizer: "architecture.tokenizer"
    case .instructType: "architecture.instruct_type"
    case .isModerated: "topProvider.is_moderated"
    case .benchmarks: "benchmarks"
    case .isRetired: "isRetired"
    }
  }

  /// The fact itself, to compare and to show.
  package func value(in model: Model) -> FieldValue {
    switch self {
    case .name: .text(model.name)
    case .author: .text(model.author)
    case .description: FieldValue(model.description)
    case .contextLength: FieldValue(model.contextLength)
    case .providerContextLength: FieldValue(model.providerContextLength)
    case .maxOutput: FieldValue(model.maxOutput)
    case .price(let kind): model.pricing[kind].map { .price($0, kind) } ?? .unknown
    case .otherPrices: .otherPrices(model.pricing.other)
    case .priceOverrides: .overrides(model.pricing.overrides)
    case .inputModalities: .list(model.inputModalities.map(\.name))
    case .outputModalities: .list(model.outputModalities.map(\.name))
    case .supportedParameters: model.supportedParameters.map(FieldValue.list) ?? .unknown
    case .reasoning: model.reasoning.map(FieldValue.reasoning) ?? .unknown
    case .supportedVoices: .list(model.supportedVoices)
    case .defaultParameters:
      .list(model.defaultParameters.map { "\($0.key)=\($0.value)" }.sorted())
    case .created: model.created.map(FieldValue.date) ?? .unknown
    case .knowledgeCutoff: FieldValue(model.knowledgeCutoff?.description)
    case .expirationDate: FieldValue(model.expirationDate?.description)
    case .canonicalSlug: FieldValue(model.canonicalSlug)
    case .huggingFaceID: FieldValue(model.huggingFaceID)
    case .aliasTarget: FieldValue(model.aliasTarget)
    case .openRouterID: FieldValue(model.openRouterID)
    case .tokenizer: FieldValue(model.tokenizer)
    case .instructType: FieldValue(model.instructType)
    case .isModerated: model.isModerated.map(FieldValue.flag) ?? .unknown
    case .benchmarks: model.benchmarks.map(FieldValue.benchmarks) ?? .unknown
    case .isRetired: .flag(model.isRetired)
    }
  }
}

/// The value of one ``ModelField``.
package enum FieldValue: Hashable, Sendable {
  case unknown
  case text(String)
  /// Tokens.
  case tokens(Int)
  case price(Price, PriceKind)
  /// By upstream's key, in units that are unknown.
  case otherPrices([String: Price])
  case overrides([PriceOverride])
  case list([String])
  case date(Date)
  case flag(Bool)
  case reasoning(Model.Reasoning)
  case benchmarks(Model.Benchmarks)

  init(_ text: String?) { self = text.map(FieldValue.text) ?? .unknown }
  init(_ tokens: Int?) { self = tokens.map(FieldValue.tokens) ?? .unknown }
}
