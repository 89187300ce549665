import ModelCatalog

/// A grid of cells on which a plot is drawn; drawing outside is ignored.
struct PlotCanvas {
  private struct Cell {
    /// Several letters where marks follow a letter; empty for the second half of a wide one.
    var text: String
    var role: PlotPiece.Role

    static let blank = Cell(text: " ", role: .blank)
  }

  let rows: Int
  let columns: Int
  private var cells: [Cell]

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    cells = Array(repeating: .blank, count: rows * columns)
  }

  mutating func put(_ text: String, row: Int, column: Int, _ role: PlotPiece.Role) {
    guard (0..<rows).contains(row) else { return }
    var column = column
    var base: Int?
    for letter in text.unicodeScalars {
      let width = CellWidth.of(letter)
      if width == 0 {
        if let base { cells[base].text.unicodeScalars.append(letter) }
        continue
      }
      base = nil
      if column >= 0, column + width <= columns {
        let index = row * columns + column
        cells[index] = Cell(text: String(letter), role: role)
        for rest in 1..<max(1, width) { cells[index + rest] = Cell(text: "", role: role) }
        base = index
      }
      column += width
    }
  }

  /// Blank outside of the grid.
  func role(row: Int, column: Int) -> PlotPiece.Role {
    guard (0..<rows).contains(row), (0..<columns).contains(column) else { return .blank }
    return cells[row * columns + column].role
  }

  /// Each row as runs of the same role.
  var lines: [[PlotPiece]] {
    (0..<rows).map { row in
      var pieces: [PlotPiece] = []
      var run = Cell(text: "", role: .blank)
      for cell in cells[row * columns..<(row + 1) * columns] {
        if cell.role == run.role {
          run.text += cell.text
        } else {
          if !run.text.isEmpty { pieces.append(PlotPiece(text: run.text, role: run.role)) }
          run = cell
        }
      }
      if !run.text.isEmpty { pieces.append(PlotPiece(text: run.text, role: run.role)) }
      return pieces
    }
  }
}
