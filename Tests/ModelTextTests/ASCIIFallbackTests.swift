import ModelCatalog
import Testing

@testable import ModelText

struct ASCIIFallbackTests {
  @Test(
    arguments: [
      ("…", "."), ("─", "-"), ("│", "|"), ("┌", "+"), ("╯", "+"), ("┼", "+"), ("═", "-"),
      ("║", "|"), ("▏", "|"), ("▁", "#"), ("▌", "|"), ("●", "*"), ("→", ">"), ("▸", ">"),
      ("◆", "#"), ("◉", "@"), ("◦", "o"), ("⠶", "*"),
      ("é", "e"),
      ("Å", "A"), ("漢", "??"), ("😀", "??"), ("Ж", "?"), ("⠋", "*"), ("A", "A"), (" ", " "),
    ] as [(Unicode.Scalar, String)])
  func `a letter has a replacement`(letter: Unicode.Scalar, text: String) {
    #expect(ASCIIFallback.text(for: letter) == text)
  }

  @Test func `a text keeps its width`() {
    #expect(ASCIIFallback.text(for: "– é·漢 …") == "- e.?? .")
  }

  @Test func `every replacement is printable and as wide as its letter`() {
    var wrong: [String] = []
    for value in UInt32(0x20)...0x2_FFFF {
      guard let letter = Unicode.Scalar(value), CellWidth.of(letter) > 0,
        letter.properties.generalCategory != .control
      else { continue }
      let text = ASCIIFallback.text(for: letter)
      let isPrintable = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
      if !isPrintable || text.utf8.count != CellWidth.of(letter) {
        wrong.append("U+\(String(value, radix: 16)) became \(text)")
      }
    }
    #expect(wrong.isEmpty)
  }
}
