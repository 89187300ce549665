/// A table that can be pasted into an issue.
struct MarkdownTable<Record: ListedRecord> {
  let columns: [Column<Record>]

  func text(of records: [Record]) -> String {
    var text = Self.line(columns.map(\.title))
    text += Self.line(columns.map { $0.isNumber ? "---:" : "---" })
    for record in records {
      text += Self.line(columns.map { Self.escaped($0.shown(record)) })
    }
    return text
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  /// What would end the cell, or be taken for a mark.
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
