import ModelCatalog

/// The content of the screen: a grid of styled cells.
///
/// Drawing outside is ignored and a wide letter is never cut in half, so views need not check
/// bounds.
package struct Frame: Equatable, Sendable {
  package let size: Size
  /// Where the text cursor blinks; nil hides it.
  package var cursor: Point?
  /// Row by row, always `size.rows * size.columns`.
  private(set) var cells: [Cell]

  package init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank(), count: self.size.columns * self.size.rows)
  }

  package var bounds: Rect { Rect(size) }

  /// The cell at a point; a blank outside the frame.
  package subscript(point: Point) -> Cell {
    bounds.contains(point) ? cells[index(point.row, point.column)] : .blank()
  }

  /// Draws one line of text that starts at a point.
  ///
  /// Control characters become spaces, invisible ones are dropped. Of text that starts left of the
  /// screen the visible part is drawn.
  ///
  /// - Returns: The columns used, at most `maxWidth`; those outside the screen count too.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, at point: Point, style: Style = .plain, maxWidth: Int? = nil
  ) -> Int {
    let limit = maxWidth ?? Int.max
    guard limit > 0 else { return 0 }
    let isVisible = point.row >= 0 && point.row < size.rows
    var used = 0
    var last: Int?
    for scalar in text.unicodeScalars {
      let width = CellWidth.of(scalar)
      if width == 0 {
        // Format characters, such as direction marks, are not combining marks.
        let isFormat = scalar.properties.generalCategory == .format
        if isVisible, !isFormat, let last { cells[last].add(mark: scalar) }
        continue
      }
      guard used + width <= limit else {
        if used < limit { used += place(" ", 1, point, used, style, isVisible).columns }
        break
      }
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      let placed = place(isControl ? " " : scalar, width, point, used, style, isVisible)
      used += placed.columns
      last = placed.index
    }
    return used
  }

  /// Fills with a letter of one column; a wide or invisible one is replaced by a space.
  package mutating func fill(
    _ rect: Rect, with letter: Unicode.Scalar = " ", style: Style = .plain
  ) {
    let fitting = letter.value >= 0x20 && CellWidth.of(letter) == 1 ? letter : " "
    forEachRow(of: rect) { frame, range in
      frame.breakWide(at: range.lowerBound)
      frame.breakWide(at: range.upperBound)
      for index in range { frame.cells[index] = Cell(fitting, width: 1, style: style) }
    }
  }

  /// Changes the style of cells and keeps their letters.
  package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    forEachRow(of: rect) { frame, range in
      for index in range { change(&frame.cells[index].style) }
    }
  }

  /// Reverses cells, and drops colours and dimming, which are hard to read in reverse.
  package mutating func select(_ rect: Rect) {
    restyle(rect) { style in
      style.foreground = nil
      style.attributes.remove(.dim)
      style.attributes.insert(.reverse)
    }
  }

  /// The letters, rows joined by newlines, without trailing spaces.
  package var text: String {
    (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
  }

  /// One row's letters without trailing spaces; empty outside.
  package func text(row: Int) -> String {
    guard row >= 0, row < size.rows else { return "" }
    var line = ""
    for column in 0..<size.columns { line += cells[index(row, column)].text }
    while line.last == " " { line.removeLast() }
    return line
  }

  private func index(_ row: Int, _ column: Int) -> Int { row * size.columns + column }

  private mutating func place(
    _ letter: Unicode.Scalar, _ width: Int, _ point: Point, _ used: Int, _ style: Style,
    _ isVisible: Bool
  ) -> (columns: Int, index: Int?) {
    let (column, hasOverflowed) = point.column.addingReportingOverflow(used)
    guard isVisible, !hasOverflowed, column < size.columns, column > -width,
      size.columns > 0
    else {
      return (width, nil)
    }
    // A wide letter half inside, at either edge: a space replaces its visible half.
    if column < 0 || column + width > size.columns {
      let inside = index(point.row, max(0, column))
      breakWide(at: inside)
      breakWide(at: inside + 1)
      cells[inside] = .blank(style)
      return (width, nil)
    }
    let index = index(point.row, column)
    breakWide(at: index)
    breakWide(at: index + width)
    cells[index] = Cell(letter, width: width, style: style)
    if width == 2 { cells[index + 1] = Cell(" ", width: 0, style: style) }
    return (width, index)
  }

  /// If a wide letter spans the cells before and at this index, blanks both halves.
  private mutating func breakWide(at index: Int) {
    guard index > 0, index < cells.count, cells[index].isContinuation else { return }
    cells[index] = .blank(cells[index].style)
    cells[index - 1] = .blank(cells[index - 1].style)
  }

  private mutating func forEachRow(of rect: Rect, _ body: (inout Frame, Range<Int>) -> Void) {
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    for row in visible.row..<(visible.row + visible.rows) {
      let start = index(row, visible.column)
      body(&self, start..<(start + visible.columns))
    }
  }
}
