import ModelCatalog

@testable import ModelBrowser

/// A frame as an SVG image in the colours of a dark terminal.
///
/// Lines of boxes are drawn, so that they join whatever the font's height; letters are text, with
/// their width given, so that every column is where it is on a terminal.
struct FrameSVG {
  private static let width = 8.4
  private static let height = 18.0
  private static let margin = 12.0
  private static let background = "#14171d"
  private static let foreground = "#d5dae3"

  private let frame: Frame

  init(_ frame: Frame) { self.frame = frame }

  var text: String {
    let size = (
      Double(frame.size.columns) * Self.width + 2 * Self.margin,
      Double(frame.size.rows) * Self.height + 2 * Self.margin
    )
    let (width, height) = (Self.number(size.0), Self.number(size.1))
    let colors = Color.allCases.map { ".\($0){fill:\(Self.hex($0))}" }.joined()
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" xml:space="preserve">
      <style>text{font:14px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;\
      fill:\(Self.foreground)}\(colors).bold{font-weight:bold}.dim{opacity:.55}\
      .on{fill:\(Self.background)}path{fill:none;stroke:\(Self.foreground)}</style>
      <rect width="\(width)" height="\(height)" rx="8" fill="\(Self.background)"/>
      """
    ]
    for row in 0..<frame.size.rows {
      lines += backgrounds(row: row) + runs(row: row).map(element)
    }
    return (lines + boxes() + ["</svg>"]).joined(separator: "\n")
  }

  // MARK: - Text

  /// Neighbouring cells that are drawn as one element.
  private struct Run {
    var text: String
    var style: Style
    var row: Int
    var column: Int
    var columns: Int
  }

  /// Plain letters of one style together, up to two spaces; any other letter alone, because fonts
  /// differ in its width.
  private func runs(row: Int) -> [Run] {
    var runs: [Run] = []
    var current: Run?
    func finish() {
      guard var run = current else { return }
      while run.text.last == " " {
        run.text.removeLast()
        run.columns -= 1
      }
      if !run.text.isEmpty { runs.append(run) }
      current = nil
    }
    for column in 0..<frame.size.columns {
      let cell = frame[Point(row: row, column: column)]
      if cell.isContinuation { continue }
      let isPlain = cell.letter.isASCII
      if Self.strokes(of: cell.letter) != nil {
        finish()
      } else if isPlain, let run = current, run.style == cell.style {
        if cell.letter == " ", run.text.last == " " {
          finish()
        } else {
          current?.text += cell.text
          current?.columns += 1
        }
      } else if isPlain {
        finish()
        if cell.letter != " " {
          current = Run(text: cell.text, style: cell.style, row: row, column: column, columns: 1)
        }
      } else {
        finish()
        runs.append(
          Run(
            text: cell.text, style: cell.style, row: row, column: column,
            columns: Int(cell.width)))
      }
    }
    finish()
    return runs
  }

  private func element(_ run: Run) -> String {
    let (x, y) = (x(run.column), y(run.row) + 0.72 * Self.height)
    var classes: [String] = []
    let isReversed = run.style.attributes.contains(.reverse)
    if isReversed {
      classes.append("on")
    } else if let color = run.style.foreground {
      classes.append("\(color)")
    }
    if run.style.attributes.contains(.bold) { classes.append("bold") }
    if run.style.attributes.contains(.dim) { classes.append("dim") }
    let named = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    let escaped = run.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let length = Self.number(Double(run.columns) * Self.width)
    return """
      <text x="\(Self.number(x))" y="\(Self.number(y))" textLength="\(length)"\(named)>\(escaped)</text>
      """
  }

  // MARK: - Areas and lines

  /// What is behind reversed cells.
  private func backgrounds(row: Int) -> [String] {
    func fill(_ column: Int) -> String? {
      let style = frame[Point(row: row, column: column)].style
      guard style.attributes.contains(.reverse) else { return nil }
      return style.foreground.map(Self.hex) ?? Self.foreground
    }
    var areas: [String] = []
    var start = 0
    for column in 1...frame.size.columns where fill(column) != fill(start) {
      if let fill = fill(start) {
        areas.append(
          """
          <rect x="\(Self.number(x(start)))" y="\(Self.number(y(row)))" \
          width="\(Self.number(Double(column - start) * Self.width))" \
          height="\(Self.number(Self.height))" fill="\(fill)"/>
          """)
      }
      start = column
    }
    return areas
  }

  /// The lines of boxes: one path for each weight.
  private func boxes() -> [String] {
    var paths: [Int: String] = [:]
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        guard let strokes = Self.strokes(of: frame[Point(row: row, column: column)].letter) else {
          continue
        }
        let center = (x: x(column) + Self.width / 2, y: y(row) + Self.height / 2)
        for (weight, dx, dy) in strokes {
          let end = (center.x + dx * Self.width / 2, center.y + dy * Self.height / 2)
          paths[weight, default: ""] +=
            "M\(Self.number(center.x)) \(Self.number(center.y))L\(Self.number(end.0)) "
            + "\(Self.number(end.1))"
        }
      }
    }
    return paths.sorted { $0.key < $1.key }.map { weight, path in
      "<path class=\"\(weight == 1 ? "dim" : "")\" stroke-width=\"\(weight)\" d=\"\(path)\"/>"
    }
  }

  /// From the centre of a cell: weight, direction to the right, direction down; nil for a letter.
  private static func strokes(of letter: Unicode.Scalar) -> [(Int, Double, Double)]? {
    let (left, right) = ((1, -1.0, 0.0), (1, 1.0, 0.0))
    let (up, down) = ((1, 0.0, -1.0), (1, 0.0, 1.0))
    return switch letter {
    case "─": [left, right]
    case "│": [up, down]
    case "╭", "┌": [right, down]
    case "╮", "┐": [left, down]
    case "╰", "└": [right, up]
    case "╯", "┘": [left, up]
    case "├": [up, down, right]
    case "┤": [up, down, left]
    case "┬": [left, right, down]
    case "┴": [left, right, up]
    case "┼": [left, right, up, down]
    case "┃": [(2, 0, -1), (2, 0, 1)]
    case "━": [(2, -1, 0), (2, 1, 0)]
    default: nil
    }
  }

  private func x(_ column: Int) -> Double { Self.margin + Double(column) * Self.width }
  private func y(_ row: Int) -> Double { Self.margin + Double(row) * Self.height }

  /// At most two digits behind the point.
  private static func number(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  private static func hex(_ color: Color) -> String {
    switch color {
    case .red: "#f0717b"
    case .green: "#9bd88f"
    case .yellow: "#f2c572"
    case .blue: "#7fb0ff"
    case .magenta: "#cf9df0"
    case .cyan: "#6fd3dd"
    }
  }
}
