import ModelCatalog

/// The help: all keys and the query language, scrollable, over the other views.
enum HelpOverlay {
  static func area(in size: Size) -> Rect {
    let width = min(76, size.columns - 2)
    let height = min(lineCount + 2, size.rows - 2)
    return Rect(
      row: max(0, (size.rows - height) / 2), column: max(0, (size.columns - width) / 2),
      rows: max(0, height), columns: max(0, width))
  }

  static var lineCount: Int { lines.count }

  /// The first visible line, within what can be scrolled to.
  static func clamped(_ top: Int, in size: Size) -> Int {
    max(0, min(top, lineCount - area(in: size).rows + 2))
  }

  static func draw(_ state: State, into frame: inout Frame) {
    let area = area(in: state.world.size)
    guard area.rows > 2, area.columns > 4 else { return }
    frame.fill(area)
    let innerWidth = area.columns - 2
    let last = area.row + area.rows - 1
    func border(_ text: String, _ row: Int, _ column: Int) {
      frame.put(
        [StyledText(text, Theme.title)], at: Point(row: row, column: column), width: area.columns)
    }
    border("╭" + String(repeating: "─", count: innerWidth) + "╮", area.row, area.column)
    border("╰" + String(repeating: "─", count: innerWidth) + "╯", last, area.column)
    for row in area.row + 1..<last {
      border("│", row, area.column)
      border("│", row, area.column + area.columns - 1)
    }
    frame.put(
      [StyledText(" Help ", Theme.activeTitle)], at: Point(row: area.row, column: area.column + 2),
      width: 6)
    let height = area.rows - 2
    let top = max(0, min(state.helpTop ?? 0, lineCount - height))
    for (line, spans) in lines.dropFirst(top).prefix(height).enumerated() {
      frame.put(
        spans, at: Point(row: area.row + 1 + line, column: area.column + 2), width: innerWidth - 2)
    }
    if lineCount > height {
      let more = " \(top + height) of \(lineCount) "
      frame.put(
        [StyledText(more, Theme.title)],
        at: Point(row: last, column: area.column + area.columns - more.count - 2),
        width: more.count)
    }
  }

  private static let lines: [[StyledText]] =
    KeyMap.groups.flatMap { group in
      [[StyledText(group.title, Theme.strong)]]
        + group.bindings.map { entry($0.label, $0.help) } + [[]]
    }
    + [[StyledText("In the search box", Theme.strong)]]
    + KeyMap.boxHelp.map { entry($0.label, $0.help) } + [[]]
    + [[StyledText("Query language: terms are ANDed, - before one negates it", Theme.strong)]]
    + queryHelp.map { entry($0.0, $0.1) } + [[]]
    + [[StyledText("Abilities and marks", Theme.strong)]]
    + Ability.allCases.map { entry(String($0.letter), "\($0.rawValue): \($0.summary)") }
    + [
      entry("◆", "core: directly from its maker"), entry("★", "favorite"),
      entry("+ ~ ×", "unread: new, changed, removed (× stays)"),
      entry("● 12", "number of models with unread changes"),
      entry("varies", "the price is decided per request"), entry("—", "unknown"),
    ]

  private static let queryHelp: [(String, String)] = [
    ("claude sonnet", "words in id, name, author or description"),
    ("\"exact phrase\"", "the phrase"),
    ("author:qwen", "also category: source: in: out: has: is:"),
    ("has:tools,vision", "either; repeat has: for both"),
    ("is:free", "also new, alias, router, expiring, favorite, retired"),
    ("is:changed", "changed within a week; is:removed no longer listed"),
    ("ctx>=128k", "also maxout; k and m; = < <= > >="),
    ("input<=0.5", "also output, cacheread: USD per million tokens"),
    ("age<30d", "also created>=2026-01-01, cutoff>=2025-06"),
    ("sort:price", "also output, ctx, name, new; sort:-ctx reverses"),
  ]

  private static func entry(_ key: String, _ help: String) -> [StyledText] {
    let gap = String(repeating: " ", count: max(1, 18 - CellWidth.of(key)))
    return [StyledText("  " + key, Theme.key), StyledText(gap + help)]
  }
}
