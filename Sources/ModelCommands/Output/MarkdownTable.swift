/// A Markdown table.
struct MarkdownTable<Row: ListedRow> {
  let columns: [Column<Row>]

  func text(of rows: [Row]) -> String {
    var text = Self.line(columns.map(\.title))
    text += Self.line(columns.map { $0.isNumber ? "---:" : "---" })
    for row in rows {
      text += Self.line(columns.map { Self.escaped($0.shown(row)) })
    }
    return text
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  /// Escapes what would end the cell or be read as markup.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r": escaped += " "
      case "|", "\\", "*", "_", "`", "~", "[", "]", "<", ">", "#":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
