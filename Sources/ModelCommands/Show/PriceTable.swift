import ModelCatalog
import ModelText

/// The prices of one model: a line for each kind, a column for each condition, the unit at the end.
struct PriceTable {
  let model: Model
  let styler: ANSIStyler

  var text: String {
    let prices = PriceLines(of: model)
    let conditions = prices.conditions
    var text = ""
    if prices.known.isEmpty {
      text += styler.paint("Prices", .strong) + "  unknown\n"
    } else {
      text += styler.paint("Prices in USD", .strong) + "\n"
      let titles = ["", conditions.isEmpty ? "" : "base"] + conditions + [""]
      text += lines([titles] + prices.known.map(cells))
    }
    guard !prices.other.isEmpty else { return text }
    text += styler.paint("Other prices", .strong) + "\n"
    return text + lines([["", ""] + conditions + [""]] + prices.other.map(cells))
  }

  private func cells(_ line: PriceLines.Line) -> [String] {
    [line.name] + line.amounts.map { $0?.text ?? "" } + [line.unitWords]
  }

  /// Names at the left, amounts at the right of their columns, units behind them; the first line are
  /// titles, left out where it is blank.
  private func lines(_ rows: [[String]]) -> String {
    let columns = rows[0].count
    let widths = (0..<columns).map { column in
      rows.reduce(0) { max($0, CellWidth.of($1[column])) }
    }
    return rows.enumerated().filter { $0.offset > 0 || $0.element.contains { !$0.isEmpty } }
      .map { index, row in
        let cells = row.enumerated().map { column, cell in
          let gap = String(repeating: " ", count: widths[column] - CellWidth.of(cell))
          switch column {
          case 0: return cell + gap
          case columns - 1: return styler.paint(cell, .faint)
          default: return gap + styler.paint(cell, index == 0 ? .faint : .price)
          }
        }
        return "  " + Self.withoutTrailingBlanks(cells.joined(separator: "  ")) + "\n"
      }.joined()
  }

  private static func withoutTrailingBlanks(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }
}
