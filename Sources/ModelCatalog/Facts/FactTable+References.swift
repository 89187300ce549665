extension FactTable {
  /// Other names of it, and where it is found.
  static let references: [Fact] = [
    Fact(
      "canonical", "Canonical", json: "canonicalSlug", kind: .text, topic: .other,
      section: .details
    ) { FactValue($0.model.canonicalSlug) },
    Fact(
      "weights", "Weights", json: "huggingFaceId", kind: .text, topic: .other, section: .details,
      phrase: "https://huggingface.co/%"
    ) { FactValue($0.model.huggingFaceID) },
    Fact("alias", "Alias of", json: "aliasOf", kind: .text, topic: .name) {
      FactValue($0.model.aliasTarget)
    },
    .counterpart,
    // Not in JSON: it is a guess, and compares the model with all others of its author.
    Fact("successor", "Successor", kind: .text) { context in
      FactValue(context.catalog.successor(of: context.model)?.id)
    },
    Fact(
      "tokenizer", "Tokenizer", json: "architecture.tokenizer", kind: .text, topic: .other,
      section: .details
    ) { FactValue($0.model.tokenizer) },
    Fact(
      "template", "Template", json: "architecture.instruct_type", kind: .text, topic: .other,
      section: .details
    ) { FactValue($0.model.instructType) },
    Fact(
      "moderated", "Moderated", json: "topProvider.is_moderated", kind: .flag, topic: .other,
      section: .details
    ) { FactValue($0.model.isModerated) },
    Fact("url", "Page", kind: .text, section: .details) { FactValue($0.model.pageURL) },
  ]
}

extension Fact {
  /// The model on the other route, as far as it is listed; of changes, the id that the core list
  /// names.
  package static let counterpart = Fact(
    "counterpart", "Other route", json: "counterpart", kind: .text, topic: .other
  ) { context in
    guard context.catalog[context.model.id] != nil else {
      return FactValue(context.model.openRouterID)
    }
    return FactValue(context.catalog.counterpart(of: context.model)?.id)
  }
}
