import Foundation
import ModelCatalog
import Testing

/// Costs of models that no capture has.
struct CallCostTests {
  private static func model(
    _ id: String, _ prices: [PriceKind: String], overrides: [PriceOverride] = []
  ) -> Model {
    var model = Model(
      id: id, source: .openRouter, name: id, author: String(id.prefix { $0 != "/" }))
    model.outputModalities = [.text]
    model.pricing = Pricing(
      prices.compactMapValues { Price(upstream: $0) }, overrides: overrides)
    return model
  }

  private static func model(
    _ prices: [PriceKind: String], overrides: [PriceOverride] = []
  ) -> Model {
    model("maker/one", prices, overrides: overrides)
  }

  private static let base: [PriceKind: String] = [.input: "0.000002", .output: "0.00001"]

  private static func cost(_ model: Model, _ text: String) throws -> CallCost {
    try Workload.parse(text).cost(of: model)
  }

  @Test func `a price for writing to the cache is Google's storage on top`() throws {
    let prices = Self.base.merging([.cacheWrite: "0.000001"]) { $1 }
    #expect(try Self.cost(Self.model("google/g", prices), "in=1m written=100%").perCall == 3)
    #expect(try Self.cost(Self.model("maker/m", prices), "in=1m written=100%").perCall == 1)
    #expect(try Self.cost(Self.model("maker/m", Self.base), "in=1m written=100%").perCall == 2)
  }

  @Test func `an override inherits the keys that it lacks, and a later one wins`() throws {
    let overrides = [
      PriceOverride(
        conditions: [.promptTokens(above: 100)],
        prices: [.input: .fixed(4), .output: .fixed(8)]),
      PriceOverride(conditions: [.promptTokens(above: 200)], prices: [.input: .fixed(6)]),
    ]
    let model = Self.model([.input: "1", .output: "2"], overrides: overrides)
    #expect(try Self.cost(model, "in=100 out=1").perCall == 102)
    #expect(try Self.cost(model, "in=101 out=1").perCall == 412)
    #expect(try Self.cost(model, "in=201 out=1").perCall == 1214)
  }

  @Test func `days of the week are averaged over the week`() throws {
    let weekend = PriceOverride(
      conditions: [.utcDays([.saturday, .sunday]), .utcMinutes(from: 0, until: 720)],
      prices: [.input: .fixed(15)])
    let model = Self.model([.input: "1", .output: "2"], overrides: [weekend])
    // 2 of 7 days, half of each: (13 × 1 + 1 × 15 + … ) / 14 = 1 + 14 × 2/14.
    #expect(try Self.cost(model, "in=1").perCall == 3)
    // In the mornings alone: 5 days at 1, 2 at 15.
    #expect(try Self.cost(model, "in=1 hours=0-12").perCall == 5)
    #expect(try Self.cost(model, "in=1 hours=12-24").perCall == 1)
  }

  @Test func `an override with an unknown condition never holds, and is named`() throws {
    let unknown = PriceOverride(
      conditions: [.unknown("min_images"), .promptTokens(above: 1)], prices: [.input: .fixed(9)])
    let cost = try Self.cost(
      Self.model([.input: "1", .output: "2"], overrides: [unknown]), "in=5")
    #expect(cost.perCall == 5)
    #expect(cost.notes == [.unknownCondition("min_images")])
  }

  @Test func `what is not text, not per token, unknown or variable has no cost`() throws {
    let workload = try Workload.parse("in=5 out=5 cached=50%")
    var image = Self.model(Self.base)
    image.outputModalities = [Modality("image")]
    var speech = Self.model([.characters: "0.00001"])
    speech.outputModalities = [.text]
    let cases: [(Model, NoCost)] = [
      (image, .notText), (speech, .notPerToken),
      (Self.model([.input: "1"]), .unknownPrice), (Self.model([.output: "1"]), .unknownPrice),
      (Self.model([:]), .unknownPrice),
      (Self.model([.input: "-1", .output: "-1"]), .variablePrice),
      (Self.model(Self.base.merging([.cacheRead: "-1"]) { $1 }), .variablePrice),
    ]
    for (model, reason) in cases {
      #expect(throws: reason) { try workload.cost(of: model) }
      #expect(workload.monthlyCost(of: model) == nil)
    }
    // What the workload does not use may vary.
    let unused = Self.model(Self.base.merging([.webSearch: "-1", .cacheWrite: "-1"]) { $1 })
    #expect(try workload.cost(of: unused).perCall == Decimal(string: "0.00006"))
  }

  @Test func `text counted in tokens of GPT needs more of Claude's`() throws {
    let claude = Self.model("anthropic/claude-opus-4.7", [.input: "1", .output: "2"])
    let tokens = try Workload.parse("in=100 out=10")
    let text = try Workload.parse("in=100 out=10 count=text")
    #expect(tokens.monthlyCost(of: claude) == 120)
    // The mean of 1.40 and 1.70.
    #expect(text.monthlyCost(of: claude) == 186)
    #expect(try tokens.monthlyCostOfSameText(with: claude) == 168...204)
    #expect(text.isEstimate(for: claude) && !tokens.isEstimate(for: claude))
    let gpt = Self.model("openai/gpt-5.4", [.input: "1", .output: "2"])
    #expect(text.monthlyCost(of: gpt) == 120)
    #expect(!text.isEstimate(for: gpt))
  }

  @Test func `the tokens of the same text decide about a long prompt`() throws {
    let long = PriceOverride(conditions: [.promptTokens(above: 150)], prices: [.input: .fixed(2)])
    let claude = Self.model(
      "anthropic/claude-opus-5", [.input: "1", .output: "0"], overrides: [long])
    let workload = try Workload.parse("in=100")
    #expect(try workload.monthlyCostOfSameText(with: claude) == 140...340)
  }

  @Test(arguments: [
    ("anthropic/claude-opus-4.7", TokenizerFamily.claude47),
    ("anthropic/claude-opus-4.6", .claude), ("anthropic/claude-sonnet-5", .claude47),
    ("anthropic/claude-3.5-sonnet", .claude), ("claude-opus-4-8", .claude47),
    ("claude-3-5-sonnet-20241022", .claude), ("anthropic/claude-opus-4.10", .claude47),
    ("~anthropic/claude-sonnet-latest", .claude47), ("openai/gpt-5.4", .gpt),
    ("google/gemini-3.7-flash", .gemini), ("qwen/qwen3-32b", .qwen),
    ("mistralai/mistral-large", .mistral), ("unknown/one", .other),
  ])
  func `a tokenizer is known by maker and generation`(id: String, family: TokenizerFamily) {
    let author = id.contains("/") ? id.drop { $0 == "~" }.prefix { $0 != "/" } : "anthropic"
    let model = Model(id: id, source: .openRouter, name: id, author: String(author))
    #expect(TokenizerFamily(of: model) == family)
  }
}
