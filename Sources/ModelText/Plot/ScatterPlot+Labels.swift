import ModelCatalog

extension ScatterPlot {
  /// The longest label in cells.
  static let labelWidth = 30

  /// Labels where they touch nothing: first the frontier's, then the selected point's, then the
  /// others' from the highest point on.
  func drawLabels(
    at places: [PlotGeometry.Place], _ geometry: PlotGeometry, selected: Int?,
    on canvas: inout PlotCanvas
  ) {
    let frontier = frontier
    let named = frontier + (selected.map { [$0] } ?? [])
    let others = points.indices.filter { points[$0].standing != .frontier }
      .sorted { (-points[$0].y, points[$0].x, $0) < (-points[$1].y, points[$1].x, $1) }
    var seen: Set<Int> = []
    for (order, index) in (named + others).enumerated() where seen.insert(index).inserted {
      let label = CellWidth.truncate(points[index].label, to: Self.labelWidth)
      let spots = Self.spots(
        of: CellWidth.of(label), at: places[index], isSelected: index == selected,
        standing: points[index].standing)
      let spot = spots.first {
        $0.isFree(on: canvas, in: geometry, isAlone: order >= named.count)
      }
      guard let spot else { continue }
      canvas.put(
        label, row: spot.row, column: spot.column,
        index == selected ? .selectedLabel : .label(points[index].standing))
    }
  }

  /// Where a label can stand, the best place first: nothing is to the left of the frontier.
  private static func spots(
    of width: Int, at place: PlotGeometry.Place, isSelected: Bool, standing: PlotPoint.Standing
  ) -> [PlotLabelSpot] {
    func spot(_ row: Int, _ column: Int) -> PlotLabelSpot {
      PlotLabelSpot(row: row, column: column, width: width, place: place)
    }
    let (row, column) = (place.row, place.column)
    let left = spot(row, column - 1 - width)
    let right = spot(row, column + 2)
    let starts = [column, column - width + 1, column - width / 2]
    let above = starts.map { spot(row - 1, $0) }
    let below = starts.map { spot(row + 1, $0) }
    if standing == .frontier { return [left] + above + [right] + below }
    return [right, left] + (isSelected ? above + below : [])
  }
}
