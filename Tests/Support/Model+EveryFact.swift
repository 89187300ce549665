import Foundation
package import ModelCatalog

extension Model {
  /// `a/bare`, of which nothing is known.
  package static var bare: Model {
    Model(id: "a/bare", source: .openRouter, name: "a/bare", author: "a")
  }

  /// `a/full`, of which everything is known.
  package static var full: Model {
    var model = Model(id: "a/full", source: .openRouter, name: "a/full", author: "a")
    for kind in PriceKind.allCases { model.pricing.prices[kind] = .fixed(1) }
    model.pricing.prices[.request] = .variable
    model.pricing.other = ["storage": .fixed(1)]
    model.pricing.overrides = [PriceOverride(conditions: [.promptTokens(above: 1)], prices: [:])]
    model.description = "Words."
    model.contextLength = 1
    model.providerContextLength = 2
    model.maxOutput = 3
    model.inputModalities = [.text, .image]
    model.outputModalities = [.text]
    model.supportedParameters = ["tools", "reasoning"]
    model.reasoning = Model.Reasoning(isMandatory: true)
    model.supportedVoices = ["alloy"]
    model.defaultParameters = ["top_p": 1]
    model.created = Date(timeIntervalSince1970: 1_780_000_000)
    model.knowledgeCutoff = CalendarDay("2026-01-01")
    model.expirationDate = CalendarDay("2027-01-01")
    model.canonicalSlug = "a/full-1"
    model.huggingFaceID = "A/Full"
    model.aliasTarget = "a/bare"
    model.tokenizer = "GPT"
    model.instructType = "chatml"
    model.isModerated = true
    model.benchmarks = Model.Benchmarks(
      intelligence: 1, coding: 2, agentic: 3,
      arenas: [.init(arena: "models", category: "3d", elo: 1200, rank: 1)])
    return model
  }
}
