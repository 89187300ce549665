import ModelCatalog

/// The layout of a plot, in cells of its area.
///
/// From the top: the title, the rows of the points, the axis, and the texts of its ticks.
struct PlotGeometry {
  /// The cell of a point, and its row in dots: two columns and four rows of them are a cell.
  struct Position: Equatable {
    let row: Int
    let column: Int
    let dotRow: Int
  }

  let columns: Int
  let rows: Int
  let x: PlotScale
  let y: PlotScale
  /// The column of the vertical axis.
  let axisColumn: Int

  /// Below this there is only room for words.
  static let least = (columns: 24, rows: 6)

  /// Cells at the left for the column of zeros: it, half of its text on both sides, and a gap.
  static let zeroColumns = 9
  static let gapColumns = 4

  /// Nil if the area is too small.
  init?(points: [PlotPoint], x xAxis: PlotAxis, y yAxis: PlotAxis, columns: Int, rows: Int) {
    guard columns >= Self.least.columns, rows >= Self.least.rows else { return nil }
    self.columns = columns
    self.rows = rows
    x = PlotScale(xAxis.scale, of: points.map(\.x), room: columns / 10)
    y = PlotScale(yAxis.scale, of: points.map(\.y), room: max(1, (rows - 3) / 3))
    axisColumn = (y.ticks.map { CellWidth.of($0.text) }.max() ?? 0) + 1
  }

  var axisRow: Int { rows - 2 }
  /// The row of the highest points: with enough rows, labels have one above it.
  var topRow: Int { rows >= 12 ? 2 : 1 }
  var rowsOfPoints: Range<Int> { 1..<axisRow }
  var columnsOfPoints: Range<Int> { axisColumn + 1..<columns }

  private var firstColumn: Int { axisColumn + 1 + (x.zero == nil ? 0 : Self.zeroColumns) }
  var zeroColumn: Int { axisColumn + 1 + (Self.zeroColumns - Self.gapColumns) / 2 }

  /// The column of a fraction of the horizontal axis.
  func column(_ fraction: Double) -> Int {
    firstColumn + Int((fraction * Double(columns - 1 - firstColumn)).rounded())
  }

  /// The row of dots, counted from the top of the area, of a fraction of the vertical axis.
  func dotRow(_ fraction: Double) -> Int {
    topRow * 4 + Int(((1 - fraction) * Double((axisRow - topRow) * 4 - 1)).rounded())
  }

  func position(of point: PlotPoint) -> Position {
    let dotRow = dotRow(y.fraction(of: point.y) ?? 0)
    return Position(
      row: dotRow / 4, column: x.fraction(of: point.x).map(column) ?? zeroColumn, dotRow: dotRow)
  }
}
