import ModelCatalog
import ModelText

/// The choice of a form in which the selected model is copied, each with what it gives.
struct CopyAs: OverlayContent {
  let model: Model
  private(set) var selected = 0

  var overlay: Overlay { .copyAs(self) }
  var mode: KeyMode { .copyAs }
  var form: CopyForm { CopyForm.allCases[selected] }

  static let bindings = Binding.Group(
    title: "In the choice of a form to copy", modes: [.copyAs],
    bindings: [
      Binding("copy-form", [.enter, "y"], .overlay(.confirm), "copy this form", hint: "copy"),
      Binding(
        "close-forms", [.escape, "q", "a"], .overlay(.close), "close without copying",
        hint: "close"),
    ])

  func hints(_ keys: KeyTable) -> [Hint] {
    [
      keys.hint(.move(.up), .move(.down), in: mode), keys.hint(.overlay(.confirm), in: mode),
      keys.hint(.overlay(.close), in: mode),
    ].compactMap(\.self)
  }

  mutating func handle(_ input: OverlayInput, in state: State) -> OverlayResponse {
    let forms = CopyForm.allCases
    switch input {
    case .action(.overlay(.close)): return .close
    case .action(.overlay(.confirm)): return .perform(.share(.copyAs(form, model.id)))
    case .action(.move(let movement)):
      selected = movement.row(from: selected, count: forms.count, page: forms.count)
    case .wheel(let rows): selected = min(max(0, selected + rows.signum()), forms.count - 1)
    case .press(let point):
      let area = Self.area(in: state)
      guard area.contains(point) else { return .close }
      let line = point.row - area.row - 1
      // A press on the selected form copies it.
      if line == selected { return .perform(.share(.copyAs(form, model.id))) }
      if forms.indices.contains(line) { selected = line }
    case .action, .text: break
    }
    return .stay
  }

  // MARK: - Drawing

  /// The lines of the longest form.
  private static let previewRows = 18

  private static func area(in state: State) -> Rect {
    .centered(
      rows: CopyForm.allCases.count + 3 + previewRows, columns: 90, in: state.world.size)
  }

  func draw(over state: State, into frame: inout Frame) {
    let area = Self.area(in: state)
    guard area.rows > 2, area.columns > 4 else { return }
    frame.drawBox(area, title: "Copy \(model.id) as")
    let width = area.columns - 4
    let room = area.rows - 2
    // Where there is no room for all forms, the selected one is the last.
    let first = max(0, selected - room + 1)
    for (line, form) in CopyForm.allCases.dropFirst(first).prefix(room).enumerated() {
      let row = area.row + 1 + line
      frame.put(
        [StyledText(form.title, form == self.form ? Theme.strong : Theme.plain)],
        at: Point(row: row, column: area.column + 2), width: width)
      if form == self.form {
        frame.select(Rect(row: row, column: area.column + 1, rows: 1, columns: area.columns - 2))
      }
    }
    let top = CopyForm.allCases.count + 1
    guard room > top else { return }
    for (line, text) in preview(in: state).prefix(room - top).enumerated() {
      frame.put(
        [StyledText(CellWidth.truncate(text, to: width), Theme.faint)],
        at: Point(row: area.row + 1 + top + line, column: area.column + 2), width: width)
    }
  }

  private func preview(in state: State) -> [String] {
    let text = form.text(of: model, in: state.world.catalog, workload: state.search.workload)
    return (text ?? form.refusal(of: model)).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }
}
