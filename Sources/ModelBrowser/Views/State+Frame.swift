import ModelCatalog

extension State {
  /// The whole screen.
  var frame: Frame {
    var frame = Frame(size: world.size)
    let layout = layout
    guard !layout.isTooSmall else {
      drawTooSmall(into: &frame)
      return frame
    }
    drawBorders(layout, into: &frame)
    Header.draw(self, in: layout.header, into: &frame)
    if let area = layout.sidebarItems { Sidebar.draw(self, in: area, into: &frame) }
    SearchBox.draw(self, in: layout, into: &frame)
    if layout.isDetailLarge {
      frame.put([StyledText(" Detail ", Theme.activeTitle)], at: titlePoint(layout), width: 10)
    } else {
      ModelList.draw(self, in: layout, into: &frame)
    }
    if let area = layout.detail { DetailPane.draw(self, in: area, into: &frame) }
    HintBar.draw(self, in: layout.hintBar, into: &frame)
    SearchBox.drawCompletion(self, in: layout, into: &frame)
    for overlay in overlays { overlay.content.draw(over: self, into: &frame) }
    return frame
  }

  private func titlePoint(_ layout: Layout) -> Point {
    Point(row: layout.listTitle.row, column: layout.listTitle.column + 1)
  }

  private func drawTooSmall(into frame: inout Frame) {
    let need = "\(Layout.minimum.columns)×\(Layout.minimum.rows)"
    let lines = [
      "too small", "need \(need)", "have \(world.size.columns)×\(world.size.rows)",
      "\(keys.key(of: .quit)) quits",
    ]
    let shown = lines.prefix(world.size.rows)
    let top = (world.size.rows - shown.count) / 2
    for (index, line) in shown.enumerated() {
      let text = CellWidth.truncate(line, to: world.size.columns)
      let column = max(0, (world.size.columns - CellWidth.of(text)) / 2)
      frame.put(
        text, at: Point(row: top + index, column: column), style: Theme.plain,
        maxWidth: world.size.columns)
    }
  }

  /// One border around all panes, with lines between them that meet it.
  private func drawBorders(_ layout: Layout, into frame: inout Frame) {
    let border = layout.border
    let lastRow = border.row + border.rows - 1
    let lastColumn = border.columns - 1
    func put(_ text: String, _ row: Int, _ column: Int) {
      frame.put(
        text, at: Point(row: row, column: column), style: Theme.border, maxWidth: nil)
    }
    func line(_ row: Int, from start: String, to end: String, _ first: Int, _ last: Int) {
      put(start + String(repeating: "─", count: max(0, last - first - 1)) + end, row, first)
    }
    line(border.row, from: "╭", to: "╮", 0, lastColumn)
    line(lastRow, from: "╰", to: "╯", 0, lastColumn)
    for row in border.row + 1..<lastRow {
      put("│", row, 0)
      put("│", row, lastColumn)
    }
    let left = layout.listTitle.column - 1
    if layout.sidebarItems != nil {
      put("┬", border.row, left)
      put("┴", lastRow, left)
      for row in border.row + 1..<lastRow { put("│", row, left) }
    }
    line(layout.listTitle.row, from: "├", to: "┤", left, lastColumn)
    guard let detail = layout.detail, !layout.isDetailLarge else { return }
    if layout.isDetailBeside {
      put("┬", layout.listTitle.row, detail.column - 1)
      put("┴", lastRow, detail.column - 1)
      for row in detail.row..<lastRow { put("│", row, detail.column - 1) }
    } else {
      line(detail.row - 1, from: "├", to: "┤", left, lastColumn)
    }
  }
}
