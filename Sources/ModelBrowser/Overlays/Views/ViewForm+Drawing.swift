import ModelCatalog
import ModelRegistry

extension ViewForm {
  private static let width = 66
  private static let labelWidth = 9
  /// Of kept views, the rest is counted.
  private static let shownNames = 8

  static func area(of form: ViewForm, in state: State) -> Rect {
    .centered(
      rows: form.lines(in: state).count + 3, columns: width, in: state.world.size)
  }

  func draw(over state: State, into frame: inout Frame) {
    let area = Self.area(of: self, in: state)
    guard area.rows > 2, area.columns > 4 else { return }
    frame.drawBox(area, title: "Keep this view")
    let (row, column, width) = (area.row + 1, area.column + 2, area.columns - 4)
    frame.put(
      [StyledText("Name", Theme.faint)], at: Point(row: row, column: column),
      width: Self.labelWidth)
    let start = Point(row: row, column: column + Self.labelWidth)
    let (before, after) = name.visible(room: max(1, width - Self.labelWidth))
    frame.put([StyledText(before + after, Theme.strong)], at: start, width: width - Self.labelWidth)
    frame.cursor = Point(row: row, column: start.column + CellWidth.of(before))
    for (line, spans) in lines(in: state).prefix(area.rows - 3).enumerated() {
      frame.put(spans, at: Point(row: row + 1 + line, column: column), width: width)
    }
  }

  /// Below the name: what Enter does, what is kept, and the other names.
  private func lines(in state: State) -> [[StyledText]] {
    let view = state.presentView(named: text)
    func line(_ label: String, _ value: String, _ style: Style = Theme.plain) -> [StyledText] {
      let gap = String(repeating: " ", count: Self.labelWidth - label.count)
      return [StyledText(label + gap, Theme.faint), StyledText(value, style)]
    }
    let order = state.search.query.sort == nil ? state.shownSort.label : "the query's"
    let rows =
      (view.isFolded ? "one a model" : "all") + (view.showsOpenRouter ? "" : ", OpenRouter hidden")
    return [[consequence(state)], []]
      + [
        line("Query", view.query.isEmpty ? "all models" : view.query),
        line("Order", order),
        line("Columns", view.columns?.joined(separator: ", ") ?? "by width"),
        line("Rows", rows),
      ] + names.map { line("Kept", $0, Theme.faint) }
  }

  private var names: [String] {
    guard !kept.isEmpty else { return [] }
    let rest = kept.count - Self.shownNames
    return [
      kept.prefix(Self.shownNames).joined(separator: " · ") + (rest > 0 ? " and \(rest) more" : "")
    ]
  }

  /// What the next key for it does.
  private func consequence(_ state: State) -> StyledText {
    let keys = state.keys
    if isDeleting, let meant {
      return StyledText(
        "\(keys.key(of: .views(.delete), in: mode)) again deletes “\(meant)”", Theme.bad)
    }
    if let mistake = state.search.hint { return StyledText(mistake.message, Theme.caution) }
    if text.isEmpty { return StyledText("type a name", Theme.caution) }
    let enter = keys.key(of: .overlay(.confirm), in: mode)
    if kept.contains(text) {
      return StyledText("\(enter) replaces the kept view of this name", Theme.caution)
    }
    guard let subject else { return StyledText("\(enter) keeps it", Theme.good) }
    return StyledText(
      "\(enter) keeps a new one, \(keys.key(of: .views(.rename), in: mode)) renames “\(subject)”",
      Theme.good)
  }
}
