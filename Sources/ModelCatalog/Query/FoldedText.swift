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

  /// Whether a range of the text equals the needle.
  func isEqual(_ part: Range<Int>, to other: [UInt8]) -> Bool {
    part.count == other.count && bytes[part].elementsEqual(other)
  }
}
