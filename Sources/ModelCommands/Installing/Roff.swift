/// Writes roff source with macros of man(7).
struct Roff {
  private(set) var text = ""
  private var isAfterHeading = false

  mutating func title(_ name: String, section: Int, source: String) {
    text += ".TH \"\(name)\" \"\(section)\" \"\" \"\(Self.escaped(source))\" \"\"\n.nh\n"
  }

  mutating func section(_ name: String) { heading(".SH", name) }

  mutating func subsection(_ name: String) { heading(".SS", name) }

  private mutating func heading(_ macro: String, _ name: String) {
    text += "\(macro) \(Self.quoted(name))\n"
    isAfterHeading = true
  }

  mutating func paragraph(_ words: String) {
    guard !words.isEmpty else { return }
    beginParagraph()
    text += "\(Self.line(words))\n"
  }

  /// A heading begins one by itself.
  private mutating func beginParagraph() {
    if !isAfterHeading { text += ".PP\n" }
    isAfterHeading = false
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
    beginParagraph()
    text += ".nf\n" + lines.map { Self.line($0) + "\n" }.joined() + ".fi\n"
  }

  mutating func item(_ term: String, _ words: String) {
    isAfterHeading = false
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
