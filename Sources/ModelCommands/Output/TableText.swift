import ModelCatalog

/// A table for a terminal: aligned cells, lines no wider than the screen.
struct TableText<Row: ListedRow> {
  let columns: [Column<Row>]
  let console: Console

  func text(of rows: [Row]) -> String {
    guard !rows.isEmpty else { return "" }
    let cells = columns.map { column in rows.map { Self.oneLine(column.shown($0)) } }
    let natural = zip(columns, cells).map { column, cells in
      cells.reduce(CellWidth.of(column.title)) { max($0, CellWidth.of($1)) }
    }
    let widths = TableWidths.fitting(
      natural, isFlexible: columns.map(\.isFlexible), into: console.width)
    var text = line(columns.map(\.title), widths, styles: widths.map { _ in .faint })
    for row in rows.indices {
      text += line(cells.map { $0[row] }, widths, styles: columns.map(\.style))
    }
    return text
  }

  /// Columns without a width are left out.
  private func line(_ cells: [String], _ widths: [Int], styles: [TextStyle]) -> String {
    var line = ""
    for (index, width) in widths.enumerated() {
      let cell = CellWidth.truncate(cells[index], to: width)
      let gap = String(repeating: " ", count: max(0, width - CellWidth.of(cell)))
      let painted = console.styler.paint(cell, styles[index])
      if index > 0 { line += TableWidths.gap }
      if columns[index].isNumber {
        line += gap + painted
      } else {
        line += painted + gap
      }
    }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }

  private static func oneLine(_ text: String) -> String {
    text.contains(where: \.isNewline)
      ? String(text.map { $0.isNewline ? " " : $0 }) : text
  }
}

/// Computes column widths.
enum TableWidths {
  static let gap = "  "
  /// Text columns are not narrowed below `least`, the first column not below `leastOfFirst`.
  private static let least = 8
  private static let leastOfFirst = 40

  /// Narrows the widest text columns, then the first column, then drops columns from the right; the
  /// first one stays.
  ///
  /// A nil `room` has no limit.
  static func fitting(_ natural: [Int], isFlexible: [Bool], into room: Int?) -> [Int] {
    guard let room else { return natural }
    for count in stride(from: natural.count, to: 1, by: -1) {
      var widths = Array(natural.prefix(count))
      var over = widths.reduce(0, +) + (count - 1) * gap.utf8.count - room
      let others = widths.indices.dropFirst().filter { isFlexible[$0] }
      while over > 0 {
        let long = others.filter { widths[$0] > least }
        guard let widest = long.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
        over -= 1
      }
      if over > 0 {
        let given = min(over, max(0, widths[0] - leastOfFirst))
        widths[0] -= given
        over -= given
      }
      if over <= 0 { return widths }
    }
    return natural.prefix(1).map { min($0, max(1, room)) }
  }
}
