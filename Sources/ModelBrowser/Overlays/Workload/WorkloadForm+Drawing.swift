import ModelCatalog
import ModelText

extension WorkloadForm {
  private static let width = 66
  private static let labelWidth = 26

  /// The fields, and what follows them.
  static func area(of form: WorkloadForm, in state: State) -> Rect {
    let below = form.linesBelow(state, width: width - 4).count
    return .centered(
      rows: form.fields.count + below + 3, columns: width, in: state.world.size)
  }

  /// The first field that is shown, so that the selected one is.
  func top(in state: State) -> Int {
    max(0, selected - Self.area(of: self, in: state).rows + 3)
  }

  func draw(over state: State, into frame: inout Frame) {
    let area = Self.area(of: self, in: state)
    guard area.rows > 2, area.columns > 4 else { return }
    frame.drawBox(area, title: "Your workload")
    let width = area.columns - 4
    let top = top(in: state)
    let shown = fields.indices.dropFirst(top).prefix(area.rows - 2)
    for (line, index) in shown.enumerated() {
      drawField(
        index, at: Point(row: area.row + 1 + line, column: area.column + 2), width, &frame)
    }
    let first = area.row + 2 + shown.count
    let room = area.row + area.rows - 1 - first
    guard room > 0 else { return }
    for (line, spans) in linesBelow(state, width: width).prefix(room).enumerated() {
      frame.put(
        spans, at: Point(row: first + line, column: area.column + 2), width: width)
    }
  }

  private func drawField(_ index: Int, at point: Point, _ width: Int, _ frame: inout Frame) {
    let field = fields[index]
    let isSelected = index == selected
    let labelWidth = min(Self.labelWidth, width / 2)
    frame.put(
      [
        StyledText(isSelected ? "▸ " : "  ", Theme.title),
        StyledText(Self.label(of: field.word), isSelected ? Theme.strong : Theme.faint),
      ], at: point, width: labelWidth)
    let start = Point(row: point.row, column: point.column + labelWidth)
    let room = max(1, width - labelWidth)
    let (before, after) = field.text.visible(room: min(room, 18))
    if field.text.text.isEmpty {
      frame.put([StyledText(Self.usual(field.word), Theme.faint)], at: start, width: room)
    } else {
      let isWrong = mistake.flatMap { self.field(of: $0) } == index
      frame.put(
        [StyledText(before + after, isWrong ? Style(.yellow, .underline) : Theme.plain)],
        at: start, width: room)
      let unit = Point(row: start.row, column: start.column + 18)
      frame.put(
        [StyledText(Self.unit(of: field.word), Theme.faint)], at: unit, width: room - 18)
    }
    if isSelected {
      frame.cursor = Point(row: start.row, column: start.column + CellWidth.of(before))
    }
  }

  private var mistake: QueryError? {
    switch workload {
    case .failure(let error): error
    case .success, nil: nil
    }
  }

  /// The mistake, or the cost of the selected model; then the text of the workload.
  private func linesBelow(_ state: State, width: Int) -> [[StyledText]] {
    switch workload {
    case nil:
      return [
        [StyledText("A month of your work, for its cost with each model.", Theme.faint)],
        [StyledText("For example: \(Workload.example)", Theme.faint)],
      ]
    case .failure(let error):
      let hint = error.suggestion.map { "; did you mean “\($0)”?" } ?? ""
      return TextWrap.lines(error.message + hint, width: width).map {
        [StyledText($0, Theme.caution)]
      }
    case .success(let workload):
      var lines: [[StyledText]] = []
      if let model = state.selectedModel { lines += Self.cost(of: model, workload, width) + [[]] }
      return lines + [[StyledText("\(workload)", Theme.id)]]
    }
  }

  private static func cost(
    of model: Model, _ workload: Workload, _ width: Int
  ) -> [[StyledText]] {
    let cost = CostLines(of: model, under: workload)
    let amountWidth = cost.lines.reduce(0) { max($0, CellWidth.of($1.amount)) }
    let priceWidth = cost.lines.reduce(0) { max($0, CellWidth.of($1.price)) }
    let nameWidth = max(8, width - amountWidth - priceWidth - 4)
    func gap(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - CellWidth.of(text)))
    }
    let lines = cost.lines.map { line -> [StyledText] in
      // A sum has no price, so its words may take that room.
      let room = line.isSum ? nameWidth + priceWidth + 2 : nameWidth
      let words = CellWidth.truncate(line.words, to: room)
      let price = line.isSum ? "" : "  " + line.price + gap(line.price, priceWidth)
      return [
        StyledText(words + gap(words, room)), StyledText(price, Theme.faint),
        StyledText("  " + gap(line.amount, amountWidth)),
        StyledText(line.amount, line.isSum ? Theme.price : Theme.plain),
      ]
    }
    let notes = cost.notes.flatMap { TextWrap.lines($0, width: width) }.map {
      [StyledText($0, Theme.faint)]
    }
    return [[StyledText(model.name, Theme.strong)]] + lines + notes
  }

  private static func label(of word: Workload.Word) -> String {
    switch word {
    case .input: "Tokens in, per call"
    case .output: "Tokens out, per call"
    case .calls: "Calls"
    case .cached: "Read from the cache"
    case .written: "Written to the cache"
    case .searches: "Web searches, per call"
    case .hours: "Hours (UTC)"
    case .count: "Count"
    }
  }

  /// Behind a value.
  private static func unit(of word: Workload.Word) -> String {
    switch word {
    case .input, .searches: ""
    case .output: "with reasoning"
    case .calls: "/hour /day /month"
    case .cached, .written: "of the prompt"
    case .hours: "spread evenly"
    case .count: "Space changes it"
    }
  }

  /// In the place of an empty value.
  private static func usual(_ word: Workload.Word) -> String {
    switch word {
    case .input: "like 3000 or 3k"
    case .output: "like 500, with reasoning"
    case .calls: "1; like 50000/day"
    case .cached, .written: "0%"
    case .searches: "0"
    case .hours: "0-24; like 8-18"
    case .count: "tokens of each model; Space: of GPT"
    }
  }
}
