extension Frame {
  /// Empties an area and draws a border with a title around it, for an overlay.
  mutating func drawBox(_ area: Rect, title: String) {
    guard area.rows > 1, area.columns > 1 else { return }
    fill(area)
    let line = String(repeating: "─", count: area.columns - 2)
    let last = area.row + area.rows - 1
    func write(_ text: String, _ row: Int, _ column: Int, _ style: Style = Theme.title) {
      put([StyledText(text, style)], at: Point(row: row, column: column), width: area.columns)
    }
    write("╭\(line)╮", area.row, area.column)
    write("╰\(line)╯", last, area.column)
    for row in area.row + 1..<last {
      write("│", row, area.column)
      write("│", row, area.column + area.columns - 1)
    }
    write(" \(title) ", area.row, area.column + 2, Theme.activeTitle)
  }
}

extension Rect {
  private static let leastMargin = 3

  /// An area in the middle of a screen, between header and hint bar.
  ///
  /// Where little would be left beside it, it takes all of that, so that its border stands in the
  /// place of the panes' and not next to it.
  static func centered(rows: Int, columns: Int, in size: Size) -> Rect {
    let isWide = columns > size.columns - 2 * leastMargin
    let isTall = isWide || rows > size.rows - 2 * leastMargin
    let columns = isWide ? size.columns : columns
    let rows = isTall ? max(0, size.rows - 2) : rows
    return Rect(
      row: max(0, (size.rows - rows) / 2), column: max(0, (size.columns - columns) / 2),
      rows: rows, columns: columns)
  }
}
