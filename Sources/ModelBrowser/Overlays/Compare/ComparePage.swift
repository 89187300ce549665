import ModelCatalog
import ModelText

/// A comparison laid out for a size of the screen: as many models as fit, from one on.
struct ComparePage {
  /// A line of the rows, for each visible column a part of its text.
  struct Line {
    let title: String
    let parts: [String]
    /// Parallel to the parts: whether it begins with the mark of the better end.
    let isBest: [Bool]
    /// Above the rows that are the same.
    let isRule: Bool
  }

  let table: ComparisonTable
  /// Everything between header and hint bar.
  let area: Rect
  /// Whether a border is around it.
  let isBoxed: Bool
  /// The lines that stay: names, and where there is room ids and notices.
  let head: Rect
  /// The lines that scroll.
  let rows: Rect
  let note: [String]
  let noteRow: Int
  let titleWidth: Int
  let columnWidth: Int
  /// How many models fit beside each other.
  let columnCount: Int
  /// The models that are visible.
  let visible: Range<Int>
  let lines: [Line]

  private static let widestTitle = 24
  private static let narrowestColumn = 18
  private static let widestColumn = 40
  /// Lines of one value; the rest of it is in the model's page.
  private static let mostLines = 4

  init(_ table: ComparisonTable, size: Size, left: Int) {
    self.table = table
    area = Rect(row: 1, column: 0, rows: max(0, size.rows - 2), columns: size.columns)
    isBoxed = size.rows >= 14 && size.columns >= 60
    let inner =
      isBoxed
      ? Rect(
        row: area.row + 1, column: 1, rows: area.rows - 2, columns: max(0, area.columns - 2))
      : area
    let longest = table.lines.reduce(0) { max($0, CellWidth.of($1.title)) } + 1
    titleWidth = min(longest, size.columns < 60 ? 12 : size.columns < 100 ? 20 : Self.widestTitle)
    let room = max(1, inner.columns - titleWidth - 1)
    let models = max(1, table.heads.count)
    columnCount = max(1, min(models, room / Self.narrowestColumn))
    columnWidth = min(Self.widestColumn, room / columnCount)
    let first = max(0, min(left, table.heads.count - columnCount))
    visible = first..<min(first + columnCount, table.heads.count)

    let hasNotices = visible.contains { table.heads[$0].notice != nil }
    let headRows = inner.rows < 10 ? 1 : hasNotices ? 3 : 2
    head = Rect(row: inner.row, column: inner.column, rows: headRows, columns: inner.columns)
    // On a small screen the source of the scores alone, which must stand there.
    let credit = table.sources.isEmpty ? "" : ScoreSource.line(table.sources)
    let text = inner.rows < 10 ? credit : table.notes.joined(separator: " · ")
    note =
      text.isEmpty ? [] : Array(TextWrap.lines(text, width: max(1, inner.columns - 2)).prefix(3))
    rows = Rect(
      row: inner.row + headRows, column: inner.column,
      rows: max(1, inner.rows - headRows - note.count), columns: inner.columns)
    noteRow = inner.row + inner.rows - note.count
    lines = Self.lines(of: table, visible, width: columnWidth - 3)
  }

  /// Values are wrapped, and cut where they are long.
  private static func lines(
    of table: ComparisonTable, _ visible: Range<Int>, width: Int
  ) -> [Line] {
    var lines: [Line] = []
    var hasRule = false
    for row in table.lines {
      if !row.differs, !hasRule {
        lines.append(Line(title: "the same", parts: [], isBest: [], isRule: true))
        hasRule = true
      }
      let cells = visible.map { wrap(row.cells[$0].text, width: width) }
      for index in 0..<max(1, cells.map(\.count).max() ?? 1) {
        lines.append(
          Line(
            title: index == 0 ? row.title : "",
            parts: cells.map { index < $0.count ? $0[index] : "" },
            isBest: visible.map { index == 0 && row.cells[$0].isBest }, isRule: false))
      }
    }
    return lines
  }

  private static func wrap(_ text: String, width: Int) -> [String] {
    let lines = TextWrap.lines(text, width: max(1, width))
    guard lines.count > mostLines else { return lines }
    let last = CellWidth.truncate(lines[mostLines - 1] + " …", to: max(1, width))
    return lines.prefix(mostLines - 1) + [last.hasSuffix("…") ? last : last + "…"]
  }

  /// The left edge of a visible column.
  func start(ofColumn column: Int) -> Int { head.column + 1 + titleWidth + column * columnWidth }

  /// The visible column at a point of the screen.
  func column(at point: Point) -> Int? {
    guard area.contains(point) else { return nil }
    let offset = point.column - start(ofColumn: 0)
    guard offset >= 0, offset / columnWidth < visible.count else { return nil }
    return offset / columnWidth
  }
}
