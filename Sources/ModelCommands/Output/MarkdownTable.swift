import ModelText

/// A Markdown table.
struct MarkdownTable<Row: ListedRow> {
  let columns: [Column<Row>]

  func text(of rows: [Row]) -> String {
    var text = Self.line(columns.map(\.title))
    text += Self.line(columns.map { $0.isNumber ? "---:" : "---" })
    for row in rows {
      text += Self.line(columns.map { Markdown.escaped($0.shown(row)) })
    }
    return text
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }
}
