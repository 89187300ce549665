import ModelText
import Testing

struct TextWrapTests {
  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("one", 0, []), ("", 5, [""]),
    ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]), ("a\n\nb", 9, ["a", "", "b"]),
    ("中文字", 4, ["中文", "字"]), ("中文字", 3, ["中", "文", "字"]),
    ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
    // One character in Unicode, four cells in a terminal.
    ("क\u{94D}क\u{94D}क\u{94D}ष", 2, ["क\u{94D}क\u{94D}", "क\u{94D}ष"]),
    ("क\u{93E}\u{93E}\u{93E}", 2, ["क\u{93E}", "\u{93E}\u{93E}"]),
  ])
  func `no line exceeds the width`(text: String, width: Int, lines: [String]) {
    #expect(TextWrap.lines(text, width: width) == lines)
  }
}
