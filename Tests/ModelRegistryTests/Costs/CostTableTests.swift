import Foundation
import ModelCatalog
import ModelRegistry
import Support
import Testing

/// Costs against arithmetic that is written out.
@Suite(
  .enabled(
    if: Captures.listings.contains("openrouter-20260821.json"),
    "../shared/captures has no openrouter-20260821.json"))
struct CostTableTests {
  private static let models: [String: Model] = {
    let body = try? Captures.body("openrouter-20260821.json")
    let listing = body.flatMap { try? OpenRouterPayload.listing(from: $0) }
    return Dictionary((listing?.models ?? []).map { ($0.id, $0) }) { first, _ in first }
  }()

  @Test(arguments: CostTable.rows)
  func `a workload costs what its arithmetic gives`(row: CostTable.Row) throws {
    let model = try #require(Self.models[row.id])
    let workload = try Workload.parse(row.workload)
    let products = row.sum.components(separatedBy: " + ").map { product in
      product.components(separatedBy: " × ").reduce(Decimal(1)) {
        $0 * (Decimal(string: $1) ?? .nan)
      }
    }
    let sum = products.reduce(Decimal(0), +) * Decimal(row.calls)
    let month = sum / Decimal(row.minutes) / 1_000_000
    let cost = try workload.cost(of: model)
    #expect(abs(cost.perMonth - month) <= month / 1_000_000_000_000)
    #expect(workload.monthlyCost(of: model) == cost.perMonth)
    if let expected = row.expected {
      #expect(cost.perMonth == Decimal(string: expected))
    }
    let parts = cost.parts.reduce(Decimal(0)) { $0 + $1.amount }
    #expect(abs(parts - cost.perCall) <= cost.perCall / 1_000_000_000_000)
  }

  @Test func `a long prompt, a schedule and a variant are noted`() throws {
    func notes(_ id: String, _ text: String) throws -> [CallCost.Note] {
      try Workload.parse(text).cost(of: try #require(Self.models[id])).notes
    }
    #expect(try notes("openai/gpt-5.4", "in=272000 out=1") == [])
    #expect(try notes("openai/gpt-5.4", "in=272001 out=1") == [.longPrompt(above: 272_000)])
    #expect(
      try notes("deepseek/deepseek-v4-flash-vision-exp", "in=10 out=1") == [.scheduled])
    #expect(try notes("openai/gpt-5.6-luna:batch", "in=10 out=1") == [.batch])
    #expect(
      try notes("openai/gpt-oss-20b:free", "in=10 out=1 cached=50% written=10% searches=1")
        == [.noCacheReadPrice, .noCacheWritePrice, .noSearchPrice, .freeVariant])
  }
}
