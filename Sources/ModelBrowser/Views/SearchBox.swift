import ModelCatalog

/// The search box: the sidebar's term, the typed text, and the number of matches.
enum SearchBox {
  static func draw(_ state: State, in layout: Layout, into frame: inout Frame) {
    let area = layout.search
    let isFocused = state.navigation.focus == .search
    let count = countText(of: state)
    let countWidth = CellWidth.of(count)
    frame.put(
      [StyledText(count, Theme.faint)],
      at: Point(row: area.row, column: area.column + area.columns - countWidth - 1),
      width: countWidth)

    var column = area.column + 1
    let end = area.column + area.columns - countWidth - 2
    column += frame.put(
      [StyledText("/ ", isFocused ? Theme.activeTitle : Theme.faint)],
      at: Point(row: area.row, column: column), width: 2)
    if !prefix(of: state).isEmpty {
      column += frame.put(
        [StyledText(prefix(of: state) + " ", Theme.term)],
        at: Point(row: area.row, column: column), width: max(0, end - column))
    }
    let room = max(0, end - column)
    if state.search.box.text.isEmpty, !isFocused {
      guard prefix(of: state).isEmpty else { return }
      frame.put(
        [
          StyledText(
            "press \(state.keys.key(of: .search)) and type: claude ctx>=200k is:free", Theme.faint)
        ],
        at: Point(row: area.row, column: column), width: room)
      return
    }
    let visible = state.search.box.visible(room: room)
    frame.put(
      [StyledText(visible.before + visible.after)], at: Point(row: area.row, column: column),
      width: room)
    markMistake(state, before: visible.before, from: column, room: room, in: area, into: &frame)
    if isFocused, state.overlays.isEmpty {
      frame.cursor = Point(row: area.row, column: column + CellWidth.of(visible.before))
    }
  }

  /// The text of the sidebar's choice, shown before what is typed.
  private static func prefix(of state: State) -> String {
    switch state.search.choice {
    case .term(let term): term
    case .inbox: "unread"
    case .view: ""
    }
  }

  /// Underlines the word that the error is in.
  private static func markMistake(
    _ state: State, before: String, from column: Int, room: Int, in area: Rect,
    into frame: inout Frame
  ) {
    guard let hint = state.search.hint else { return }
    let scalars = state.search.box.text.unicodeScalars
    func width(_ count: Int) -> Int {
      scalars.prefix(count).reduce(0) { $0 + CellWidth.of($1) }
    }
    let hidden = width(state.search.box.scalarCursor) - CellWidth.of(before)
    let start = width(hint.offset) - hidden
    let end = width(hint.offset + hint.text.unicodeScalars.count) - hidden
    let visible = (start..<max(start, end)).clamped(to: 0..<max(0, room))
    let mark = Rect(
      row: area.row, column: column + visible.lowerBound, rows: 1, columns: visible.count)
    frame.restyle(mark) { style in
      style.foreground = .yellow
      style.attributes.insert(.underline)
    }
  }

  private static func countText(of state: State) -> String {
    let total = state.search.total
    return state.search.matches.count == total
      ? "\(total)" : "\(state.search.matches.count) of \(total)"
  }

  /// The error in the query, else what else there is to say about it, shown under the box.
  static func hint(of state: State, width: Int) -> [StyledText]? {
    guard let hint = state.search.hint else {
      let hints = state.search.hints
      guard !hints.isEmpty else { return nil }
      let text = hints.map(\.description).joined(separator: "; ")
      // Where not all fits, the terms are what is needed.
      let terms = hints.flatMap(\.terms).map { "“\($0)”" }.joined(separator: " or ")
      let isCut = CellWidth.of(text) + 2 > width && !terms.isEmpty
      return [StyledText(isCut ? " did you mean \(terms)? " : " \(text) ", Theme.term)]
    }
    guard let suggestion = hint.suggestion else {
      return [StyledText(" \(hint.message) ", Theme.caution)]
    }
    let text = "\(hint.message); did you mean “\(suggestion)”?"
    let isCut = CellWidth.of(text) + 2 > width
    return [
      StyledText(
        isCut ? " did you mean “\(suggestion)”? \(hint.message) " : " \(text) ", Theme.caution)
    ]
  }

  /// The completions, in a box under the cursor.
  static func drawCompletion(_ state: State, in layout: Layout, into frame: inout Frame) {
    guard let completion = state.search.completion, let cursor = frame.cursor else { return }
    let count = completion.candidates.count
    let rows = min(8, count, layout.border.row + layout.border.rows - 2 - cursor.row)
    guard rows > 0 else { return }
    let top = max(0, min(completion.selected - rows / 2, count - rows))
    let shown = completion.candidates[top..<top + rows]
    let textWidth = shown.map { CellWidth.of($0.text) }.max() ?? 0
    let noteWidth = shown.map { CellWidth.of($0.summary) }.max() ?? 0
    let width = min(textWidth + noteWidth + 6, layout.search.columns)
    let column = max(
      layout.search.column,
      min(cursor.column - completion.range.count - 2, layout.border.columns - width - 1))
    let area = Rect(row: cursor.row + 1, column: column, rows: rows + 1, columns: width)
    frame.fill(area)
    for (line, candidate) in shown.enumerated() {
      let row = area.row + line
      frame.put([StyledText("│", Theme.title)], at: Point(row: row, column: column), width: 1)
      frame.put(
        [StyledText(candidate.text)], at: Point(row: row, column: column + 2), width: width - 4)
      frame.put(
        [StyledText(candidate.summary, Theme.faint)],
        at: Point(row: row, column: column + textWidth + 4), width: width - textWidth - 6)
      frame.put(
        [StyledText("│", Theme.title)], at: Point(row: row, column: column + width - 1), width: 1)
      if top + line == completion.selected {
        frame.select(Rect(row: row, column: column + 1, rows: 1, columns: width - 2))
      }
    }
    let counter = count > rows ? " \(completion.selected + 1) of \(count) " : ""
    let bottom = String(repeating: "─", count: max(0, width - 2 - counter.count)) + counter
    frame.put(
      [StyledText("╰\(bottom)╯", Theme.title)], at: Point(row: area.row + rows, column: column),
      width: width)
  }
}
