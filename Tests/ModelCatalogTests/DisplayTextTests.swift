import Foundation
import ModelCatalog
import Testing

struct DisplayTextTests {
  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("  two  spaces ", "two spaces"), ("   ", ""),
    ("Café", "Café"), ("Cafe\u{301}", "Café"), ("—“typographic”…", "—“typographic”…"),
    ("中文 模型", "中文 模型"), ("Dolphin 🐬", "Dolphin 🐬"),
    // Controls and escapes: the text that follows is harmless.
    ("a\u{1B}[31mred\u{1B}[0m", "a[31mred[0m"),
    ("\u{1B}]8;;http://evil\u{1B}\\link\u{1B}]8;;\u{7}", "]8;;http://evil\\link]8;;"),
    ("\u{1B}]52;c;aGk=\u{7}", "]52;c;aGk="), ("\u{1B}Pq#0\u{1B}\\", "Pq#0\\"),
    ("a\u{9B}2Jb\u{9D}0;t\u{9C}", "a2Jb0;t"), ("nul\u{0}bell\u{7}del\u{7F}", "nulbelldel"),
    ("a\u{8}\u{8}b", "ab"),
    // Direction marks and invisible characters.
    ("abc\u{202E}cba\u{202C}", "abccba"), ("\u{2066}x\u{2069}\u{200E}\u{200F}", "x"),
    ("a\u{200B}b\u{200C}c\u{2060}d\u{FEFF}e\u{AD}f", "abcdef"), ("a\u{E0041}b", "ab"),
    ("\u{3164}a\u{115F}b\u{FFA0}", "ab"),
    // Characters that terminals measure differently.
    ("❤\u{FE0F}", "❤"), ("1\u{FE0F}\u{20E3}", "1\u{20E3}"),
    ("👩\u{200D}👩\u{200D}👧", "👩"), ("👍🏽", "👍"), ("🏽", ""), ("v\u{200D}1", "v1"), ("🇩🇪🇫🇷", "DEFR"),
    // Marks.
    ("\u{301}a", "a"),
    ("x" + String(repeating: "\u{30D}", count: 50), "x\u{30D}\u{30D}\u{30D}\u{30D}"),
    // White space.
    ("carriage\rreturn", "carriage return"),
    ("a\tb\nc\r\nd\u{2028}e\u{2029}f\u{85}g", "a b c d e f g"),
    ("a\u{A0}b\u{3000}c\u{2003}d\u{202F}e", "a b c d e"),
    // Private-use and unassigned characters.
    ("a\u{E000}b", "a\u{FFFD}b"), ("a\u{10FFFD}b", "a\u{FFFD}b"), ("\u{378}", "\u{FFFD}"),
    ("\u{FFFE}", "\u{FFFD}"),
    ("☰\u{4DC0}", "\u{FFFD}\u{FFFD}"),
    // Scripts with joined letters keep all letters.
    ("नमस्ते", "नमस्ते"), ("مرحبا", "مرحبا"),
    // Hangul: jamo combine to syllables.
    ("\u{1112}\u{1161}\u{11AB}", "한"), ("한국어", "한국어"),
  ])
  func `a hostile name becomes one harmless line`(text: String, expected: String) {
    let cleaned = DisplayText.clean(text)
    #expect(Array(cleaned.unicodeScalars) == Array(expected.unicodeScalars))
  }

  /// Twenty letters are longer than what is looked at in one step.
  @Test(arguments: 0..<20, 0...0x7F as ClosedRange<UInt8>)
  func `any byte at any index of an ASCII text is seen`(index: Int, byte: UInt8) {
    var bytes = Array("abcdefghijklmnopqrst".utf8)
    bytes[index] = byte
    let isSpace = (9...13).contains(byte) || byte == 32
    let isOuter = index == 0 || index == 19
    var expected = bytes
    if isSpace, !isOuter {
      expected[index] = 32
    } else if !(33...126).contains(byte) {
      expected.remove(at: index)
    }
    #expect(DisplayText.clean(String(decoding: bytes, as: UTF8.self)).utf8.elementsEqual(expected))
  }

  @Test(arguments: 0..<19)
  func `two spaces become one at any index`(index: Int) {
    var bytes = Array("abcdefghijklmnopqrst".utf8)
    bytes[index] = 32
    bytes[index + 1] = 32
    let isOuter = index == 0 || index == 18
    let expected = bytes[..<index] + (isOuter ? [] : [32]) + bytes[(index + 2)...]
    let cleaned = DisplayText.clean(String(decoding: bytes, as: UTF8.self), lines: .many)
    #expect(cleaned.utf8.elementsEqual(expected))
  }

  @Test func `any cleaned character is composed`() {
    for value in 0x80...0xFFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let cleaned = DisplayText.clean("a\(scalar)b")
      let isComposed = cleaned.unicodeScalars.elementsEqual(
        cleaned.precomposedStringWithCanonicalMapping.unicodeScalars)
      #expect(isComposed, "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: [
    (String(repeating: "\u{301}\u{323}", count: 40_000), 200),
    ("a" + String(repeating: "\u{327}\u{59A}\u{345}", count: 400_000), 200),
    (String(repeating: "e\u{301}\u{323}\u{301}", count: 100_000), 20_000),
    (String(repeating: "क\u{94D}\u{93E}", count: 100_000), 200),
    (String(repeating: "\u{1112}\u{1161}\u{11AB}", count: 100_000), 40),
    (String(repeating: "a\u{489}\u{363}", count: 100_000), 1000),
  ])
  func `what is composed of a text is limited by the letters that are shown`(
    text: String, limit: Int
  ) {
    let beginning = DisplayText.beginning(of: text, letters: limit).unicodeScalars
    var (marks, most) = (0, 0)
    for scalar in beginning {
      marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
      most = max(most, marks)
    }
    #expect(most <= 16)
    let letters = DisplayText.clean(text, limit: limit).unicodeScalars.count {
      $0.properties.canonicalCombiningClass == .notReordered
    }
    #expect(letters <= 2 * limit + 1)
  }

  @Test func `no more of a text is looked at than its limit can need`() {
    let marks = String(repeating: "\u{301}\u{323}", count: 1_000_000)
    let few = String(repeating: "\u{301}\u{323}", count: 8)
    #expect(
      DisplayText.clean("a" + marks + "b", limit: 200)
        == DisplayText.clean("a" + few, limit: 200))
    let hidden = String(repeating: "\u{200B}", count: 1_000_000)
    #expect(DisplayText.clean("a" + hidden + "b", limit: 200) == "a")
  }

  @Test(arguments: [
    ("a" + String(repeating: "\u{200B}", count: 5000) + "b", "ab"),
    (String(repeating: "\u{1B}", count: 5000) + "b", "b"),
    ("x" + String(repeating: "\u{FE0F}", count: 5000) + "\u{301}y", "x\u{301}y"),
  ])
  func `characters that are not shown do not use up the limit`(text: String, shown: String) {
    #expect(DisplayText.clean(text, limit: 10) == shown)
  }

  @Test(arguments: [
    ("a\n\n\n\nb", "a\n\nb"), ("\n\n a \n", "a"), ("one\r\ntwo", "one\ntwo"),
    ("a \t b\n  c", "a b\nc"),
    ("p\u{2029}q", "p\nq"), ("\u{1B}[2J\n\u{202E}", "[2J"), ("\n", ""),
  ])
  func `a description keeps its lines and single blank lines`(text: String, expected: String) {
    #expect(DisplayText.clean(text, lines: .many) == expected)
  }

  @Test func `a text of 10,000 characters is truncated with a mark`() {
    let long = String(repeating: "x", count: 10_000)
    #expect(DisplayText.clean(long) == String(repeating: "x", count: 1000) + "…")
    #expect(DisplayText.clean(long, limit: 10_000) == long)
    #expect(DisplayText.clean("abcdef", limit: 3) == "abc…")
    #expect(DisplayText.clean("abc", limit: 3) == "abc")
    let zalgo = String(repeating: "e" + String(repeating: "\u{30D}", count: 9), count: 10_000)
    #expect(DisplayText.clean(zalgo).unicodeScalars.count == 1000 * 5 + 1)
  }

  @Test func `text with nothing visible becomes nil`() {
    #expect(DisplayText.nonEmpty(nil) == nil)
    #expect(DisplayText.nonEmpty("") == nil)
    #expect(DisplayText.nonEmpty(" \u{200B}\u{202E}\n") == nil)
    #expect(DisplayText.nonEmpty(" a ") == "a")
  }

  /// Characters that interact, so that random texts hit unusual cases.
  private static let alphabet: [Unicode.Scalar] = {
    let special: [ClosedRange<UInt32>] = [
      0x00...0x7F, 0x80...0xA0, 0x300...0x310, 0x900...0x970, 0x600...0x620, 0x1100...0x1200,
      0x20D0...0x2130, 0xAC00...0xAC20, 0x200B...0x2010, 0x2028...0x202F, 0x1F1E6...0x1F200,
      0x1F3FB...0x1F400, 0x1F466...0x1F470, 0xFE00...0xFE10, 0xE000...0xE004, 0x0D4E...0x0D50,
      0x2764...0x2765,
    ]
    return special.flatMap { $0 }.compactMap(Unicode.Scalar.init)
  }()

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `any cleaned text is harmless, and cleaning it again changes nothing`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for round in 0..<4000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let any = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
        let special = Self.alphabet.randomElement(using: &random)
        if let scalar = round.isMultiple(of: 2) ? special : any { scalars.append(scalar) }
      }
      let text = String(scalars)
      for lines in [DisplayText.Lines.one, .many] {
        let once = DisplayText.clean(text, lines: lines, limit: 8)
        let twice = DisplayText.clean(once, lines: lines, limit: 8)
        let shown = text.unicodeScalars.map { String($0.value, radix: 16) }
        #expect(Array(once.unicodeScalars) == Array(twice.unicodeScalars), "\(shown)")
        #expect(Self.isHarmless(once, allowsLines: lines == .many), "\(shown)")
      }
    }
  }

  private static func isHarmless(_ text: String, allowsLines: Bool) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      if scalar == "\n" { return allowsLines }
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .unassigned, .privateUse, .lineSeparator,
        .paragraphSeparator:
        return false
      case .spaceSeparator: return scalar == " "
      default: return true
      }
    }
  }
}
