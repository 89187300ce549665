/// Which letters of a slug or name are text when they are not matched.
///
/// Digits, versions, variants, and words that say how a model was tuned are none: who types `haiku`
/// means Claude Haiku 4.5 as much as Claude 3 Haiku. A bit for each of the first 128 letters.
enum CountedLetters {
  /// Of a range of folded text; what begins at `variant` is a variant.
  static func bits(_ range: Range<Int>, of text: FoldedText, variant: Int? = nil) -> UInt128 {
    var bits: UInt128 = 0
    var start = range.lowerBound
    while start < range.upperBound, start < variant ?? .max {
      var end = start + 1
      while end < range.upperBound, !text.starts[end] { end += 1 }
      if !isWithoutText(start..<end, of: text) {
        for index in start..<end
        where index < range.lowerBound + 128 && !FoldedText.isDigit(text.bytes[index]) {
          bits |= 1 << (index - range.lowerBound)
        }
      }
      start = end
    }
    return bits
  }

  private static func isWithoutText(_ word: Range<Int>, of text: FoldedText) -> Bool {
    if text.bytes[word.lowerBound] == UInt8(ascii: "v"), word.count > 1 {
      return text.bytes[word.lowerBound + 1..<word.upperBound].allSatisfy(FoldedText.isDigit)
    }
    return words.contains { text.isEqual(word, to: $0) }
  }

  private static let words = [
    "preview", "latest", "batch", "free", "beta", "exp", "instruct", "chat", "it",
  ].map { Array($0.utf8) }
}
