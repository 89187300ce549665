import ModelCatalog
import Support
import Testing

@testable import ModelBrowser

@Suite struct FrameTests {
  private func frame(_ columns: Int, _ rows: Int = 1) -> Frame {
    Frame(size: Size(columns: columns, rows: rows))
  }

  @Test(
    arguments: [
      ("abc", 0, nil, "abc", 3), ("abc", 8, nil, "        ab", 3), ("abc", -1, nil, "bc", 3),
      ("abc", 0, 2, "ab", 2), ("abc", 0, 0, "", 0), ("abc", 0, -3, "", 0), ("abc", 20, nil, "", 3),
      ("漢字", 0, nil, "漢字", 4), ("漢字", 0, 3, "漢", 3), ("漢字", 7, nil, "       漢", 4),
      ("漢字", 9, nil, "", 4), ("漢字", -1, nil, " 字", 4), ("漢字", -2, nil, "字", 4),
      ("e\u{301}x", 0, nil, "e\u{301}x", 2), ("\u{301}x", 0, nil, "x", 1),
      ("a\tb\u{1B}c\nd\u{9B}e", 0, nil, "a b c d e", 9),
      ("a\u{202E}b\u{200D}c", 0, nil, "abc", 3),
      ("abc", Int.max, nil, "", 3), ("abc", Int.min, nil, "", 3),
    ] as [(String, Int, Int?, String, Int)])
  func `text is clipped by columns, and putting it returns how many it used`(
    text: String, column: Int, maxWidth: Int?, shown: String, used: Int
  ) {
    var frame = frame(10)
    #expect(frame.put(text, at: Point(row: 0, column: column), maxWidth: maxWidth) == used)
    #expect(frame.text == shown)
  }

  @Test(arguments: [-1, 1, Int.max, Int.min]) func `rows outside show nothing`(row: Int) {
    var frame = frame(4)
    #expect(frame.put("abc", at: Point(row: row, column: 0)) == 3)
    #expect(frame == Frame(size: Size(columns: 4, rows: 1)))
  }

  @Test(arguments: [(0, "x 字"), (1, " x字"), (2, "漢x"), (3, "漢 x"), (4, "漢字x")])
  func `drawing over half of a wide letter blanks the other half`(column: Int, shown: String) {
    var frame = frame(6)
    frame.put("漢字", at: Point(row: 0, column: 0))
    frame.put("x", at: Point(row: 0, column: column))
    #expect(frame.text == shown)
    #expect(frame.halfLetters.isEmpty)
  }

  @Test func `filling cuts wide letters at both ends clean`() {
    var frame = frame(8)
    frame.put("漢字漢字", at: Point(row: 0, column: 0))
    frame.fill(Rect(row: 0, column: 1, rows: 1, columns: 4), with: "-")
    #expect(frame.text == " ---- 字")
    #expect(frame.halfLetters.isEmpty)
  }

  @Test func `a rectangle half outside fills its visible part`() {
    var frame = frame(4, 3)
    frame.fill(Rect(row: -1, column: 2, rows: 3, columns: 10), with: "#", style: Style(nil, .bold))
    frame.fill(Rect(row: 2, column: 0, rows: 1, columns: 1), with: "漢")
    #expect(frame.text == "  ##\n  ##\n")
    #expect(frame[Point(row: 1, column: 3)].style == Style(nil, .bold))
    #expect(frame[Point(row: 2, column: 3)].style == .plain)
  }

  @Test func `selecting reverses without the colours inside`() {
    var frame = frame(4)
    frame.put("ab", at: Point(row: 0, column: 0), style: Style(.red, [.bold, .dim]))
    frame.select(Rect(row: 0, column: 1, rows: 1, columns: 2))
    #expect(frame[Point(row: 0, column: 0)].style == Style(.red, [.bold, .dim]))
    #expect(frame[Point(row: 0, column: 1)].style == Style(nil, [.bold, .reverse]))
    #expect(frame[Point(row: 0, column: 2)].style == Style(nil, .reverse))
    #expect(frame.text == "ab")
  }

  @Test func `a fifth mark is lost and the letter kept`() {
    var frame = frame(3)
    frame.put("a" + String(repeating: "\u{301}", count: 9) + "b", at: Point(row: 0, column: 0))
    #expect(frame[Point(row: 0, column: 0)].text.unicodeScalars.count == 5)
    #expect(frame[Point(row: 0, column: 1)].text == "b")
  }

  @Test func `a size below zero is an empty frame`() {
    var frame = frame(-3, 2)
    frame.put("a", at: Point(row: 0, column: 0))
    frame.fill(frame.bounds)
    #expect(frame.text == "\n")
    #expect(frame[Point(row: 0, column: 0)] == .blank())
  }

  @Test func `anything drawn anywhere leaves whole letters`() {
    let texts = ["漢", "ab", "字漢", "e\u{301}漢", "x"]
    var random = SeededRandom(seed: 7)
    for _ in 0..<200 {
      var frame = frame(Int.random(in: 0...9, using: &random), 2)
      for _ in 0..<12 {
        let point = Point(
          row: Int.random(in: -1...2, using: &random),
          column: Int.random(in: -3...10, using: &random))
        frame.put(
          texts[Int.random(in: 0..<texts.count, using: &random)], at: point,
          maxWidth: Int.random(in: 0...6, using: &random))
        frame.fill(Rect(row: point.row, column: point.column - 2, rows: 1, columns: 1), with: ".")
      }
      #expect(frame.halfLetters.isEmpty)
    }
  }
}
