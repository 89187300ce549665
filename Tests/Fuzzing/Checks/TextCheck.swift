import Foundation
import ModelBrowser
import ModelCatalog
import ModelText
import Support

/// Untrusted text, cleaned, measured, truncated, wrapped, drawn and encoded.
struct TextCheck {
  private let text: String
  private let limit: Int
  private let width: Int

  /// The first byte chooses the limit, the second the width, the rest is the text.
  init(_ input: [UInt8]) {
    limit = input.first.map { Int($0) * 4 + 1 } ?? 1000
    width = input.dropFirst().first.map { Int($0 % 40) } ?? 10
    text = String(decoding: input.dropFirst(2), as: UTF8.self)
  }

  func run() throws(Fault) {
    for lines in [DisplayText.Lines.one, .many] {
      let cleaned = try cleaned(lines)
      try checkCut(cleaned)
      try checkWrap(cleaned)
      try checkFrame(cleaned)
    }
    try checkJSON()
  }

  private func cleaned(_ lines: DisplayText.Lines) throws(Fault) -> String {
    let cleaned = DisplayText.clean(text, lines: lines, limit: limit)
    let hasLines = lines == .many
    if let fault = ShownText.fault(in: cleaned, withLineBreaks: hasLines) {
      throw Fault("cleaned text has \(fault): \(cleaned.debugDescription)")
    }
    try require(
      !cleaned.contains("  ") && !cleaned.contains(" \n") && !cleaned.contains("\n "),
      "cleaned text has blanks too many: \(cleaned.debugDescription)")
    try require(
      !cleaned.hasPrefix(" ") && !cleaned.hasSuffix(" ") && !cleaned.hasPrefix("\n")
        && !cleaned.hasSuffix("\n") && !cleaned.contains("\n\n\n"),
      "cleaned text has blanks around it: \(cleaned.debugDescription)")
    let again = DisplayText.clean(cleaned, lines: lines, limit: limit)
    try require(
      same(again, cleaned),
      "cleaned twice is other: \(cleaned.debugDescription), \(again.debugDescription)")
    // The fast path for ordinary characters and the general path agree.
    let slowly = DisplayText.clean("\u{200B}" + text, lines: lines, limit: limit)
    try require(
      same(slowly, cleaned),
      "cleaned after an invisible letter is other: \(cleaned.debugDescription), "
        + slowly.debugDescription)
    let letters = cleaned.unicodeScalars.filter { CellWidth.of($0) > 0 }.count
    try require(letters <= limit + 1, "\(letters) letters after a limit of \(limit)")
    return cleaned
  }

  private func checkCut(_ cleaned: String) throws(Fault) {
    let line = cleaned.replacing("\n", with: " ")
    let cut = CellWidth.truncate(line, to: width)
    try require(CellWidth.of(cut) <= width, "cut to \(width) it is \(cut.debugDescription)")
    guard CellWidth.of(line) > width else {
      return try require(same(cut, line), "cut although it fits: \(line.debugDescription)")
    }
    try require(
      width == 0 || CellWidth.of(cut) >= width - 1,
      "cut to \(width), too short: \(cut.debugDescription)")
  }

  private func checkWrap(_ cleaned: String) throws(Fault) {
    let lines = TextWrap.lines(cleaned, width: width)
    // A wide character does not fit in one column.
    for line in lines where width > 1 {
      try require(
        CellWidth.of(line) <= width, "wider than \(width): \(line.debugDescription)")
    }
    guard width > 0 else { return try require(lines.isEmpty, "lines without a width") }
    let kept = lines.joined().unicodeScalars.filter { $0 != " " }
    let whole = cleaned.unicodeScalars.filter { $0 != " " && $0 != "\n" }
    try require(
      Array(kept) == Array(whole), "broken into other letters: \(cleaned.debugDescription)")
  }

  private func checkFrame(_ cleaned: String) throws(Fault) {
    let room = max(0, width - 4)
    var frame = Frame(size: Size(columns: width, rows: 1))
    let used = frame.put(cleaned, at: Point(row: 0, column: 2), maxWidth: room)
    try require(used <= room, "\(used) columns of \(room) are used")
    var column = 0
    while column < width {
      let cell = frame[Point(row: 0, column: column)]
      let fault = ShownText.fault(in: cell.text)
      try require(fault == nil, "a cell has \(fault ?? ""): \(cleaned.debugDescription)")
      try require(
        CellWidth.of(cell.text) == Int(cell.width), "a cell has not its width at \(column)")
      try require(
        column >= 2 && column < 2 + room || cell.text == " ", "drawn outside, at \(column)")
      column += max(1, Int(cell.width))
    }
    try require(column == width, "a wide letter goes over the edge")
  }

  /// The raw text: the JSON writer does not rely on cleaning.
  ///
  /// Foundation's decoder drops a byte order mark at the start of a text.
  private func checkJSON() throws(Fault) {
    guard !text.unicodeScalars.contains("\u{FEFF}") else { return }
    let json = JSONValue.list([.text(text)]).encoded()
    let read = try? JSONSerialization.jsonObject(with: json) as? [String]
    try require(
      read.map { $0.count == 1 && same($0[0], text) } ?? false,
      "not read back from JSON: \(text.debugDescription)")
  }

  /// Scalar by scalar: equal strings may be composed differently.
  private func same(_ left: String, _ right: String) -> Bool {
    left.unicodeScalars.elementsEqual(right.unicodeScalars)
  }
}
