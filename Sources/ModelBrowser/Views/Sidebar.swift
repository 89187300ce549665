import ModelCatalog

/// The sidebar: choices with their model counts.
enum Sidebar {
  static func draw(_ state: State, in area: Rect, into frame: inout Frame) {
    let isFocused = state.navigation.focus == .sidebar
    frame.put(
      [StyledText(" Browse ", isFocused ? Theme.activeTitle : Theme.title)],
      at: Point(row: area.row - 1, column: area.column + 1), width: area.columns - 1)
    ScrollBar(count: state.search.sidebar.count, top: state.navigation.sidebarTop).draw(
      beside: area, into: &frame)
    let lines = state.search.sidebar.dropFirst(state.navigation.sidebarTop).prefix(area.rows)
    for (line, item) in lines.enumerated() {
      let row = area.row + line
      guard let choice = item.choice else {
        drawHeading(item.title, row: row, in: area, into: &frame)
        continue
      }
      let isChosen = choice == state.search.choice
      let isNews = choice == .inbox && item.count > 0
      let count =
        switch item.standing {
        case .counted: (isNews ? "● " : "") + String(item.count)
        case .uncounted: ""
        case .mistaken: "!"
        }
      let room = area.columns - count.count - 4
      frame.put(
        [StyledText(isChosen ? "▸" : " ", Theme.title)], at: Point(row: row, column: area.column),
        width: 1)
      frame.put(
        [StyledText(item.title, style(item, isStrong: isChosen || isNews))],
        at: Point(row: row, column: area.column + 1), width: room)
      frame.put(
        [
          StyledText(
            count,
            isNews || item.standing == .mistaken
              ? Theme.changed : isChosen ? Theme.strong : Theme.faint
          )
        ],
        at: Point(row: row, column: area.column + area.columns - count.count - 1),
        width: count.count)
      if isChosen, isFocused {
        frame.select(Rect(row: row, column: area.column, rows: 1, columns: area.columns))
      }
    }
  }

  /// What shows nothing with the present query is faint.
  private static func style(_ item: SidebarItem, isStrong: Bool) -> Style {
    isStrong ? Theme.strong : item.count == 0 ? Theme.faint : Theme.plain
  }

  private static func drawHeading(
    _ title: String, row: Int, in area: Rect, into frame: inout Frame
  ) {
    let text = "─ \(title) "
    let line = text + String(repeating: "─", count: max(0, area.columns - text.count))
    frame.put(
      [StyledText(line, Theme.faint)], at: Point(row: row, column: area.column), width: area.columns
    )
  }
}
