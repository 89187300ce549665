import Foundation
import ModelCatalog
import ModelText
import Support
import Testing

/// The values that the pages of the browser and of `show` are made from.
struct PageTests {
  private let today = CalendarDay(daysSince1970: 20_700)

  @Test func `a heading has a flag for all that is special, in one order`() {
    var model = Model.full
    model.pricing = Pricing([.input: .fixed(0), .output: .fixed(0)])
    model.isRetired = true
    model.lastListed = Date(timeIntervalSince1970: 1_780_000_000)
    let heading = PageHeading(of: model, today: today)
    #expect(heading.name == "a/full")
    #expect(
      heading.flags.map(\.text) == [
        "free", "retired: its maker no longer serves it", "removed, last seen 2026-05-28",
        "expires 2027-01-01, in 3 months", "stands for a/bare",
      ])
    #expect(PageHeading(of: .bare, today: today).flags.isEmpty)
  }

  @Test func `a line of prices has the base amount and one for each condition`() throws {
    var model = Model.bare
    model.pricing = Pricing([.input: .fixed(1), .image: .variable])
    model.pricing.other = ["storage": .fixed(2)]
    model.pricing.overrides = [
      PriceOverride(
        conditions: [.promptTokens(above: 200_000)], prices: [.output: .fixed(3)])
    ]
    let lines = PriceLines(of: model)
    #expect(lines.conditions == ["above 200k"])
    #expect(lines.known.map(\.name) == ["input", "output", "image"])
    #expect(
      lines.known.map { $0.amounts.map { $0?.text } } == [
        ["1000000.00", nil], [nil, "3000000.00"], ["varies", nil],
      ])
    #expect(lines.known.map { $0.amounts[0]?.isNumber } == [true, nil, false])
    let other = try #require(lines.other.first)
    #expect(other.name == "storage" && other.unitWords == "unit unknown")
    #expect(other.amounts.map { $0?.text } == ["2", nil])
    #expect(PriceLines(of: .bare).known.isEmpty)
  }

  @Test func `a zero price of a free model is called free`() {
    var model = Model.bare
    model.outputModalities = [.text]
    model.pricing = Pricing([.input: .fixed(0), .output: .fixed(0)])
    #expect(PriceLines(of: model).known.map { $0.amounts[0]?.text } == ["free", "free"])
  }

  @Test(arguments: [
    ("acme/a:batch", 2.5, 12.5, "batch", "−50 %, answers later"),
    ("acme/a:free", 0, 0, "free", "rate-limited"),
    ("acme/a:thinking", 5, 25, "thinking", "same price"),
    ("acme/b", 5, 30, "OpenRouter", "input the same, output +20 %"),
    ("a", 4, 30, "core", "input −20 %, output +20 %"),
  ])
  func `another row says what it costs less or more`(
    id: String, input: Decimal, output: Decimal, kind: String, difference: String
  ) {
    func priced(_ id: String, _ input: Decimal, _ output: Decimal) -> Model {
      var model = Model(
        id: id, source: id.contains("/") ? .openRouter : .core, name: "A", author: "acme")
      model.pricing = Pricing([
        .input: .fixed(input / 1_000_000), .output: .fixed(output / 1_000_000),
      ])
      return model
    }
    let row = PageVariant(priced(id, input, output), comparedWith: priced("acme/a", 5, 25))
    #expect(row.id == id && row.kind == kind && row.difference == difference)
  }

  @Test func `a row without prices says so, and an alias is called one`() {
    var alias = Model.bare
    alias.aliasTarget = "acme/a"
    let row = PageVariant(alias, comparedWith: .bare)
    #expect(row.kind == "alias" && row.price == "price unknown" && row.difference == nil)
  }
}
