import ModelCatalog
import ModelText

/// How facts are set into lines of a given width.
extension DetailPage {
  static let labelWidth = 15

  func label(_ text: String) -> StyledText {
    let gap = max(1, Self.labelWidth - CellWidth.of(text))
    return StyledText(text + String(repeating: " ", count: gap), Theme.faint)
  }

  /// Facts side by side in as many columns as fit.
  func grid(_ facts: [(String, String)]) -> [[StyledText]] {
    let least = 40
    let count = max(1, width / least)
    let cell = width / count
    var lines: [[StyledText]] = []
    var used = count
    for (name, value) in facts {
      let room = cell - Self.labelWidth
      let isWide = CellWidth.of(value) >= room
      if used >= count || isWide {
        lines.append([])
        used = 0
      }
      let padding = isWide ? 0 : room - CellWidth.of(value)
      lines[lines.count - 1] += [
        label(name), StyledText(value), StyledText(String(repeating: " ", count: padding)),
      ]
      used = isWide ? count : used + 1
    }
    return lines
  }

  /// Parts one after another behind a label, on as many lines as they need.
  func flowing(_ name: String, _ parts: [[StyledText]]) -> [[StyledText]] {
    var lines: [[StyledText]] = [[label(name)]]
    var used = Self.labelWidth
    for part in parts {
      let needed = part.reduce(0) { $0 + CellWidth.of($1.text) }
      let gap = used > Self.labelWidth ? 3 : 0
      if used + gap + needed > width, gap > 0 {
        lines.append([label("")] + part)
        used = Self.labelWidth + needed
      } else {
        lines[lines.count - 1] += [StyledText(String(repeating: " ", count: gap))] + part
        used += gap + needed
      }
    }
    return lines
  }

  /// A long text behind a label; nothing for nil.
  func wrapped(_ name: String, _ text: String?) -> [[StyledText]] {
    guard let text, !text.isEmpty else { return [] }
    let lines = TextWrap.lines(text, width: max(10, width - Self.labelWidth))
    return lines.enumerated().map { index, line in
      [label(index == 0 ? name : ""), StyledText(line)]
    }
  }
}
