import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelBrowser

struct PricePlotTests {
  private static func steps(_ prices: [Int?], every days: Double = 10) -> [PriceStep] {
    prices.enumerated().compactMap { index, price in
      guard let price else { return nil }
      let from = Fixture.now.addingTimeInterval((Double(index) - 100) * days * 86400)
      return PriceStep(
        from: from, until: from.addingTimeInterval(days * 86400),
        price: price < 0 ? .variable : .fixed(Decimal(price) / 1_000_000))
    }
  }

  private static func plot(_ input: [Int?], _ output: [Int?] = []) -> PricePlot {
    PricePlot(
      series: [
        PriceSeries(kind: .input, steps: steps(input)),
        PriceSeries(kind: .output, steps: steps(output)),
      ], end: Fixture.now)
  }

  private static func text(_ lines: [[StyledText]]) -> [String] {
    lines.map { $0.map(\.text).joined() }
  }

  @Test func `no line is wider than asked, at any width and height`() {
    var random = SeededRandom(seed: 7)
    for width in 0...130 {
      let count = Int.random(in: 1...60, using: &random)
      let prices = (0..<count).map { _ -> Int? in
        Bool.random(using: &random) ? Int.random(in: -1...90, using: &random) : nil
      }
      let rows = Int.random(in: 0...8, using: &random)
      for line in Self.plot(prices, prices.reversed()).lines(width: width, rows: rows) {
        let used = line.reduce(0) { $0 + CellWidth.of($1.text) }
        #expect(used <= width, "\(width) cells, \(rows) rows")
      }
    }
  }

  @Test func `every change is visible, however small or brief`() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<200 {
      let columns = Int.random(in: 12...100, using: &random)
      let count = Int.random(in: 2...columns, using: &random)
      let prices = (0..<count).map { _ in Int.random(in: 1...500, using: &random) }
      let series = PriceSeries(kind: .input, steps: Self.steps(prices, every: 0.01))
      let axis = TimeAxis(series.steps, end: Fixture.now, columns: columns)
      let panel = PricePanel(series, axis: axis, rows: 4)
      let corners = Set("┘┐┌└┼│")
      var changes = 0
      for column in 0..<columns {
        let letters = (0..<panel.rows).map { Array(panel.text(of: $0))[column] }
        if letters.contains(where: corners.contains) { changes += 1 }
      }
      let expected = zip(prices, prices.dropFirst()).count { $0 != $1 }
      #expect(changes == expected)
    }
  }

  @Test func `a time without a price stays empty`() {
    let series = PriceSeries(kind: .output, steps: Self.steps([4, 4, nil, nil, 2, -1, 2]))
    let axis = TimeAxis(series.steps, end: Fixture.now, columns: 50)
    let panel = PricePanel(series, axis: axis, rows: 3)
    let columns = (0..<50).map { column in
      (0..<panel.rows).map { Array(panel.text(of: $0))[column] }.contains { $0 != " " }
    }
    var runs: [Bool] = []
    for isDrawn in columns where runs.last != isDrawn { runs.append(isDrawn) }
    #expect(runs.starts(with: [true, false, true, false, true]))
  }

  @Test func `one price is a line of text, none is nothing`() {
    #expect(
      Self.text(Self.plot([3, 3, 3], [0]).lines(width: 60, rows: 4)) == [
        "input 3.00 $/M all the time", "output 0.00 $/M all the time",
      ])
    #expect(Self.plot([nil, -1]).lines(width: 60, rows: 4).isEmpty)
  }

  @Test func `axis and labels tell prices and dates`() throws {
    let modelHistory = try #require(Fixture.history())
    let series = [PriceKind.input, .output].map {
      PriceSeries(kind: $0, steps: modelHistory.priceSteps(of: $0))
    }
    let plot = PricePlot(series: series, end: Fixture.now)
    try Golden.expect(
      Self.text(plot.lines(width: 72, rows: 4)).joined(separator: "\n"), matches: "plot-72",
      in: "Screens")
  }
}
