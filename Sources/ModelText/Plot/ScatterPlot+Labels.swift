import ModelCatalog

extension ScatterPlot {
  /// The longest label in cells.
  static let labelWidth = 30

  /// Labels where they touch nothing: first the frontier's, then the selected point's, then the
  /// others' from the highest point on.
  func drawLabels(
    at positions: [PlotGeometry.Position], _ geometry: PlotGeometry, selected: Int?,
    on canvas: inout PlotCanvas
  ) {
    let frontier = frontier
    let named = frontier + (selected.map { [$0] } ?? [])
    let others = points.indices.filter { points[$0].kind != .frontier }
      .sorted { (-points[$0].y, points[$0].x, $0) < (-points[$1].y, points[$1].x, $1) }
    var seen: Set<Int> = []
    for (order, index) in (named + others).enumerated() where seen.insert(index).inserted {
      let label = CellWidth.truncate(points[index].label, to: Self.labelWidth)
      let spots = Self.spots(
        of: CellWidth.of(label), at: positions[index], isSelected: index == selected,
        kind: points[index].kind)
      let spot = spots.first {
        $0.isFree(on: canvas, in: geometry, isAlone: order >= named.count)
      }
      guard let spot else { continue }
      canvas.put(
        label, row: spot.row, column: spot.column,
        index == selected ? .selectedLabel : .label(points[index].kind))
    }
  }

  /// The possible positions of a label, the best one first: nothing is to the left of the frontier.
  private static func spots(
    of width: Int, at position: PlotGeometry.Position, isSelected: Bool, kind: PlotPoint.Kind
  ) -> [PlotLabelSpot] {
    func spot(_ row: Int, _ column: Int) -> PlotLabelSpot {
      PlotLabelSpot(row: row, column: column, width: width, position: position)
    }
    let (row, column) = (position.row, position.column)
    let left = spot(row, column - 1 - width)
    let right = spot(row, column + 2)
    let starts = [column, column - width + 1, column - width / 2]
    let above = starts.map { spot(row - 1, $0) }
    let below = starts.map { spot(row + 1, $0) }
    if kind == .frontier { return [left] + above + [right] + below }
    return [right, left] + (isSelected ? above + below : [])
  }
}
