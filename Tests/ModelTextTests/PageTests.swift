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

  @Test func `a route has its name, id and price`() {
    let core = Model(id: "gpt", source: .core, name: "GPT", author: "openai")
    let route = PageRoute(of: core)
    #expect(route.name == "core" && route.id == "gpt" && route.price == "price unknown")
    #expect(PageRoute(of: .bare).name == "OpenRouter")
  }
}
