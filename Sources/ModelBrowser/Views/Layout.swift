/// The layout of the screen, computed from its size.
struct Layout: Equatable, Sendable {
  let size: Size
  /// The minimum size.
  static let minimum = Size(columns: 30, rows: 8)

  let isTooSmall: Bool
  let header: Rect
  let hintBar: Rect
  /// The border around everything between header and hint bar.
  let border: Rect
  /// The sidebar's lines; nil where there is no room for it.
  let sidebarItems: Rect?
  let search: Rect
  /// The line with the list's title and order.
  let listTitle: Rect
  let columnTitles: Rect
  private(set) var listRows: Rect
  /// The rows that the list keeps above a detail, where the screen is high enough.
  static let leastListRows = 12
  private static let leastDetailRows = 3
  /// The line under the list; nil where there is none.
  private(set) var note: Rect?
  /// The detail's text; nil where there is no room for it and it is not large.
  private(set) var detail: Rect?
  /// The detail stands to the right of the list.
  let isDetailBeside: Bool
  /// The detail takes the room of the list.
  let isDetailLarge: Bool

  init(size: Size, isDetailLarge: Bool) {
    self.size = size
    isTooSmall = size.columns < Self.minimum.columns || size.rows < Self.minimum.rows
    let rows = max(size.rows, Self.minimum.rows)
    let columns = max(size.columns, Self.minimum.columns)
    header = Rect(row: 0, column: 0, rows: 1, columns: columns)
    hintBar = Rect(row: rows - 1, column: 0, rows: 1, columns: columns)
    border = Rect(row: 1, column: 0, rows: rows - 2, columns: columns)
    let inner = Rect(row: 2, column: 1, rows: rows - 4, columns: columns - 2)

    // Between 70 and 100 columns a large detail takes the sidebar's room too.
    let hasSidebar = columns >= (isDetailLarge ? 100 : 70)
    let sidebarWidth = !hasSidebar ? 0 : columns < 100 ? 18 : columns < 130 ? 20 : 22
    sidebarItems =
      sidebarWidth == 0
      ? nil : Rect(row: inner.row, column: inner.column, rows: inner.rows, columns: sidebarWidth)
    let left = inner.column + (sidebarWidth == 0 ? 0 : sidebarWidth + 1)
    let right = Rect(row: inner.row, column: left, rows: inner.rows, columns: columns - 1 - left)
    search = Rect(row: right.row, column: left, rows: 1, columns: right.columns)
    listTitle = Rect(row: right.row + 1, column: left, rows: 1, columns: right.columns)

    // Everything below the list's title is shared by list and detail.
    let shared = Rect(
      row: right.row + 2, column: left, rows: right.rows - 2, columns: right.columns)
    let hasRoom = rows >= 15
    self.isDetailLarge = isDetailLarge
    isDetailBeside = hasRoom && right.columns >= 118 && !isDetailLarge
    var list = shared
    if isDetailLarge {
      detail = shared
    } else if isDetailBeside {
      let width = min(76, max(47, right.columns * 2 / 7))
      list.columns = shared.columns - width - 1
      detail = Rect(
        row: shared.row, column: left + list.columns + 1, rows: shared.rows, columns: width)
    } else if hasRoom {
      // The line between them and the titles of the columns are neither's.
      let spare = shared.rows - 2 - Self.leastListRows
      let height = min(14, max(Self.leastDetailRows, min(shared.rows * 2 / 5, spare)))
      list.rows = shared.rows - height - 1
      detail = Rect(
        row: shared.row + list.rows + 1, column: left, rows: height, columns: right.columns)
    } else {
      detail = nil
    }
    columnTitles = Rect(row: list.row, column: list.column, rows: 1, columns: list.columns)
    listRows = Rect(
      row: list.row + 1, column: list.column, rows: list.rows - 1, columns: list.columns)
  }

  /// Takes a line from the list, or from the detail below a short one.
  mutating func makeRoomForNote() {
    if !isDetailBeside, !isDetailLarge, let below = detail, below.rows > Self.leastDetailRows,
      listRows.rows <= Self.leastListRows
    {
      listRows.rows += 1
      detail = Rect(
        row: below.row + 1, column: below.column, rows: below.rows - 1, columns: below.columns)
    }
    guard listRows.rows >= 4 else { return }
    listRows.rows -= 1
    note = Rect(
      row: listRows.row + listRows.rows, column: listRows.column, rows: 1,
      columns: listRows.columns)
  }
}
