import ModelCatalog

extension ScatterPlot {
  /// The axes' titles, and at the right the meaning of the marks if there is room.
  func drawTitle(on canvas: inout PlotCanvas) {
    let titles = [
      "\(y.title) ↑ against \(x.title) →", "\(y.shortTitle) ↑ against \(x.shortTitle) →",
    ]
    let kinds = PlotPoint.Kind.allCases.filter { kind in
      points.contains { $0.kind == kind }
    }
    let legend = kinds.map { ($0, "\($0.mark) \($0.words)") }
    let width = legend.reduce(0) { $0 + CellWidth.of($1.1) + 3 } - 3
    let room = canvas.columns
    let title =
      titles.first { CellWidth.of($0) + 3 + width <= room }
      ?? titles.first { CellWidth.of($0) <= room } ?? titles[1]
    let shown = CellWidth.truncate(title, to: room)
    canvas.put(shown, row: 0, column: 0, .title)
    var column = canvas.columns - width
    guard column >= CellWidth.of(shown) + 3 else { return }
    for (kind, text) in legend {
      canvas.put(text, row: 0, column: column, .title)
      canvas.put(kind.mark, row: 0, column: column, .point(kind))
      column += CellWidth.of(text) + 3
    }
  }

  func drawAxes(_ geometry: PlotGeometry, on canvas: inout PlotCanvas) {
    let axisColumn = geometry.axisColumn
    for row in geometry.rowsOfPoints { canvas.put("│", row: row, column: axisColumn, .axis) }
    for tick in geometry.y.ticks {
      let row = geometry.dotRow(tick.fraction) / 4
      canvas.put("┤", row: row, column: axisColumn, .axis)
      let column = axisColumn - 1 - CellWidth.of(tick.text)
      canvas.put(tick.text, row: row, column: column, .axis)
    }
    let line = String(repeating: "─", count: geometry.columns - axisColumn - 1)
    canvas.put("└" + line, row: geometry.axisRow, column: axisColumn, .axis)
    drawTicks(geometry, on: &canvas)
  }

  /// The ticks of the horizontal axis; texts that would touch others are left out.
  private func drawTicks(_ geometry: PlotGeometry, on canvas: inout PlotCanvas) {
    var used: [Range<Int>] = []
    func draw(_ text: String, at column: Int) -> Bool {
      let width = CellWidth.of(text)
      let start = max(0, min(column - width / 2, geometry.columns - width))
      let taken = start - 2..<start + width + 2
      guard !used.contains(where: { $0.overlaps(taken) }) else { return false }
      used.append(start..<start + width)
      canvas.put(text, row: geometry.axisRow + 1, column: start, .axis)
      canvas.put("┴", row: geometry.axisRow, column: column, .axis)
      return true
    }
    if let zero = geometry.x.zero {
      let gap = geometry.axisColumn + 1 + PlotGeometry.zeroColumns - PlotGeometry.gapColumns
      for column in gap..<gap + PlotGeometry.gapColumns {
        canvas.put(" ", row: geometry.axisRow, column: column, .blank)
      }
      _ = draw(zero, at: geometry.zeroColumn)
    }
    let ticks = geometry.x.ticks
    let lastRank = ticks.map(\.rank).max() ?? 0
    for rank in 0...lastRank {
      let ticks = ticks.filter { $0.rank == rank }
      // Marks without a text remain readable as long as they are apart.
      for tick in ticks where !draw(tick.text, at: geometry.column(tick.fraction)) {
        guard geometry.x.ticks.count * 3 <= geometry.columns else { continue }
        canvas.put(
          "┴", row: geometry.axisRow, column: geometry.column(tick.fraction), .axis)
      }
    }
  }
}
