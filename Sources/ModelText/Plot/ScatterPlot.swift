import ModelCatalog

/// Points over two axes, with the line through their frontier, as text.
///
/// Cheap enough to be drawn for each frame. Roles are for colours, which add nothing: each kind of
/// point has its own mark. Every mark is one cell wide and has an ASCII replacement.
package struct ScatterPlot: Equatable, Sendable {
  package let points: [PlotPoint]
  package let x: PlotAxis
  package let y: PlotAxis

  package init(points: [PlotPoint], x: PlotAxis, y: PlotAxis) {
    self.points = points
    self.x = x
    self.y = y
  }

  /// Rows of exactly so many cells; where a picture has no room, sentences.
  ///
  /// `selected` is the position of the selected point.
  package func lines(columns: Int, rows: Int, selected: Int? = nil) -> [[PlotPiece]] {
    guard columns > 0, rows > 0 else { return [] }
    let selected = selected.flatMap { points.indices.contains($0) ? $0 : nil }
    guard !points.isEmpty,
      let geometry = PlotGeometry(points: points, x: x, y: y, columns: columns, rows: rows)
    else { return words(columns: columns, rows: rows) }
    var canvas = PlotCanvas(rows: rows, columns: columns)
    drawTitle(on: &canvas)
    drawAxes(geometry, on: &canvas)
    let positions = points.map(geometry.position)
    drawLine(through: frontier.map { positions[$0] }, on: &canvas)
    drawPoints(at: positions, selected: selected, on: &canvas)
    drawLabels(at: positions, geometry, selected: selected, on: &canvas)
    return canvas.lines
  }

  /// The point nearest to a cell of the area; nil if no point is drawn.
  package func nearest(toRow row: Int, column: Int, columns: Int, rows: Int) -> Int? {
    guard let geometry = PlotGeometry(points: points, x: x, y: y, columns: columns, rows: rows)
    else { return nil }
    return points.indices.min { left, right in
      func distance(_ index: Int) -> Int {
        let position = geometry.position(of: points[index])
        let (across, down) = (position.column - column, (position.row - row) * 2)
        return across * across + down * down
      }
      return (distance(left), left) < (distance(right), right)
    }
  }

  /// The positions of the frontier's points along the horizontal axis.
  var frontier: [Int] {
    points.indices.filter { points[$0].kind == .frontier }.sorted {
      (points[$0].x, points[$0].y, $0) < (points[$1].x, points[$1].y, $1)
    }
  }

  private func words(columns: Int, rows: Int) -> [[PlotPiece]] {
    TextWrap.lines(summary, width: columns).prefix(rows).map { line in
      let gap = String(repeating: " ", count: columns - CellWidth.of(line))
      return [PlotPiece(text: line, role: .title), PlotPiece(text: gap, role: .blank)]
    }
  }

  /// What the picture shows, in words.
  package var summary: String {
    guard !points.isEmpty else {
      return "Nothing to plot: no model has both figures, \(y.title) and \(x.title)."
    }
    return "\(CountText.of(points.count, "model")), \(frontier.count) on the frontier."
  }
}
