extension PlotPoint.Standing {
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
  func drawLine(through places: [PlotGeometry.Place], on canvas: inout PlotCanvas) {
    for (one, next) in zip(places, places.dropFirst()) {
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
    at places: [PlotGeometry.Place], selected: Int?, on canvas: inout PlotCanvas
  ) {
    func put(_ text: String, at place: PlotGeometry.Place, _ role: PlotPiece.Role) {
      canvas.put(text, row: place.row, column: place.column, role)
    }
    func indices(_ standing: PlotPoint.Standing) -> [Int] {
      points.indices.filter { points[$0].standing == standing }
    }
    for index in indices(.variant) {
      put(PlotPoint.Standing.variant.mark, at: places[index], .point(.variant))
    }
    var dots: [Int: UInt32] = [:]
    for index in indices(.ordinary) {
      let place = places[index]
      let cell = place.row * canvas.columns + place.column
      // The dots of each row of a cell; a mark keeps within its cell.
      let top = min(place.dotRow % 4, 2)
      let pattern: [UInt32] = [0x1B, 0x36, 0xE4]
      dots[cell, default: 0x2800] |= pattern[top]
      if let letter = dots[cell].flatMap(Unicode.Scalar.init) {
        put(String(letter), at: place, .point(.ordinary))
      }
    }
    for index in indices(.frontier) {
      put(PlotPoint.Standing.frontier.mark, at: places[index], .point(.frontier))
    }
    if let selected { put(Self.selectedMark, at: places[selected], .selectedPoint) }
  }
}
