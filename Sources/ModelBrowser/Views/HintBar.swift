import ModelCatalog

/// The last line: the current message, or the most important keys.
enum HintBar {
  static func draw(_ state: State, in area: Rect, into frame: inout Frame) {
    let start = Point(row: area.row, column: 1)
    // Where text is typed the keys are more important.
    let isTyping = state.overlays.last?.content.mode.takesText == true
    if let toast = state.toast, !isTyping, state.navigation.count == nil {
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
    let progress = count(of: state) ?? progress(of: state) ?? firstStepsTitle(of: state)
    let taken = progress.map { CellWidth.of($0.text) + 2 } ?? 0
    if let progress { frame.put([progress], at: start, width: area.columns - 2) }
    // The last two, such as help and quit, are always shown.
    let isFixed = !state.overlays.isEmpty || state.navigation.focus == .search
    let last = isFixed ? [] : hints.suffix(2)
    // Two blanks are between hints, none after the last one.
    var room = area.columns - taken - (last.isEmpty ? 0 : 2) - last.reduce(0) { $0 + width($1) + 2 }
    let first = hints.dropLast(last.count).prefix { hint in
      room -= width(hint) + 2
      return room >= 0
    }
    var used = taken
    for hint in first + last {
      guard used + width(hint) <= area.columns - 2 else { break }
      frame.put(
        [StyledText(hint.keys, Theme.key), StyledText(" \(hint.text)", Theme.faint)],
        at: Point(row: area.row, column: 1 + used), width: width(hint))
      used += width(hint) + 2
    }
  }

  /// How far the endpoints of the query's models are known, while they come.
  private static func progress(of state: State) -> StyledText? {
    guard let progress = state.serving.progress, !progress.isDone, state.overlays.isEmpty else {
      return nil
    }
    return StyledText("endpoints \(progress.known) of \(progress.of)", Theme.title)
  }

  /// The number that waits for a movement.
  private static func count(of state: State) -> StyledText? {
    state.navigation.count.map { StyledText("\($0) times:", Theme.title) }
  }

  /// Before the hints of a new person.
  private static func firstStepsTitle(of state: State) -> StyledText? {
    firstSteps(of: state).isEmpty ? nil : StyledText("Try:", Theme.title)
  }

  /// The first steps that are left, where the panes have the keys.
  private static func firstSteps(of state: State) -> [Hint] {
    guard state.overlays.isEmpty, [.list, .sidebar].contains(state.navigation.focus),
      state.navigation.marks.isEmpty, state.search.choice != .inbox, state.world.pastCatalog == nil
    else { return [] }
    return state.firstSteps.compactMap { state.keys.hint($0.action, text: $0.words) }
  }

  private static func width(_ hint: Hint) -> Int {
    CellWidth.of(hint.keys) + 1 + CellWidth.of(hint.text)
  }

  private static func hints(of state: State) -> [Hint] {
    let keys = state.keys
    if let overlay = state.overlays.last { return overlay.content.hints(keys) }
    if let count = state.navigation.count {
      return [
        keys.hint(.move(.down), .move(.up), text: "move"),
        keys.hint(.move(.pageDown), .move(.pageUp), text: "pages"),
        keys.hint(.move(.last), text: "to line \(count)"), keys.hint(.back, text: "drop"),
      ].compactMap(\.self)
    }
    let firstSteps = firstSteps(of: state)
    if !firstSteps.isEmpty { return firstSteps + [keys.hint(.quit)].compactMap(\.self) }
    let hints =
      switch state.navigation.focus {
      case .search: searchBox(state)
      case .detail:
        [
          keys.hint(.open, text: state.layout.isDetailLarge ? "back" : "larger"),
          keys.hint(.move(.down), .move(.up), text: "scroll"),
          keys.hint(.jumpToOtherRoute, text: hasSuccessor(state) ? "successor" : "other row"),
        ] + panes(state)
      case .list where state.picker != nil:
        [
          keys.hint(.open, text: "pick"),
          state.picker?.takesMarks == true ? keys.hint(.mark, text: "mark") : nil,
        ] + panes(state)
      case .list where state.search.choice == .inbox:
        [
          keys.hint(.open, text: "detail"), keys.hint(.markRead, text: "read, next"),
          keys.hint(.markAllRead, text: "all read"),
        ] + panes(state)
      case .list where hasSuccessor(state):
        [keys.hint(.open, text: "detail"), keys.hint(.jumpToOtherRoute, text: "successor")]
          + panes(state)
      case .list: [keys.hint(.open, text: "detail")] + panes(state)
      case .sidebar: panes(state)
      }
    return hints.compactMap(\.self)
  }

  private static func hasSuccessor(_ state: State) -> Bool {
    state.selectedModel.flatMap { $0.isListed ? nil : state.catalog.successor(of: $0) } != nil
  }

  private static func searchBox(_ state: State) -> [Hint?] {
    let keys = state.keys
    return [
      state.picker == nil
        ? keys.hint(.box(.keep), in: .searchBox)
        : keys.hint(.box(.keep), text: "pick", in: .searchBox),
      keys.hint(.box(.leave), in: .searchBox),
      keys.hint(.box(.complete), in: .searchBox),
      keys.hint(.move(.up), .move(.down), in: .searchBox),
      keys.hint(.box(.olderQuery), in: .searchBox),
      keys.hint(.edit(.deleteToStart), in: .searchBox),
    ]
  }

  /// What works in every pane, the most important first.
  private static func panes(_ state: State) -> [Hint?] {
    let keys = state.keys
    let isPast = state.world.pastCatalog != nil
    let marks = state.navigation.marks.ids.count
    let hints: [Hint?] = [
      marks > 0 ? keys.hint(.openCompare, text: "compare \(marks)") : nil, keys.hint(.search),
      keys.hint(.nextPane), keys.hint(.change(.openRouter)),
      keys.hint(.change(.nextSort)), keys.hint(.change(.favorite)),
      isPast ? nil : keys.hint(.refresh), keys.hint(.share(.copyID)), keys.hint(.help),
      keys.hint(.quit),
    ]
    return isPast ? [keys.hint(.refresh, text: "back to now")] + hints : hints
  }
}
