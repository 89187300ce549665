/// Folded texts one after the other in contiguous UTF-8, parted by zero bytes, which no fold has.
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

  /// Where a needle first is in a part of the text.
  func firstIndex(of needle: Needle, in part: Range<Int>) -> Int? {
    bytes.withUnsafeBufferPointer { needle.firstIndex(in: $0, part) }
  }

  /// Where a needle first is in a part of the text, in one word or from the start of one.
  ///
  /// Prose has too much that only looks alike across its blanks: `o3` in "up to 32k".
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

  /// Whether a part of the text is just that.
  func isEqual(_ part: Range<Int>, to other: [UInt8]) -> Bool {
    part.count == other.count && bytes[part].elementsEqual(other)
  }
}
