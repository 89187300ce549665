import ModelCatalog

/// The last line: the current message, or the most important keys.
enum HintBar {
  static func draw(_ state: State, in area: Rect, into frame: inout Frame) {
    let start = Point(row: area.row, column: 1)
    if let toast = state.toast, state.helpTop == nil {
      let (mark, style) =
        switch toast.level {
        case .news: ("●", Theme.good)
        case .warning: ("▲", Theme.caution)
        case .error: ("✗", Theme.bad)
        }
      frame.put(
        [
          StyledText("\(mark) ", style),
          StyledText(toast.text, toast.level == .news ? Theme.plain : style),
        ],
        at: start, width: area.columns - 2)
      return
    }
    let hints = hints(of: state)
    // Help and quit are always shown.
    let isFixed = state.helpTop != nil || state.navigation.focus == .search
    let last = isFixed ? [] : hints.suffix(2)
    var room = area.columns - 2 - last.reduce(0) { $0 + Self.width($1) }
    let first = hints.dropLast(last.count).prefix { hint in
      room -= Self.width(hint)
      return room >= 0
    }
    var used = 0
    for (key, hint) in first + last {
      let width = CellWidth.of(key) + 1 + CellWidth.of(hint)
      guard used + width <= area.columns - 2 else { break }
      frame.put(
        [StyledText(key, Theme.key), StyledText(" \(hint)", Theme.faint)],
        at: Point(row: area.row, column: 1 + used), width: width)
      used += width + 2
    }
  }

  /// With the gap behind it.
  private static func width(_ hint: (key: String, hint: String)) -> Int {
    CellWidth.of(hint.key) + CellWidth.of(hint.hint) + 3
  }

  private static func hasSuccessor(_ state: State) -> Bool {
    state.selectedModel.flatMap { state.catalog.successor(of: $0) } != nil
  }

  private static func hints(of state: State) -> [(key: String, hint: String)] {
    if state.helpTop != nil { return [("j k", "scroll"), ("Esc", "close")] }
    if state.navigation.focus == .search {
      return [
        ("Enter", "keep"), ("Esc", "leave"), ("Tab", "complete"), ("↑↓", "move"),
        ("Ctrl-p", "past queries"), ("Ctrl-u", "clear"),
      ]
    }
    let leading: [(String, String)] =
      switch state.navigation.focus {
      case .detail where hasSuccessor(state):
        [("Enter", "back"), ("j k", "scroll"), ("x", "successor")]
      case .detail: [("Enter", "back"), ("j k", "scroll"), ("x", "other route")]
      case .list where state.search.choice == .inbox:
        [("Enter", "detail"), ("d", "read, next"), ("D", "all read")]
      case .list where hasSuccessor(state): [("Enter", "detail"), ("x", "successor")]
      case .list: [("Enter", "detail")]
      case .sidebar, .search: []
      }
    let toNow = state.world.pastCatalog == nil ? [] : [("r", "back to now")]
    let bindings = KeyMap.groups.flatMap(\.bindings).filter { $0.hint != nil }
    let order: [Action] = [
      .search, .nextPane, .change(.openRouter), .change(.nextSort), .change(.favorite), .refresh,
      .share(.copyID), .help, .quit,
    ]
    return leading + toNow
      + order.filter { $0 != .refresh || toNow.isEmpty }.compactMap { action in
        bindings.first { $0.action == action }.flatMap { binding in
          binding.hint.map {
            (binding.keys.count > 1 && action == .nextPane ? "Tab" : binding.label, $0)
          }
        }
      }
  }
}
