import ModelCatalog
import ModelText

extension Compare {
  func draw(over state: State, into frame: inout Frame) {
    let page = page(in: state)
    let hidden = page.table.heads.count - page.visible.count
    let title = "Compare \(page.table.heads.count)"
    if page.isBoxed {
      frame.drawBox(page.area, title: hidden > 0 ? "\(title), \(page.visible.count) fit" : title)
    } else {
      frame.fill(page.area)
    }
    drawHead(of: page, into: &frame)
    // The screen may have grown since the last key.
    let top = max(0, min(top, page.lines.count - page.rows.rows))
    for (row, line) in page.lines.dropFirst(top).prefix(page.rows.rows).enumerated() {
      draw(line, row: page.rows.row + row, of: page, into: &frame)
    }
    for (row, line) in page.note.enumerated() {
      frame.put(
        [StyledText(line, Theme.faint)],
        at: Point(row: page.noteRow + row, column: page.head.column + 1),
        width: page.head.columns - 2)
    }
    ScrollBar(count: page.lines.count, top: top).draw(beside: page.rows, into: &frame)
  }

  private func drawHead(of page: ComparePage, into frame: inout Frame) {
    let first = page.visible.lowerBound
    let (before, after) = (
      first > 0 ? "‹" : " ", page.visible.upperBound < page.table.heads.count ? "›" : " "
    )
    frame.put(
      [StyledText("\(before)\(after)", Theme.key)],
      at: Point(row: page.head.row, column: page.head.column + page.titleWidth - 2), width: 2)
    for (column, model) in page.visible.enumerated() {
      let head = page.table.heads[model]
      let isSelected = head.id == selected
      let start = page.start(ofColumn: column)
      let width = page.columnWidth - 1
      func put(_ text: String, _ style: Style, row: Int) {
        guard row < page.head.rows else { return }
        frame.put(
          [StyledText(text, style)], at: Point(row: page.head.row + row, column: start + 2),
          width: width - 2)
      }
      put(head.name, Theme.strong, row: 0)
      // Where the whole id does not fit, its author is left out.
      let slug = head.id.firstIndex(of: "/").map { "…" + head.id[$0...] } ?? head.id
      put(CellWidth.of(head.id) <= width - 2 ? head.id : slug, Theme.id, row: 1)
      put(head.notice ?? "", Theme.caution, row: 2)
      guard isSelected else { continue }
      let name = Rect(row: page.head.row, column: start + 1, rows: 1, columns: width)
      frame.select(name)
    }
  }

  private func draw(
    _ line: ComparePage.Line, row: Int, of page: ComparePage, into frame: inout Frame
  ) {
    let start = page.rows.column + 1
    guard !line.isRule else {
      let rule = "─ \(line.title) " + String(repeating: "─", count: max(0, page.rows.columns - 13))
      frame.put(
        [StyledText(rule, Theme.faint)], at: Point(row: row, column: start),
        width: page.rows.columns - 2)
      return
    }
    frame.put(
      [StyledText(line.title, Theme.faint)], at: Point(row: row, column: start),
      width: page.titleWidth)
    for (column, text) in line.parts.enumerated() {
      let isBest = line.isBest[column]
      let at = page.start(ofColumn: column)
      if isBest {
        frame.put(
          [StyledText(ComparisonTable.bestMark, Theme.good)], at: Point(row: row, column: at),
          width: 1)
      }
      frame.put(
        [StyledText(text, isBest ? Theme.frontier : text == "—" ? Theme.faint : Theme.plain)],
        at: Point(row: row, column: at + 2), width: page.columnWidth - 3)
    }
  }
}
