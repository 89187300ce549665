import Foundation
import ModelCatalog

/// The steps of one price drawn with box characters, the highest price at the top.
struct PricePanel {
  let rows: Int
  private var grid: [[Character]]
  private var labels: [Int: Decimal] = [:]

  /// As many rows as there are prices, within `rows`, and at least two.
  init(_ series: PriceSeries, axis: TimeAxis, rows most: Int) {
    let amounts = (0..<axis.columns).map { Self.amount(of: series, at: axis.moment(of: $0)) }
    let known = amounts.compactMap(\.self)
    let least = known.min() ?? 0
    let range = (known.max() ?? 0) - least
    rows = max(2, min(most, Set(known).count + 1))
    grid = Array(repeating: Array(repeating: " ", count: axis.columns), count: rows)
    let last = rows - 1
    func row(of amount: Decimal) -> Int {
      guard range > 0 else { return last }
      let part = NSDecimalNumber(decimal: (amount - least) / range).doubleValue
      return last - Int((part * Double(last)).rounded())
    }
    let pen = series.isHeavy ? Pen.heavy : Pen.light
    var previous: Decimal?
    for (column, amount) in amounts.enumerated() {
      defer { previous = amount }
      guard let amount else { continue }
      let here = row(of: amount)
      labels[here] = amount
      guard let previous, previous != amount else {
        grid[here][column] = pen.level
        continue
      }
      let before = row(of: previous)
      guard before != here else {
        grid[here][column] = pen.notch
        continue
      }
      let isRise = here < before
      for row in min(here, before)...max(here, before) { grid[row][column] = pen.upright }
      grid[before][column] = isRise ? pen.leavesUp : pen.leavesDown
      grid[here][column] = isRise ? pen.arrivesFromBelow : pen.arrivesFromAbove
    }
  }

  func text(of row: Int) -> String { String(grid[row]) }

  /// The latest price that a row shows.
  func label(of row: Int) -> Decimal? { labels[row] }

  private static func amount(of series: PriceSeries, at moment: Date) -> Decimal? {
    let step = series.steps.last { $0.from <= moment }
    guard let step, step.until.map({ $0 > moment }) ?? true else { return nil }
    return step.price?.amount
  }

  private struct Pen {
    let level, upright, notch: Character
    let leavesUp, leavesDown, arrivesFromBelow, arrivesFromAbove: Character

    static let light = Pen(
      level: "─", upright: "│", notch: "┼", leavesUp: "┘", leavesDown: "┐",
      arrivesFromBelow: "┌", arrivesFromAbove: "└")
    static let heavy = Pen(
      level: "━", upright: "┃", notch: "╋", leavesUp: "┛", leavesDown: "┓",
      arrivesFromBelow: "┏", arrivesFromAbove: "┗")
  }
}
