import ModelCatalog

/// The prices of one model: a line for each kind, a column for each condition.
struct PriceTable {
  let pricing: Pricing
  let styler: ANSIStyler

  var text: String {
    let conditions = pricing.overrides
    let kinds = Set(pricing.prices.keys).union(conditions.flatMap { $0.prices.keys }).sorted()
    guard !kinds.isEmpty else { return styler.paint("Prices", .strong) + "  unknown\n" }
    let columns =
      [Self.column("USD", kinds, pricing.prices)]
      + conditions.map { Self.column($0.condition.words, kinds, $0.prices) }
    let nameWidth = kinds.reduce(0) { max($0, $1.words.utf8.count) }
    let widths = columns.map { $0.reduce(0) { max($0, CellWidth.of($1)) } }

    func padded(_ name: String) -> String {
      name + String(repeating: " ", count: max(0, nameWidth - name.utf8.count))
    }
    func line(_ name: String, _ row: Int, _ style: TextStyle) -> String {
      let cells = columns.indices.map { index in
        let cell = columns[index][row]
        let gap = String(repeating: " ", count: widths[index] - CellWidth.of(cell))
        return gap + styler.paint(cell, style)
      }
      let text = "  " + padded(name) + "  " + cells.joined(separator: "  ")
      return Self.withoutTrailingBlanks(text) + "\n"
    }
    var text = styler.paint("Prices per million tokens", .strong) + "\n"
    text += line("", 0, .faint)
    for (index, kind) in kinds.enumerated() { text += line(kind.words, index + 1, .price) }
    return text
  }

  /// A title over the amount of each kind; empty where nothing is said of it.
  private static func column(
    _ title: String, _ kinds: [PriceKind], _ prices: [PriceKind: Price]
  ) -> [String] {
    [title]
      + kinds.map { kind in
        guard let price = prices[kind] else { return "" }
        guard kind.isPerUnit else { return PriceText.exact(price) }
        return PriceText.perUnit(price) + (price.amount == nil ? "" : " each")
      }
  }

  private static func withoutTrailingBlanks(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }
}
