/// An id as a person typed or pasted it.
enum TypedID {
  /// The text without the blanks, quotes, brackets and commas around it, which no id has there.
  static func bare(_ text: String) -> String {
    func isPart(_ letter: Character) -> Bool {
      !letter.isWhitespace && !"\"'`“”‘’«»()[]{}<>,;".contains(letter)
    }
    guard let first = text.firstIndex(where: isPart), let last = text.lastIndex(where: isPart)
    else { return text }
    return String(text[first...last])
  }
}
