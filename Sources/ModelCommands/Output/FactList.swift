import ModelCatalog
import ModelText

/// Names and values, one per line, with aligned values.
struct FactList {
  /// The line width in cells, at which values are wrapped; nil for no limit.
  var width: Int?
  private var facts: [Fact] = []

  private struct Fact {
    let name: String
    let value: String
    let style: TextStyle
  }

  init(width: Int? = nil) { self.width = width }

  /// Skips nil and empty values.
  mutating func add(_ name: String, _ value: String?, _ style: TextStyle = .plain) {
    guard let value, !value.isEmpty else { return }
    facts.append(Fact(name: name, value: value, style: style))
  }

  func text(_ styler: ANSIStyler) -> String {
    let nameWidth = facts.reduce(0) { max($0, CellWidth.of($1.name)) } + 2
    return facts.map { fact in
      let gap = String(repeating: " ", count: nameWidth - CellWidth.of(fact.name))
      let lines = lines(of: fact.value, indent: nameWidth).map { styler.paint($0, fact.style) }
      let separator = "\n" + String(repeating: " ", count: nameWidth)
      return styler.paint(fact.name, .faint) + gap + lines.joined(separator: separator) + "\n"
    }.joined()
  }

  private func lines(of value: String, indent: Int) -> [String] {
    // A link has no space to wrap at, and its escape sequences have no width.
    guard let width, value.contains(" ") else { return [value] }
    return TextWrap.lines(value, width: max(10, width - indent))
  }
}
