import Glibc
import ModelCatalog
import Testing

struct CellWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("…", 1), ("中文", 4), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("ｱ", 1), ("Ａ", 2), ("🐬", 2), ("❤", 1), ("─", 1), ("→", 1),
    ("\u{FFFD}", 1), ("x\u{20E3}", 1), ("🀄", 2), ("𠀀", 2), ("⌚", 2), ("☃", 1),
  ])
  func `the width of a text is the sum of its characters' widths`(text: String, width: Int) {
    #expect(CellWidth.of(text) == width)
    #expect(CellWidth.of(text.dropFirst(0)) == width)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
    ("abcdef", -3, ""), ("", 0, ""), ("中文字", 6, "中文字"), ("中文字", 5, "中文…"),
    ("中文字", 4, "中…"), ("中文字", 2, "…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func `a truncated text is marked and fits`(text: String, width: Int, expected: String) {
    #expect(CellWidth.truncate(text, to: width) == expected)
  }

  @Test func `a mark that does not fit is left out`() {
    #expect(CellWidth.truncate("abcdef", to: 2, ellipsis: "...") == "ab")
    #expect(CellWidth.truncate("abcdef", to: 4, ellipsis: "...") == "a...")
    #expect(CellWidth.truncate("中文", to: 1, ellipsis: "") == "")
  }

  @Test func `a truncated text is a prefix and never exceeds its width`() {
    let letters = ["a", " ", "é", "中", "한", "🐬", "e\u{301}", "…", "\u{1F600}", "Ａ"]
    var random = SplitMix(seed: 7)
    for _ in 0..<2000 {
      let parts = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
        letters.randomElement(using: &random)
      }
      let text = parts.joined()
      for width in 0...14 {
        let cut = CellWidth.truncate(text, to: width)
        #expect(CellWidth.of(cut) <= width)
        guard cut != text else { continue }
        #expect(CellWidth.of(text) > width)
        #expect(cut.isEmpty || cut.hasSuffix("…"))
        #expect(text.hasPrefix(cut.dropLast()))
        // Only a wide character leaves a column unused.
        #expect(width == 0 || CellWidth.of(cut) >= width - 1)
      }
    }
  }
}

/// ncurses measures with glibc's table, so ours must agree with it.
struct CellWidthAgainstGlibcTests {
  @Test func `every character that is not removed has glibc's width`() throws {
    typealias Measure = @convention(c) (wchar_t) -> Int32
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: Measure.self)
    // For this thread only: other tests use the locale of the process.
    let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    try #require(wcwidth(0x4E2D) == 2, "the locale C.UTF-8 is not there")
    var compared = 0
    var differing: [String] = []
    // Planes above the third are private, unassigned or tags.
    for value in UInt32(0x20)...0x3FFFF {
      guard let scalar = Unicode.Scalar(value), Self.isLetThrough(scalar) else { continue }
      compared += 1
      let (ours, theirs) = (CellWidth.of(scalar), Int(wcwidth(wchar_t(value))))
      if ours != theirs {
        differing.append("\(String(value, radix: 16)): \(ours), glibc \(theirs)")
      }
    }
    #expect(compared > 100_000)
    #expect(differing.isEmpty, "\(differing.count): \(differing.prefix(400))")
  }

  /// The scalar as a character, or as a mark after a letter that composes with nothing.
  private static func isLetThrough(_ scalar: Unicode.Scalar) -> Bool {
    DisplayText.clean("☃\(scalar)").unicodeScalars.last == scalar
  }
}
