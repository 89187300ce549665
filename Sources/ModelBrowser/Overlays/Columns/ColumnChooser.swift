import ModelCatalog

/// The choice of the list's columns: every fact, the chosen ones first and in their order.
struct ColumnChooser: OverlayContent {
  private(set) var facts: [Fact]
  private(set) var chosen: Set<Fact>
  private(set) var selected = 0
  /// The first visible line.
  private(set) var top = 0

  var overlay: Overlay { .columns(self) }
  var mode: KeyMode { .columnChooser }

  static let bindings = Binding.Group(
    title: "In the choice of columns", modes: [.columnChooser],
    bindings: [
      Binding("show-column", [" "], .overlay(.toggle), "show or hide the column", hint: "show"),
      Binding(
        "column-earlier", ["K", .left], .overlay(.earlier), "move the column to the left",
        hint: "order"),
      Binding("column-later", ["J", .right], .overlay(.later), "move the column to the right"),
      Binding(
        "apply-columns", [.enter], .overlay(.confirm), "use these columns", hint: "apply"),
      Binding("reset-columns", ["r"], .overlay(.reset), "the columns that fit", hint: "by width"),
      Binding(
        "close-columns", [.escape, "q"], .overlay(.close), "leave them as they were",
        hint: "close"),
    ])

  /// Begins with the columns that are chosen, or with those that the list shows.
  init(_ columns: ListColumns, chosen: [Fact]?) {
    let shown = chosen ?? columns.slots.map(\.column.fact)
    self.chosen = Set(shown)
    var facts: [Fact] = []
    for fact in shown + FactTable.all where !facts.contains(fact) { facts.append(fact) }
    self.facts = facts
  }

  func hints(_ keys: KeyTable) -> [Hint] {
    [
      keys.hint(.move(.up), .move(.down), in: mode), keys.hint(.overlay(.toggle), in: mode),
      keys.hint(.overlay(.earlier), .overlay(.later), in: mode),
      keys.hint(.overlay(.confirm), in: mode), keys.hint(.overlay(.reset), in: mode),
      keys.hint(.overlay(.close), in: mode),
    ].compactMap(\.self)
  }

  // MARK: - Update

  mutating func handle(_ input: OverlayInput, in state: State) -> OverlayResponse {
    let area = Self.area(in: state)
    let height = max(1, area.rows - 2)
    switch input {
    case .action(.overlay(.close)): return .close
    case .action(.overlay(.confirm)):
      let columns = facts.filter(chosen.contains)
      return .perform(.setColumns(columns.isEmpty ? nil : columns))
    case .action(.overlay(.reset)): return .perform(.setColumns(nil))
    case .action(.overlay(.toggle)): toggle()
    case .action(.overlay(.earlier)): move(by: -1)
    case .action(.overlay(.later)): move(by: 1)
    case .action(.move(let movement)):
      selected = movement.row(from: selected, count: facts.count, page: height)
    case .wheel(let rows): selected = min(max(0, selected + rows), facts.count - 1)
    case .press(let point):
      guard area.contains(point) else { return .close }
      press(line: point.row - area.row - 1, height: height)
    case .action, .text: break
    }
    top = max(0, min(max(min(top, selected), selected - height + 1), facts.count - height))
    return .stay
  }

  private mutating func toggle() {
    let fact = facts[selected]
    if chosen.remove(fact) == nil { chosen.insert(fact) }
  }

  private mutating func move(by step: Int) {
    let target = selected + step
    guard facts.indices.contains(target) else { return }
    facts.swapAt(selected, target)
    selected = target
  }

  /// A press on the selected line shows or hides its column.
  private mutating func press(line: Int, height: Int) {
    guard (0..<height).contains(line), facts.indices.contains(top + line) else { return }
    if selected == top + line { toggle() } else { selected = top + line }
  }

  // MARK: - Drawing

  static func area(in state: State) -> Rect {
    .centered(rows: FactTable.all.count + 2, columns: 70, in: state.world.size)
  }

  func draw(over state: State, into frame: inout Frame) {
    let area = Self.area(in: state)
    guard area.rows > 2, area.columns > 4 else { return }
    frame.drawBox(area, title: "Columns")
    let width = area.columns - 4
    for (line, fact) in facts.dropFirst(top).prefix(area.rows - 2).enumerated() {
      let row = area.row + 1 + line
      let isChosen = chosen.contains(fact)
      let nameWidth = min(20, width / 2)
      let name = CellWidth.truncate(fact.name, to: nameWidth - 1)
      let gap = String(repeating: " ", count: nameWidth - CellWidth.of(name))
      let unit = fact.kind.unit.isEmpty ? "" : ", \(fact.kind.unit)"
      frame.put(
        [
          StyledText(isChosen ? "[x] " : "[ ] ", isChosen ? Theme.good : Theme.faint),
          StyledText(name + gap, isChosen ? Theme.strong : Theme.plain),
          StyledText(fact.title + unit, Theme.faint),
        ], at: Point(row: row, column: area.column + 2), width: width)
      if top + line == selected {
        frame.select(Rect(row: row, column: area.column + 1, rows: 1, columns: area.columns - 2))
      }
    }
    ScrollBar(count: facts.count, top: top).draw(
      beside: Rect(
        row: area.row + 1, column: area.column, rows: area.rows - 2, columns: area.columns - 1),
      into: &frame)
  }
}
