import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

struct PayloadWritingTests {
  private func readBack(_ models: [Model]) throws -> [Model] {
    let listing = try OpenRouterPayload.listing(from: OpenRouterPayload.body(of: models))
    #expect(listing.skipped == [])
    return listing.models
  }

  /// Without `../shared/captures` there is nothing to compare.
  @Test(
    .enabled(if: !Captures.listings.isEmpty, "../shared/captures is not present"),
    arguments: Captures.listings)
  func `what is written of a real body is read back as equal models`(name: String) throws {
    let models = try OpenRouterPayload.listing(from: Captures.body(name)).models
    #expect(try readBack(models) == models)
  }

  private static let changes: [@Sendable (inout Model) -> Void] = [
    { $0.name = "A \"quoted\" näme 🐬" },
    { $0.description = "Lines\nand \\ more." },
    { $0.contextLength = 8192 }, { $0.providerContextLength = 4096 },
    {
      $0.contextLength = 8192
      $0.providerContextLength = 4096
    },
    { $0.maxOutput = 1 },
    { $0.pricing.prices = [.input: .variable, .output: .variable] },
    { $0.pricing.prices = [.input: .fixed(0), .output: .fixed(0)] },
    {
      // A model has a price either by tokens or by something else.
      for kind in PriceKind.allCases where ![.image, .characters, .audioDuration].contains(kind) {
        $0.pricing.prices[kind] = Price(upstream: "0.00000008333333333333334")
      }
    },
    { $0.pricing.other = ["storage": .fixed(2)] },
    {
      $0.pricing.overrides = [
        PriceOverride(conditions: [.promptTokens(above: 200_000)], prices: [.input: .fixed(1)]),
        PriceOverride(
          conditions: [.utcMinutes(from: 990, until: 30)], prices: [.output: .fixed(2)]),
        PriceOverride(conditions: [.utcMinutes(from: 0, until: 1440)], prices: [:]),
        PriceOverride(
          conditions: [.promptTokens(above: 9), .utcDays([.monday]), .unknown("tier")],
          prices: [.input: .fixed(3)], other: ["storage": .fixed(2)]),
      ]
    },
    { $0.inputModalities = [.text, .audio, .image] },
    { $0.outputModalities = [.image] },
    {
      $0.outputModalities = [.image]
      $0.pricing.prices = [.image: .fixed(1)]
    },
    {
      $0.outputModalities = [.image]
      $0.pricing.prices = [.image: .fixed(1), .imageOutput: .fixed(2)]
    },
    {
      $0.outputModalities = [.speech]
      $0.pricing.prices = [.characters: .fixed(1)]
    },
    {
      $0.contextLength = nil
      $0.outputModalities = [.transcription]
      $0.pricing.prices = [.audioDuration: .fixed(1)]
    },
    {
      $0.outputModalities = [.embeddings]
      $0.pricing.prices = [.input: .fixed(1), .imageInput: .fixed(10), .audio: .fixed(100)]
    },
    {
      $0.outputModalities = [.video]
      $0.pricing = Pricing(other: ["prompt": .fixed(1)])
    },
    { $0.supportedParameters = [] }, { $0.supportedParameters = ["tools", "top_p"] },
    { $0.reasoning = Model.Reasoning(isMandatory: true) },
    {
      $0.reasoning = Model.Reasoning(
        isMandatory: false, efforts: ["low", "high", "later"], defaultEffort: "low",
        isDefault: false)
    },
    { $0.supportedVoices = ["b", "a"] },
    { $0.defaultParameters = ["temperature": 0.1, "top_k": 20, "small": 1e-7] },
    { $0.created = Date(timeIntervalSince1970: 1_780_000_000) },
    { $0.knowledgeCutoff = CalendarDay("2025-01-31") },
    { $0.expirationDate = CalendarDay("2026-12-31") },
    { $0.canonicalSlug = "a/1" }, { $0.huggingFaceID = "A/One" },
    { $0.aliasTarget = "a/two" }, { $0.tokenizer = "GPT" }, { $0.instructType = "chatml" },
    { $0.isModerated = false },
    { $0.benchmarks = Model.Benchmarks(intelligence: 1.5, coding: nil, agentic: nil) },
    {
      $0.benchmarks = Model.Benchmarks(
        intelligence: nil, coding: nil, agentic: nil,
        arenas: [
          .init(arena: "models", category: "3d", elo: 1260.5, rank: 3),
          .init(arena: "agents", category: "web", elo: nil, rank: nil),
        ])
    },
  ]

  private var plain: Model {
    var model = Model(id: "a/one", source: .openRouter, name: "One", author: "a")
    model.outputModalities = [.text]
    return model
  }

  @Test func `each fact alone comes back as it was`() throws {
    #expect(try readBack([plain]) == [plain])
    for (index, change) in Self.changes.enumerated() {
      var model = plain
      change(&model)
      #expect(model != plain)
      #expect(try readBack([model]) == [model], "change \(index)")
    }
  }

  @Test func `facts in any combination come back as they were`() throws {
    var random = SeededRandom(seed: 6)
    for round in 0..<300 {
      var model = plain
      model.id = "a/one-\(round)"
      for change in Self.changes.shuffled(using: &random).prefix(8) { change(&model) }
      // Prices and what the model answers with belong together: reading once makes them agree.
      let read = try readBack([model])
      var (before, after) = (model, read[0])
      (before.pricing, after.pricing) = (Pricing(), Pricing())
      #expect(before == after)
      #expect(try readBack(read) == read)
    }
  }

  @Test func `equal models have one text, however their prices were written`() {
    var (short, long) = (plain, plain)
    short.pricing.prices[.input] = Price(upstream: "0.1")
    long.pricing.prices[.input] = Price(upstream: "0.1000")
    #expect(short == long)
    #expect(short.openRouterRow == long.openRouterRow)
  }

  @Test func `the body says how many there are and that there is no more`() throws {
    let body = OpenRouterPayload.body(of: [plain])
    let json = try #require(
      try JSONSerialization.jsonObject(with: body) as? [String: Any])
    #expect(json["total_count"] as? Int == 1)
    #expect((json["links"] as? [String: Any])?["next"] is NSNull)
    let row = try #require((json["data"] as? [[String: Any]])?.first)
    #expect(row["per_request_limits"] is NSNull)
    #expect(row["context_length"] as? Int == 0)
  }
}
