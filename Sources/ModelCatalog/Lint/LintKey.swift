/// Recognises the keys whose values are models: `model`, `OPENAI_MODEL`, `--model`, `modelId`.
enum LintKey {
  /// Whether such a key stands before a position: on its line, or above the list that it is in.
  static func precedes(_ position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = lineStart(before: position, in: text)
    if isKey(before: text[start..<position]) { return true }
    // `models:` with a line for each, each of which begins with a hyphen.
    guard isItem(text[start..<position]) else { return false }
    for _ in 0..<limit {
      guard start > 0 else { return false }
      let end = start - 1
      start = lineStart(before: end, in: text)
      let line = text[start..<end]
      if isItem(line) { continue }
      return isModel(String(decoding: line, as: UTF8.self).lowercased()) && line.contains(colon)
    }
    return false
  }

  /// Words before a value, or lines of a list above it, that are read at most.
  private static let limit = 64

  private static let colon = UInt8(ascii: ":")

  /// The beginning of the line, or as much of it as is read.
  static func lineStart(before position: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let read = text[..<position].suffix(lineLimit)
    return read.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? read.startIndex
  }

  /// Bytes of a line that are read on each side of a word: a file may be one line of megabytes.
  static let lineLimit = 4096

  private static func isItem(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } == UInt8(ascii: "-")
  }

  /// The word before the value on the same line; in a list the one before the list.
  private static func isKey(before line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let words = String(decoding: line.suffix(1000), as: UTF8.self)
    var rest = words[...]
    for _ in 0..<limit {
      let end = rest.lastIndex(where: isWordPart)
      guard let end else { return false }
      let between = rest[rest.index(after: end)...]
      let start = rest[...end].lastIndex { !isWordPart($0) }.map(rest.index(after:))
      let word = rest[(start ?? rest.startIndex)...end]
      if isModel(word.lowercased()) || word == "-m" {
        return between.contains { "=:( ".contains($0) }
      }
      guard between.contains(",") else { return false }
      rest = rest[..<(start ?? rest.startIndex)]
    }
    return false
  }

  private static func isWordPart(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber || "-_./".contains(letter)
  }

  private static func isModel(_ word: String) -> Bool { word.contains("model") }
}
