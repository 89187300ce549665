/// A possible position of the label of a point.
struct PlotLabelSpot {
  let row: Int
  let column: Int
  let width: Int
  /// The position of its point.
  let position: PlotGeometry.Position

  /// Whether nothing but its point is there or within two cells to both sides, so that it is clear
  /// whose label it is.
  ///
  /// If `isAlone`, no other label may be directly above or below either.
  func isFree(on canvas: PlotCanvas, in geometry: PlotGeometry, isAlone: Bool) -> Bool {
    let area = geometry.columnsOfPoints
    guard geometry.rowsOfPoints.contains(row), column >= area.lowerBound,
      column + width <= area.upperBound
    else { return false }
    let around = column - 2..<column + width + 2
    let isClear = around.clamped(to: area).allSatisfy { cell in
      (row, cell) == (position.row, position.column)
        || canvas.role(row: row, column: cell) == .blank
    }
    guard isClear, isAlone else { return isClear }
    return around.clamped(to: area).allSatisfy { cell in
      !canvas.role(row: row - 1, column: cell).isLabel
        && !canvas.role(row: row + 1, column: cell).isLabel
    }
  }
}
