import Foundation
import Support
import Testing

@testable import ModelText

/// Pictures of a real listing; without it these tests are skipped.
@Suite(.enabled(if: !Captures.listings.isEmpty, "../shared/captures is not present"))
struct PlotPictureTests {
  /// Every row of the listing with a coding score, against the mean of its prices.
  private static func plot() throws -> ScatterPlot {
    let body =
      try JSONSerialization.jsonObject(
        with: Captures.body("openrouter-20260821.json")) as? [String: Any]
    let rows = try #require(body?["data"] as? [[String: Any]])
    typealias Row = (name: String, isVariant: Bool, x: Double, y: Double)
    let found = rows.compactMap { row -> Row? in
      let benchmarks = row["benchmarks"] as? [String: Any]
      let indices = benchmarks?["artificial_analysis"] as? [String: Any]
      let pricing = row["pricing"] as? [String: Any]
      let prices = ["prompt", "completion"].compactMap { pricing?[$0] as? String }
        .compactMap(Double.init)
      guard let id = row["id"] as? String, let name = row["name"] as? String,
        let score = indices?["coding_index"] as? Double, prices.count == 2, prices[0] >= 0
      else { return nil }
      let shortName = name.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? name
      return (shortName, id.contains(":"), (prices[0] + prices[1]) * 500_000, score)
    }
    let candidates = found.filter { !$0.isVariant }.map { (x: $0.x, y: $0.y) }
    let points = found.compactMap { row in
      let isWorse = PlotFixture.isDominated((row.x, row.y), among: candidates)
      return PlotPoint(
        x: row.x, y: row.y, label: row.name,
        kind: row.isVariant ? .variant : isWorse ? .ordinary : .frontier)
    }
    return ScatterPlot(
      points: points,
      x: PlotAxis(
        title: "mean of input and output price, USD per million tokens",
        shortTitle: "mean $/M", scale: .money(zero: "free")), y: PlotFixture.coding)
  }

  @Test(arguments: [(30, 8), (80, 24), (120, 36), (200, 50)])
  func `the picture of a listing`(columns: Int, rows: Int) throws {
    let plot = try Self.plot()
    let lines = PlotFixture.text(
      plot, columns, rows, selected: plot.points.firstIndex { $0.label == "Claude Haiku 4.5" })
    let text = lines.map { $0.withoutSpacesAtEnd }.joined(separator: "\n")
    try Golden.expect(text, matches: "coding-\(columns)x\(rows)", in: "Pictures")
    let ascii = lines.map { ASCIIFallback.text(for: $0).withoutSpacesAtEnd }
    try Golden.expect(
      ascii.joined(separator: "\n"),
      matches: "coding-\(columns)x\(rows)-ascii", in: "Pictures")
  }

  @Test func `every point of a listing can be reached with arrows from every other`() throws {
    let plot = try Self.plot()
    let neighbours = plot.points.indices.map { index in
      PlotDirection.allCases.compactMap { plot.neighbour(of: index, toward: $0) }
    }
    for start in plot.points.indices {
      var seen: Set = [start]
      var next = [start]
      while let point = next.popLast() {
        next += neighbours[point].filter { seen.insert($0).inserted }
      }
      #expect(seen.count == plot.points.count)
    }
  }
}

extension String {
  fileprivate var withoutSpacesAtEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
