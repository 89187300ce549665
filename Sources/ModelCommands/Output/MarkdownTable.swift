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

  /// Escapes what would end the cell, be read as markup, or become a link by itself: a web or mail
  /// address without any markup around it.
  private static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var escaped = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\n", "\r": escaped.append(" ")
      case "|", "\\", "*", "_", "`", "~", "[", "]", "<", ">", "#", "&", "@",
        ":" where scalars[index...].starts(with: "://".unicodeScalars),
        "." where isHostPrefix(scalars[..<index]):
        escaped += ["\\", scalar]
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// Whether the text ends with the `www` of a host name.
  private static func isHostPrefix(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.count >= 3 && text.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
  }
}
