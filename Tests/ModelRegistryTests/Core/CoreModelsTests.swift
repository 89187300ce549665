import Foundation
import ModelCatalog
import ModelRegistry
import Testing

struct CoreModelsTests {
  private static let legacyIDs = [
    "gpt-4o", "gpt-4o-mini", "gpt-4-turbo", "gpt-4", "gpt-3.5-turbo-0125",
    "o1-preview", "o1-mini", "o3-mini",
    "claude-opus-4-20250514", "claude-sonnet-4-20250514", "claude-3-7-sonnet-latest",
    "claude-3-5-sonnet-latest", "claude-3-5-haiku-latest", "claude-3-haiku-20240307",
    "gemini-2.0-flash-exp", "gemini-1.5-pro", "gemini-1.5-flash", "gemini-pro",
    "deepseek-reasoner", "deepseek-chat",
    "llama-3.1-405b-reasoning", "llama-3.1-70b-versatile", "llama-3.1-8b-instant",
    "mistral-large-latest", "codestral-latest",
  ]
  private static let catalog = Catalog(CoreModels.models)

  @Test func `the facts are dated`() {
    #expect(CoreModels.factsDate.description == "2026-08-21")
  }

  @Test(arguments: legacyIDs)
  func `an id that people already use is a core model`(id: String) {
    #expect(Self.catalog[id]?.source == .core)
  }

  @Test func `there are 25 of those ids and no id twice`() {
    #expect(Set(Self.legacyIDs).count == 25)
    #expect(Set(CoreModels.models.map(\.id)).count == CoreModels.models.count)
  }

  @Test(arguments: CoreModels.models.map(\.id))
  func `what is unknown is absent and never zero`(id: String) throws {
    let model = try #require(Self.catalog[id])
    let overrides = model.pricing.overrides.flatMap { $0.prices.values }
    #expect((model.pricing.prices.values + overrides).allSatisfy { !$0.isZero })
    #expect(model.contextLength.map { $0 > 0 } ?? true)
    #expect(model.maxOutput.map { $0 > 0 } ?? true)
    #expect(model.supportedParameters.map { !$0.isEmpty } ?? true)
    #expect(model.pricing[.input] != nil || model.isRetired)
  }

  @Test(arguments: CoreModels.models.map(\.id))
  func `every model can be shown and found`(id: String) throws {
    let model = try #require(Self.catalog[id])
    #expect(model.source == .core)
    #expect(DisplayText.clean(model.name) == model.name)
    #expect(!model.name.contains(": "))
    let description = try #require(model.description)
    #expect(DisplayText.clean(description) == description)
    #expect((20...80).contains(description.count))
    #expect(description.hasSuffix("."))
    #expect(!model.id.contains("/"))
    #expect(model.inputModalities.contains(.text))
    #expect(model.outputModalities == [.text])
    #expect(model.inputModalities == model.inputModalities.sorted())
    #expect(model.supportedParameters == model.supportedParameters?.sorted())
    #expect(model.canonicalSlug == nil, "it would take the OpenRouter row's alias")
  }

  @Test(arguments: CoreModels.models.filter { !$0.isRetired }.map(\.id))
  func `a model that is served has every fact a person chooses by`(id: String) throws {
    let model = try #require(Self.catalog[id])
    #expect(model.contextLength != nil)
    #expect(model.pricing[.input]?.amount != nil)
    #expect(model.pricing[.output]?.amount != nil)
    #expect(model.supportedParameters?.contains("max_tokens") == true)
    #expect(model.created != nil)
    #expect(model.openRouterID != nil)
  }

  @Test func `each maker has models that it serves, about forty together`() {
    let served = CoreModels.models.filter { !$0.isRetired }
    #expect((38...45).contains(served.count))
    #expect(
      Set(served.map(\.author))
        == ["openai", "anthropic", "google", "deepseek", "meta-llama", "mistralai"])
    let categories = Catalog(served).categories.map(\.key)
    #expect(
      categories == ["gpt", "claude", "gemini", "reasoning", "llama", "mistral", "deepseek"])
  }

  @Test(arguments: [
    ("gpt-4o", false), ("gpt-4o-mini", false), ("mistral-large-latest", false),
    ("gpt-4", true), ("o1-preview", true), ("claude-3-haiku-20240307", true),
    ("gemini-1.5-pro", true), ("deepseek-chat", true), ("llama-3.1-8b-instant", true),
    ("claude-opus-5", false), ("gpt-5.6-sol", false), ("o3", false), ("o3-pro", false),
  ])
  func `what a maker no longer serves is retired`(id: String, isRetired: Bool) {
    #expect(Self.catalog[id]?.isRetired == isRetired)
  }

  @Test func `a model without a row has the facts of the previous list`() throws {
    let expected: [(String, String?, String?, Int)] = [
      ("o1-preview", "15", "60", 128_000), ("o1-mini", "3", "12", 128_000),
      ("claude-3-7-sonnet-latest", "3", "15", 200_000),
      ("claude-3-5-sonnet-latest", "3", "15", 200_000),
      ("claude-3-5-haiku-latest", "0.25", "1.25", 200_000),
      ("gemini-2.0-flash-exp", nil, nil, 1_000_000), ("gemini-1.5-pro", nil, nil, 2_000_000),
      ("gemini-1.5-flash", nil, nil, 1_000_000), ("gemini-pro", nil, nil, 30_720),
      ("llama-3.1-405b-reasoning", nil, nil, 131_072),
    ]
    let without = CoreModels.models.filter { $0.openRouterID == nil }
    #expect(Set(without.map(\.id)) == Set(expected.map(\.0)))
    for (id, input, output, context) in expected {
      let model = try #require(Self.catalog[id])
      #expect(model.pricing[.input]?.perMillion == input.flatMap { Decimal(exactly: $0) })
      #expect(model.pricing[.output]?.perMillion == output.flatMap { Decimal(exactly: $0) })
      #expect(model.contextLength == context)
      #expect(model.isRetired)
    }
  }
}
