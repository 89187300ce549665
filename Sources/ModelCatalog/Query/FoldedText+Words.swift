extension FoldedText {
  /// The offset of a needle's first occurrence in a range of names and ids.
  ///
  /// A single letter must be a whole word. Up to three letters must be within one word or begin
  /// where a word or a number does: `o1` is not in "Nova Pro 1.0", and `35` is in "Qwen3.5-27B".
  func firstIndex(of needle: Needle, in part: Range<Int>) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      guard needle.isShort else { return needle.firstIndex(in: bytes, part) }
      return firstWordIndex(of: needle, in: part, bytes)
    }
  }

  /// The offset of a needle's first occurrence in a range of prose that is within one word or
  /// begins where a word or a number does.
  ///
  /// In prose, matches across spaces are mostly accidental: `o3` in "up to 32k".
  func firstWordIndex(of needle: Needle, in part: Range<Int>) -> Int? {
    bytes.withUnsafeBufferPointer { firstWordIndex(of: needle, in: part, $0) }
  }

  private func firstWordIndex(
    of needle: Needle, in part: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var start = part.lowerBound
    while let index = needle.firstIndex(in: bytes, start..<part.upperBound) {
      let isFound =
        needle.isSingle
        ? isWord(at: index)
        : starts[index] || startsNumber(at: index)
          || !starts[index + 1..<index + needle.count].contains(true)
      if isFound { return index }
      start = index + 1
    }
    return nil
  }

  /// Whether a letter is a word of its own, or a digit the number at the end of one: `3` of `qwen3`.
  func isWord(at index: Int) -> Bool {
    let end = index + 1
    let isEnd = end == count || starts[end] || !Self.isAlphanumeric(bytes[end])
    guard isEnd, !starts[index] else { return isEnd }
    return startsNumber(at: index)
  }

  /// Whether a number begins in a word: `35` of `qwen35`.
  private func startsNumber(at index: Int) -> Bool {
    index > 0 && Self.isDigit(bytes[index]) && !Self.isDigit(bytes[index - 1])
      && Self.isAlphanumeric(bytes[index - 1])
  }

  /// Whether a text is in it at an offset.
  func has(_ text: [UInt8], at index: Int) -> Bool {
    index + text.count <= count && isEqual(index..<index + text.count, to: text)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// A letter or digit, or a part of one outside ASCII.
  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isDigit(byte) || (0x61...0x7A).contains(byte)
  }
}
