extension PlotPoint.Kind {
  /// Its mark in the explanation of the marks.
  var mark: String {
    switch self {
    case .frontier: "◆"
    case .ordinary: "⠶"
    case .variant: "◦"
    }
  }

  var words: String {
    switch self {
    case .frontier: "frontier"
    case .ordinary: "other"
    case .variant: "variant"
    }
  }
}

extension ScatterPlot {
  static let selectedMark = "◉"

  /// The line through the frontier, as steps: at the lower of two points as far as the better one.
  func drawLine(through positions: [PlotGeometry.Position], on canvas: inout PlotCanvas) {
    for (one, next) in zip(positions, positions.dropFirst()) {
      let isRise = next.row <= one.row
      let (lower, higher) = isRise ? (one, next) : (next, one)
      for column in min(one.column, next.column)...max(one.column, next.column) {
        canvas.put("─", row: lower.row, column: column, .line)
      }
      for row in higher.row..<lower.row { canvas.put("│", row: row, column: higher.column, .line) }
      if lower.row != higher.row, lower.column != higher.column {
        canvas.put(isRise ? "╯" : "╰", row: lower.row, column: higher.column, .line)
      }
    }
  }

  /// Ordinary points are two by two Braille dots, so that several can share a cell.
  func drawPoints(
    at positions: [PlotGeometry.Position], selected: Int?, on canvas: inout PlotCanvas
  ) {
    func put(_ text: String, at position: PlotGeometry.Position, _ role: PlotPiece.Role) {
      canvas.put(text, row: position.row, column: position.column, role)
    }
    func indices(_ kind: PlotPoint.Kind) -> [Int] {
      points.indices.filter { points[$0].kind == kind }
    }
    for index in indices(.variant) {
      put(PlotPoint.Kind.variant.mark, at: positions[index], .point(.variant))
    }
    var dots: [Int: UInt32] = [:]
    for index in indices(.ordinary) {
      let position = positions[index]
      let cell = position.row * canvas.columns + position.column
      // The dots of each row of a cell; a mark keeps within its cell.
      let top = min(position.dotRow % 4, 2)
      let pattern: [UInt32] = [0x1B, 0x36, 0xE4]
      dots[cell, default: 0x2800] |= pattern[top]
      if let letter = dots[cell].flatMap(Unicode.Scalar.init) {
        put(String(letter), at: position, .point(.ordinary))
      }
    }
    for index in indices(.frontier) {
      put(PlotPoint.Kind.frontier.mark, at: positions[index], .point(.frontier))
    }
    if let selected { put(Self.selectedMark, at: positions[selected], .selectedPoint) }
  }
}
