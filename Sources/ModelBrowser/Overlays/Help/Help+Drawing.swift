import ModelCatalog

extension Help {
  func draw(over state: State, into frame: inout Frame) {
    let area = Self.area(in: state)
    guard area.rows > 3, area.columns > 4 else { return }
    let last = area.row + area.rows - 1
    frame.drawBox(area, title: "Help")
    drawFilter(at: Point(row: area.row + 1, column: area.column + 2), area.columns - 4, &frame)

    let lines = lines(state.keys)
    let top = visibleTop(in: area, state.keys)
    let height = Self.height(in: area)
    let selectedLine = selectedLine(in: lines)
    for (offset, line) in lines.dropFirst(top).prefix(height).enumerated() {
      let row = area.row + 2 + offset
      frame.put(
        Self.spans(of: line, width: area.columns - 4),
        at: Point(row: row, column: area.column + 2), width: area.columns - 4)
      if top + offset == selectedLine {
        frame.put("▸", at: Point(row: row, column: area.column + 2))
        frame.select(Rect(row: row, column: area.column + 1, rows: 1, columns: area.columns - 2))
      }
    }
    guard lines.count > height else { return }
    let more = " \(top + height) of \(lines.count) "
    frame.put(
      [StyledText(more, Theme.title)],
      at: Point(row: last, column: area.column + area.columns - more.count - 2),
      width: more.count)
  }

  private func drawFilter(at point: Point, _ width: Int, _ frame: inout Frame) {
    frame.put([StyledText("› ", Theme.activeTitle)], at: point, width: 2)
    let start = Point(row: point.row, column: point.column + 2)
    let (before, after) = filter.visible(room: width - 2)
    let text =
      filter.text.isEmpty
      ? StyledText("type to find an action", Theme.faint) : StyledText(before + after)
    frame.put([text], at: start, width: width - 2)
    frame.cursor = Point(row: start.row, column: start.column + CellWidth.of(before))
  }

  /// From this width on the names of the actions have a column.
  private static let widthForNames = 60

  private static func spans(of line: HelpLine, width: Int) -> [StyledText] {
    let keyWidth = width < 40 ? 10 : 20
    func column(_ text: String, _ width: Int, _ style: Style) -> StyledText {
      let fitting = CellWidth.truncate(text, to: width - 1)
      let gap = String(repeating: " ", count: width - CellWidth.of(fitting))
      return StyledText(fitting + gap, style)
    }
    switch line {
    case .blank: return []
    case .title(let title): return [StyledText(title, Theme.strong)]
    case .marks(let marks):
      return marks.flatMap { mark in
        [StyledText("  " + mark.sign, Theme.key), StyledText(" " + mark.meaning)]
      }
    case .legend(let key, let text):
      return [column("  " + key, keyWidth, Theme.key), StyledText(text)]
    case .action(let binding):
      let name = width < widthForNames ? [] : [column(binding.name, 16, Theme.faint)]
      return [column("  " + binding.label, keyWidth, Theme.key)] + name
        + [StyledText(binding.help)]
    }
  }
}
