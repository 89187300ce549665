/// Where the parts of the value overlay stand: everything between header and hint bar is its own.
struct ValueLayout: Equatable {
  let area: Rect
  /// Nil where there is only room for sentences.
  let picture: Rect?
  /// Whether the selected model and the source of the scores share the last row.
  let isLastRowShared: Bool

  init(size: Size) {
    area = Rect(row: 1, column: 0, rows: max(0, size.rows - 2), columns: size.columns)
    isLastRowShared = size.columns >= 130
    let rows = area.rows - 1 - (isLastRowShared ? 1 : 2)
    picture =
      rows >= 6
      ? Rect(row: area.row + 1, column: 1, rows: rows, columns: max(0, area.columns - 2)) : nil
  }
}
