import Foundation
import ModelCatalog

/// A plot of prices over time as steps: a panel for each price, one common axis of dates.
///
/// Light lines are the input's and heavy ones the output's, and each panel has its name, so that
/// nothing depends on colour. Every change has a column of its own: where time is too dense for its
/// true position, the changes are side by side.
struct PricePlot {
  let series: [PriceSeries]
  /// Where time ends on the axis, if the last price still holds.
  let end: Date

  /// The lines for so many cells; of each panel's steps at most `rows` lines.
  ///
  /// Prices that never changed are one line of text; nothing for none.
  func lines(width: Int, rows: Int) -> [[StyledText]] {
    let known = series.filter { !$0.amounts.isEmpty }
    let plotted = known.filter { !$0.isFlat }
    let labels = plotted.flatMap { one in one.amounts.map { CellWidth.of(one.text($0)) } }
    let labelWidth = min(max(labels.max() ?? 0, 4), 10)
    let room = width - labelWidth - 2
    guard room >= Self.leastColumns, rows >= 2, !plotted.isEmpty else {
      return known.map { [StyledText(CellWidth.truncate($0.flatWords, to: max(0, width)))] }
    }
    let axis = TimeAxis(plotted.flatMap(\.steps), end: end, columns: room)
    var lines: [[StyledText]] = []
    for one in known {
      lines.append(StyledText.cut(one.title(since: axis.start), to: width))
      guard !one.isFlat else { continue }
      let panel = PricePanel(one, axis: axis, rows: rows)
      for row in 0..<panel.rows {
        let label = panel.label(of: row).map(one.text) ?? ""
        let fitting = CellWidth.truncate(label, to: labelWidth)
        let gap = String(repeating: " ", count: labelWidth - CellWidth.of(fitting))
        lines.append([
          StyledText(gap + fitting, Theme.faint),
          StyledText(label.isEmpty ? " │" : " ┤", Theme.border),
          StyledText(panel.text(of: row), one.style),
        ])
      }
    }
    let margin = String(repeating: " ", count: labelWidth + 1)
    lines.append([StyledText(margin + "└" + axis.line, Theme.border)])
    lines.append([StyledText(margin + " " + axis.dates, Theme.faint)])
    return lines
  }

  /// Below this width the plot is replaced by text.
  private static let leastColumns = 12
}
