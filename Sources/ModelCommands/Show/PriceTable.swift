import ModelCatalog
import ModelText

/// The prices of one model: a line for each kind, a column for each condition, the unit at the end.
struct PriceTable {
  let model: Model
  let styler: ANSIStyler

  private var pricing: Pricing { model.pricing }

  var text: String {
    let overrides = pricing.overrides
    let kinds = Set(pricing.prices.keys).union(overrides.flatMap { $0.prices.keys }).sorted()
    let others = Set(pricing.other.keys).union(overrides.flatMap { $0.other.keys }).sorted()
    var text = ""
    if kinds.isEmpty {
      text += styler.paint("Prices", .strong) + "  unknown\n"
    } else {
      text += styler.paint("Prices in USD", .strong) + "\n"
      text += lines(
        [["", overrides.isEmpty ? "" : "base"] + overrides.map(\.words) + [""]]
          + kinds.map { kind in
            [kind.words, amount(kind, pricing.prices)]
              + overrides.map { amount(kind, $0.prices) } + [kind.unit.words]
          })
    }
    guard !others.isEmpty else { return text }
    text += styler.paint("Other prices", .strong) + "\n"
    return text
      + lines(
        [["", ""] + overrides.map(\.words) + [""]]
          + others.map { key in
            [key, raw(key, pricing.other)] + overrides.map { raw(key, $0.other) }
              + ["unit unknown"]
          })
  }

  private func amount(_ kind: PriceKind, _ prices: [PriceKind: Price]) -> String {
    guard let price = prices[kind] else { return "" }
    return model.isFree && price.isZero ? "free" : PriceText.exact(price, kind)
  }

  private func raw(_ key: String, _ prices: [String: Price]) -> String {
    prices[key].map(PriceText.raw) ?? ""
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
