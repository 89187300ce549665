import ModelCatalog

/// The last line: a message while there is one, else the keys that matter most here.
enum HintBar {
  static func draw(_ state: State, in area: Rect, into frame: inout Frame) {
    let start = Point(row: area.row, column: 1)
    if let toast = state.toast {
      let (mark, style) =
        switch toast.level {
        case .news: ("●", Theme.good)
        case .warning: ("▲", Theme.caution)
        case .error: ("✗", Theme.bad)
        }
      frame.put(
        [Span("\(mark) ", style), Span(toast.text, toast.level == .news ? Theme.plain : style)],
        at: start, width: area.columns - 2)
      return
    }
    var used = 0
    for (key, hint) in hints(of: state) {
      let width = CellWidth.of(key) + 1 + CellWidth.of(hint)
      guard used + width <= area.columns - 2 else { break }
      frame.put(
        [Span(key, Theme.key), Span(" \(hint)", Theme.faint)],
        at: Point(row: area.row, column: 1 + used), width: width)
      used += width + 2
    }
  }

  private static func hints(of state: State) -> [(key: String, hint: String)] {
    if state.helpTop != nil { return [("j k", "scroll"), ("Esc", "close")] }
    if state.focus == .search {
      return [
        ("Enter", "keep"), ("Esc", "leave"), ("Tab", "complete"), ("↑↓", "move"),
        ("Ctrl-p", "past queries"), ("Ctrl-u", "clear"),
      ]
    }
    let leading: [(String, String)] =
      switch state.focus {
      case .detail: [("Enter", "back"), ("j k", "scroll"), ("x", "other route")]
      case .list: [("Enter", "detail")]
      case .sidebar, .search: []
      }
    let bindings = KeyMap.groups.flatMap(\.bindings).filter { $0.hint != nil }
    let order: [Action] = [
      .search, .nextPane, .toggleOpenRouter, .nextSort, .toggleFavorite, .refresh, .copyID, .help,
      .quit,
    ]
    return leading
      + order.compactMap { action in
        bindings.first { $0.action == action }.flatMap { binding in
          binding.hint.map {
            (binding.keys.count > 1 && action == .nextPane ? "Tab" : binding.label, $0)
          }
        }
      }
  }
}
