import Support

@testable import ModelText

/// Plots for the tests.
enum PlotFixture {
  static let cost = PlotAxis(title: "USD a month", shortTitle: "$", scale: .money(zero: "free"))
  static let coding = PlotAxis(title: "coding", scale: .score)

  /// Points with these figures, on the frontier as it is by definition.
  static func plot(
    _ figures: [(x: Double, y: Double)], x: PlotAxis = cost, labels: [String]? = nil
  ) -> ScatterPlot {
    let points = figures.enumerated().compactMap { index, one in
      PlotPoint(
        x: one.x, y: one.y, label: labels?[index] ?? "model \(index)",
        kind: isDominated(one, among: figures) ? .ordinary : .frontier)
    }
    return ScatterPlot(points: points, x: x, y: coding)
  }

  static func isDominated(_ one: (x: Double, y: Double), among all: [(x: Double, y: Double)])
    -> Bool
  {
    all.contains { other in
      other.x <= one.x && other.y >= one.y && (other.x < one.x || other.y > one.y)
    }
  }

  /// Figures as they occur: some free, some equal, most cheap ones weak.
  static func random(_ count: Int, _ random: inout SeededRandom) -> [(x: Double, y: Double)] {
    (0..<count).map { _ in
      let size = Double.random(in: -2...4, using: &random)
      let cost = Int.random(in: 0..<8, using: &random) == 0 ? 0 : exp10(size.rounded(toTenths: 1))
      return (cost, (Double.random(in: 0...60, using: &random) + size * 5).rounded(toTenths: 1))
    }
  }

  private static func exp10(_ power: Double) -> Double {
    var value = 1.0
    // Powers of the tenth root of ten.
    for _ in 0..<Int((power * 10).magnitude.rounded()) { value *= 1.258_925_411_794_167_2 }
    return power < 0 ? 1 / value : value
  }

  static func text(
    _ plot: ScatterPlot, _ columns: Int, _ rows: Int, selected: Int? = nil
  ) -> [String] {
    plot.lines(columns: columns, rows: rows, selected: selected).map {
      $0.map(\.text).joined()
    }
  }
}

extension Double {
  fileprivate func rounded(toTenths count: Double) -> Double {
    (self * 10 / count).rounded() * count / 10
  }
}
