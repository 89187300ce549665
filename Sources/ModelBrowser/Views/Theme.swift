import ModelCatalog

/// The styles, in the terminal's own colours on its own background.
///
/// Colour is never the only carrier of information.
enum Theme {
  static let plain = Style.plain
  static let strong = Style(nil, .bold)
  static let faint = Style(nil, .dim)
  static let border = Style(nil, .dim)
  static let brand = Style(.cyan, .bold)
  static let title = Style(.cyan)
  static let activeTitle = Style(.cyan, [.bold])
  static let columnTitle = Style(nil, .dim)
  static let sortedColumn = Style(.cyan, .bold)
  static let id = Style(.cyan)
  static let key = Style(.yellow, .bold)
  static let good = Style(.green)
  static let caution = Style(.yellow)
  static let bad = Style(.red, .bold)
  /// No longer listed.
  static let removed = Style(nil, .dim)
  static let new = Style(.green, .bold)
  static let changed = Style(.yellow, .bold)
  static let past = Style(.yellow, [.bold, .reverse])
  /// The selected point of a picture.
  static let pointer = Style(.yellow, [.bold, .reverse])
  /// The number of a marked model.
  static let marked = Style(.cyan, [.bold, .reverse])
  static let favorite = Style(.yellow)
  static let core = Style(.magenta)
  static let frontier = Style(.green, .bold)
  static let price = Style(.green)
  static let ability = Style(.blue)
  static let term = Style(.magenta)
}

/// A run of text in one style.
struct StyledText: Equatable, Sendable {
  var text: String
  var style: Style

  init(_ text: String, _ style: Style = Theme.plain) {
    self.text = text
    self.style = style
  }
}

extension StyledText {
  /// Truncates to a width, with `…` at the end.
  static func cut(_ spans: [StyledText], to width: Int) -> [StyledText] {
    var left = width
    return spans.compactMap { span in
      guard left > 0 else { return nil }
      let text = CellWidth.truncate(span.text, to: left)
      left -= CellWidth.of(text)
      return StyledText(text, span.style)
    }
  }
}

extension Frame {
  /// Puts runs of text one after another; the last one is cut with `…` if they don't fit.
  @discardableResult
  mutating func put(_ spans: [StyledText], at point: Point, width: Int) -> Int {
    var used = 0
    for span in spans where used < width {
      let fitting = CellWidth.truncate(span.text, to: width - used)
      used += put(
        fitting, at: Point(row: point.row, column: point.column + used), style: span.style,
        maxWidth: width - used)
    }
    return used
  }
}
