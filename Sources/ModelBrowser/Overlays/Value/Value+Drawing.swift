import ModelCatalog
import ModelText

extension Value {
  func draw(over state: State, into frame: inout Frame) {
    let layout = ValueLayout(size: state.world.size)
    let plot = plot(in: state)
    let position = position(in: plot, state)
    frame.fill(layout.area)
    guard let picture = layout.picture else {
      drawWords(of: plot, position, in: layout.area, state, into: &frame)
      return
    }
    let width = layout.area.columns - 2
    frame.put(
      heading(state), at: Point(row: layout.area.row, column: 1), width: width)
    let lines = plot.plot.lines(
      columns: picture.columns, rows: picture.rows, selected: position)
    for (row, line) in lines.enumerated() {
      frame.put(
        line.map { StyledText($0.text, $0.role.style) },
        at: Point(row: picture.row + row, column: picture.column), width: picture.columns)
    }
    drawLastRows(of: plot, position, layout, state, into: &frame)
  }

  private func heading(_ state: State) -> [StyledText] {
    let query = state.search.query.description
    let workload = state.scope.context.workload.map { "  \($0)" } ?? ""
    return [
      StyledText("Value", Theme.activeTitle),
      StyledText("  \(query.isEmpty ? "all models" : query)", Theme.term),
      StyledText(workload, Theme.faint),
    ]
  }

  private func drawLastRows(
    of plot: ValuePlot, _ position: Int?, _ layout: ValueLayout, _ state: State,
    into frame: inout Frame
  ) {
    let last = layout.area.row + layout.area.rows - 1
    let width = layout.area.columns - 2
    let source = ScoreSource.line([.artificialAnalysis])
    let sourceWidth = CellWidth.of(source)
    let words = position.map { selected($0, of: plot, state) } ?? []
    let room = layout.isLastRowShared ? width - sourceWidth - 2 : width
    frame.put(
      StyledText.cut(words, to: room),
      at: Point(row: layout.isLastRowShared ? last : last - 1, column: 1), width: room)
    let column = layout.isLastRowShared ? 1 + width - sourceWidth : 1
    frame.put(
      [StyledText(source, Theme.faint)], at: Point(row: last, column: column),
      width: min(width, sourceWidth))
  }

  /// The selected model with both figures.
  private func selected(_ position: Int, of plot: ValuePlot, _ state: State) -> [StyledText] {
    let model = state.search.index.catalog.models[plot.rows[position].index]
    return [
      StyledText("◉", PlotPiece.Role.selectedPoint.style),
      StyledText(" \(model.name)", Theme.strong),
      StyledText("  " + plot.words(of: position)),
    ]
  }

  /// What the picture would show, where there is no room for it; the source is always there.
  private func drawWords(
    of plot: ValuePlot, _ position: Int?, in area: Rect, _ state: State, into frame: inout Frame
  ) {
    let width = max(0, area.columns - 2)
    let source = TextWrap.lines(ScoreSource.line([.artificialAnalysis]), width: width)
    let selected = position.map { self.selected($0, of: plot, state).map(\.text).joined() } ?? ""
    let words = [plot.plot.summary, selected].flatMap { TextWrap.lines($0, width: width) }
    let lines =
      words.prefix(max(0, area.rows - source.count)).map { StyledText($0) }
      + source.map { StyledText($0, Theme.faint) }
    for (row, line) in lines.enumerated() {
      frame.put([line], at: Point(row: area.row + row, column: 1), width: width)
    }
  }
}

extension PlotPiece.Role {
  /// Its colours in the browser.
  fileprivate var style: Style {
    switch self {
    case .blank, .point(.ordinary): Theme.plain
    case .title: Theme.title
    case .axis, .point(.variant): Theme.faint
    case .line: Theme.good
    case .point(.frontier): Theme.new
    case .label(.frontier): Theme.strong
    case .label(.ordinary), .label(.variant): Theme.faint
    case .selectedPoint: Theme.pointer
    case .selectedLabel: Theme.key
    }
  }
}
