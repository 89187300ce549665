/// Writes roff source with macros of man(7).
struct Roff {
  private(set) var text = ""

  mutating func title(_ name: String, section: Int, source: String) {
    text += ".TH \"\(name)\" \"\(section)\" \"\" \"\(Self.escaped(source))\" \"\"\n.nh\n"
  }

  mutating func section(_ name: String) { text += ".SH \(Self.quoted(name))\n" }

  mutating func subsection(_ name: String) { text += ".SS \(Self.quoted(name))\n" }

  mutating func paragraph(_ words: String) {
    guard !words.isEmpty else { return }
    text += ".PP\n\(Self.line(words))\n"
  }

  /// Paragraphs are separated by blank lines; indented lines are not filled.
  mutating func discussion(_ words: String) {
    for part in words.split(separator: "\n\n") {
      let lines = part.split(separator: "\n").map(String.init)
      let first = lines.firstIndex { $0.hasPrefix(" ") } ?? lines.endIndex
      paragraph(lines[..<first].joined(separator: " "))
      if first < lines.endIndex { self.lines(lines[first...].map { $0 }) }
    }
  }

  /// Lines that are not filled.
  mutating func lines(_ lines: [String]) {
    text += ".PP\n.nf\n" + lines.map { Self.line($0) + "\n" }.joined() + ".fi\n"
  }

  mutating func item(_ term: String, _ words: String) {
    text += ".TP\n.B \(Self.quoted(term))\n\(Self.line(words))\n"
  }

  /// Escaped, so that it is never read as a request.
  private static func line(_ words: String) -> String {
    let escaped = escaped(words)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  /// One argument of a macro.
  private static func quoted(_ words: String) -> String {
    "\"" + escaped(words).replacing("\"", with: "\\(dq") + "\""
  }

  private static func escaped(_ words: String) -> String {
    var escaped = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "\n": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
