/// Folded texts in contiguous UTF-8, separated by zero bytes, which no fold contains.
struct FoldedText: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Parallel to ``bytes``: whether a word begins there.
  private(set) var starts: [Bool] = []

  var count: Int { bytes.count }

  mutating func reserveCapacity(_ count: Int) {
    bytes.reserveCapacity(count)
    starts.reserveCapacity(count)
  }

  mutating func append(_ bytes: ArraySlice<UInt8>, starts: ArraySlice<Bool>) {
    self.bytes.append(contentsOf: bytes)
    self.starts.append(contentsOf: starts)
  }

  /// One letter.
  mutating func append(_ bytes: [UInt8], isStart: Bool) {
    for index in bytes.indices {
      self.bytes.append(bytes[index])
      starts.append(isStart && index == 0)
    }
  }

  /// Ends a text.
  mutating func end() {
    bytes.append(0)
    starts.append(false)
  }

  /// The offset of a needle's first occurrence in a range of the text.
  func firstIndex(of needle: Needle, in part: Range<Int>) -> Int? {
    bytes.withUnsafeBufferPointer { needle.firstIndex(in: $0, part) }
  }

  /// The offset of a needle's first occurrence in a range of the text that is within one word or
  /// begins at the start of one.
  ///
  /// In prose, matches across spaces are mostly accidental: `o3` in "up to 32k".
  func firstWordIndex(of needle: Needle, in part: Range<Int>) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var start = part.lowerBound
      while let index = needle.firstIndex(in: bytes, start..<part.upperBound) {
        if starts[index] || !starts[index + 1..<index + needle.count].contains(true) {
          return index
        }
        start = index + 1
      }
      return nil
    }
  }

  /// Whether a range of the text equals the needle.
  func isEqual(_ part: Range<Int>, to other: [UInt8]) -> Bool {
    part.count == other.count && bytes[part].elementsEqual(other)
  }
}
