/// Where the parts of the page of providers stand: everything above the hint bar is its own.
struct ProvidersLayout: Equatable {
  let area: Rect
  /// The sentences.
  let head: Rect
  let titles: Rect
  /// A row for each endpoint.
  let rows: Rect

  /// `headLines` is how many lines the sentences need.
  init(size: Size, headLines: Int) {
    area = Rect(row: 0, column: 0, rows: max(0, size.rows - 1), columns: size.columns)
    let columns = max(0, area.columns - 4)
    let inside = max(0, area.rows - 2)
    // With little room the first sentence alone stands above the table.
    let headRows = inside < 10 ? 1 : headLines
    let gap = inside < 10 ? 0 : 1
    head = Rect(row: 1, column: 2, rows: min(headRows, inside), columns: columns)
    titles = Rect(row: 1 + headRows + gap, column: 2, rows: 1, columns: columns)
    rows = Rect(
      row: titles.row + 1, column: 2, rows: max(0, inside - headRows - gap - 1), columns: columns)
  }
}
