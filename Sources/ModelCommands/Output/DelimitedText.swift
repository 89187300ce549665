/// CSV and TSV.
enum DelimitedText {
  /// RFC 4180: lines end with CR LF; cells with a comma, quote or line break are quoted.
  ///
  /// Text that a spreadsheet would read as a formula gets a leading apostrophe: names and
  /// descriptions come from the network.
  case csv
  /// Cells separated by tabs; tabs, line breaks and backslashes inside are written `\t`, `\n`,
  /// `\r`, `\\`.
  case tsv

  enum Cell {
    case text(String)
    case number(String)
  }

  func line(_ cells: [Cell]) -> String {
    switch self {
    case .csv: cells.map(Self.quoted).joined(separator: ",") + "\r\n"
    case .tsv: cells.map(Self.escaped).joined(separator: "\t") + "\n"
    }
  }

  private static func quoted(_ cell: Cell) -> String {
    let text =
      switch cell {
      case .number(let number): number
      case .text(let text): isFormula(text) ? "'" + text : text
      }
    guard text.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  private static func isFormula(_ text: String) -> Bool {
    // East Asian spreadsheets also accept full-width signs.
    text.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
  }

  private static func escaped(_ cell: Cell) -> String {
    let text =
      switch cell {
      case .number(let text), .text(let text): text
      }
    guard text.utf8.contains(where: { "\\\t\r\n".utf8.contains($0) }) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\t": escaped += "\\t"
      case "\r": escaped += "\\r"
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
