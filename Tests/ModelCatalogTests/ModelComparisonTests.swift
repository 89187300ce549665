import Foundation
import ModelCatalog
import Support
import Testing

struct ModelComparisonTests {
  private static let alpha = Model.listed("acme/alpha") {
    $0.pricing = Pricing([.input: .fixed(Decimal(2) / 1_000_000), .output: .variable])
    $0.contextLength = 200_000
    $0.benchmarks = .init(intelligence: 50, coding: nil, agentic: 20)
  }
  private static let beta = Model.listed("acme/beta") {
    $0.pricing = Pricing([.input: .fixed(Decimal(3) / 1_000_000), .output: .fixed(0)])
    $0.contextLength = 200_000
    $0.benchmarks = .init(intelligence: 60, coding: 10, agentic: 20)
  }
  private static let gamma = Model.listed("acme/gamma") {
    $0.pricing = Pricing([.input: .fixed(Decimal(2) / 1_000_000)])
    $0.contextLength = 100_000
  }

  private static func row(
    _ fact: String, of models: [Model] = [alpha, beta, gamma]
  ) throws -> ModelComparison.Row {
    let comparison = ModelComparison(models, in: Catalog(models))
    return try #require(comparison.rows.first { $0.fact.name == fact })
  }

  @Test(
    arguments: [
      ("input", [0, 2]), ("context", [0, 1]), ("intelligence", [1]),
      // One price varies and one is unknown; one score alone; all the same; no better end.
      ("output", []), ("coding", []), ("agentic", []), ("created", []), ("author", []),
    ] as [(String, Set<Int>)])
  func `the better end is the cheapest, the largest or the highest`(
    fact: String, best: Set<Int>
  ) throws {
    #expect(try Self.row(fact).best == best)
  }

  @Test func `a row differs where two values do, unknown ones among them`() throws {
    for (fact, differs) in [
      ("input", true), ("output", true), ("context", true), ("author", false), ("agentic", true),
      ("voices", false),
    ] {
      #expect(try Self.row(fact).differs == differs, "\(fact)")
    }
  }

  @Test func `a model that is named twice is there once, in the first place`() {
    let comparison = ModelComparison(
      [Self.beta, Self.alpha, Self.beta], in: Catalog([Self.alpha, Self.beta]))
    #expect(comparison.models.map(\.id) == ["acme/beta", "acme/alpha"])
    #expect(comparison.rows.allSatisfy { $0.values.count == 2 })
  }

  @Test func `every fact has one row, those of a workload under one alone`() throws {
    let models = [Self.alpha, Self.gamma]
    let without = ModelComparison(models, in: Catalog(models)).rows.map(\.fact)
    let facts = FactTable.all.filter { !$0.needsEndpoint }
    #expect(Set(without) == Set(facts.filter { !$0.needsWorkload }))
    #expect(without.count == Set(without).count && without.count >= 30)
    let workload = try Workload.parse("in=1000 out=100")
    let with = ModelComparison(models, in: Catalog(models), workload: workload).rows.map(\.fact)
    #expect(Set(with) == Set(facts) && with.count == facts.count)
  }

  @Test func `the same text is more tokens for Claude, and so are its tokens' costs`() throws {
    let claude = Model.listed("anthropic/claude-opus-5") {
      $0.tokenizer = "Claude"
      $0.outputModalities = [.text]
      $0.pricing = Pricing([
        .input: .fixed(Decimal(10) / 1_000_000), .output: .fixed(Decimal(10) / 1_000_000),
      ])
    }
    let workload = try Workload.parse("in=1000 out=1000 calls=1000")
    let comparison = ModelComparison([claude], in: Catalog([claude]), workload: workload)
    func value(_ name: String) -> FactValue? {
      comparison.rows.first { $0.fact.name == name }?.values.first
    }
    // 2,000 tokens of GPT are 1.4 to 1.7 times as many of a new Claude.
    #expect(value("texttokens") == .tokenRange(2800...3400))
    #expect(value("textcost") == .costRange(28...34))
    #expect(value("texttokens")?.json == ["low": 2800, "high": 3400])
  }

  @Test func `similar models are of the family first, then those of the nearest price`() {
    func model(_ id: String, _ price: Int, change: (inout Model) -> Void = { _ in }) -> Model {
      .listed(id) {
        $0.outputModalities = [.text]
        $0.pricing = Pricing([
          .input: .fixed(Decimal(price) / 1_000_000), .output: .fixed(Decimal(price) / 1_000_000),
        ])
        change(&$0)
      }
    }
    let catalog = Catalog([
      model("qwen/qwen3", 4), model("qwen/qwen3:batch", 4), model("qwen/qwen-large", 40),
      model("qwen/qwen-small", 2), model("acme/alpha", 4),
      model("qwen/image", 4) { $0.outputModalities = [.image] },
      model("~qwen/latest", 4) { $0.aliasTarget = "qwen/qwen3" },
      model("qwen/removed", 4) { $0.lastListed = Date() },
    ])
    let similar = catalog["qwen/qwen3"].map {
      catalog.similar(to: $0, groups: ModelGroups(catalog), limit: 9).map(\.id)
    }
    #expect(similar == ["qwen/qwen-small", "qwen/qwen-large", "acme/alpha"])
  }
}
