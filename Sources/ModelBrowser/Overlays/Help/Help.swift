/// The help: every action with its keys, and the legend; typing filters, Enter does the action.
struct Help: OverlayContent {
  private(set) var filter = TextField()
  /// The position of the selected line among those that can be selected.
  private(set) var selected = 0
  /// The first visible line; what is drawn always includes the selected one.
  private(set) var top = 0

  var overlay: Overlay { .help(self) }
  var mode: KeyMode { .help }

  static let bindings = Binding.Group(
    title: "In the help", modes: [.help],
    bindings: [
      Binding("do-action", [.enter], .overlay(.confirm), "do the selected action", hint: "do"),
      Binding("close-help", [.escape], .overlay(.close), "close the help", hint: "close"),
    ])

  func hints(_ keys: KeyTable) -> [Hint] {
    [
      keys.hint(.move(.up), .move(.down), in: mode), keys.hint(.overlay(.confirm), in: mode),
      keys.hint(.overlay(.close), in: mode),
    ].compactMap(\.self)
  }

  // MARK: - Update

  mutating func handle(_ input: OverlayInput, in state: State) -> OverlayResponse {
    let area = Self.area(in: state)
    switch input {
    case .action(.overlay(.close)): return .close
    case .action(.overlay(.confirm)): return confirm(state.keys)
    case .action(.move(let movement)): move(movement, page: Self.height(in: area), state.keys)
    case .action(.edit(let edit)): change(state.keys) { $0.apply(edit) }
    case .action: break
    case .text(let text): change(state.keys) { $0.insert(text) }
    case .wheel(let rows):
      let steps = abs(rows)
      for _ in 0..<steps { move(rows < 0 ? .up : .down, page: 1, state.keys) }
    case .press(let point):
      guard area.contains(point) else { return .close }
      select(line: point.row - area.row - 2 + visibleTop(in: area, state.keys), state.keys)
    }
    top = visibleTop(in: area, state.keys)
    return .stay
  }

  /// Another filter selects the action that is named so, else one whose name begins so, else the
  /// first line.
  private mutating func change(_ keys: KeyTable, _ edit: (inout TextField) -> Void) {
    let before = filter.text
    edit(&filter)
    guard filter.text != before else { return }
    top = 0
    let name = filter.text.trimmed.lowercased()
    let names = lines(keys).filter(\.isEntry).map(\.name)
    selected =
      name.isEmpty
      ? 0 : names.firstIndex(of: name) ?? names.firstIndex { $0?.hasPrefix(name) == true } ?? 0
  }

  private mutating func move(_ movement: Action.Movement, page: Int, _ keys: KeyTable) {
    selected = movement.row(
      from: selected, count: selectable(in: lines(keys)).count, page: page)
  }

  private func confirm(_ keys: KeyTable) -> OverlayResponse {
    let lines = lines(keys)
    guard let line = selectedLine(in: lines), case .action(let binding) = lines[line] else {
      return .stay
    }
    return .perform(binding.action)
  }

  private mutating func select(line: Int, _ keys: KeyTable) {
    if let position = selectable(in: lines(keys)).firstIndex(of: line) { selected = position }
  }

  // MARK: - Lines

  func lines(_ keys: KeyTable) -> [HelpLine] { HelpLine.all(keys, matching: filter.text) }

  func selectable(in lines: [HelpLine]) -> [Int] { lines.indices.filter { lines[$0].isEntry } }

  func selectedLine(in lines: [HelpLine]) -> Int? {
    let entries = selectable(in: lines)
    return entries.indices.contains(selected) ? entries[selected] : nil
  }

  /// The first visible line of those that fit in the area.
  func visibleTop(in area: Rect, _ keys: KeyTable) -> Int {
    let lines = lines(keys)
    let height = Self.height(in: area)
    var top = top
    // The title above the first entry is shown with it.
    if let line = selectedLine(in: lines) {
      let least = selected == 0 ? 0 : line
      top = max(min(top, least), line - height + 1)
    }
    return max(0, min(top, lines.count - height))
  }

  /// Rows for lines: without the border and the filter.
  static func height(in area: Rect) -> Int { max(1, area.rows - 3) }

  static func area(in state: State) -> Rect {
    let count = HelpLine.all(state.keys, matching: "").count
    return .centered(rows: count + 3, columns: 92, in: state.world.size)
  }
}
