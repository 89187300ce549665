import Foundation

/// Folded text to find in folded text.
struct Needle: Sendable {
  let bytes: [UInt8]
  /// The offset of its byte that is rarest in the searched text, so that few positions are tried.
  private let probe: Int
  /// Up to three letters: too few to be looked for letter by letter, or across two words.
  let isShort: Bool

  /// `counts` are the byte frequencies of the text to search, or of a sample of it.
  init(_ bytes: [UInt8], counts: [Int]) {
    self.bytes = bytes
    isShort = bytes.count <= 12 && bytes.count { $0 & 0xC0 != 0x80 } <= 3
    probe = bytes.indices.min { counts[Int(bytes[$0])] < counts[Int(bytes[$1])] } ?? 0
  }

  var count: Int { bytes.count }

  /// A word of one ASCII letter or digit, which must be a whole word.
  var isSingle: Bool { bytes.count == 1 }

  /// The offset of its first occurrence in a range of the text; nil if there is none or the range
  /// is empty.
  func firstIndex(in text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Int? {
    guard let base = text.baseAddress, !bytes.isEmpty else { return nil }
    return bytes.withUnsafeBufferPointer { needle in
      guard let needleBase = needle.baseAddress else { return nil }
      let rarest = Int32(needle[probe])
      var index = part.lowerBound + probe
      let end = part.upperBound - needle.count + probe + 1
      while index < end {
        guard let found = memchr(base + index, rarest, end - index) else { return nil }
        index = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
        if memcmp(base + index - probe, needleBase, needle.count) == 0 { return index - probe }
        index += 1
      }
      return nil
    }
  }

  /// The offsets of its letters in order in a range of the text, each as early as possible; nil if
  /// they do not all occur.
  func letterIndices(in text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> [Int]? {
    guard contains(in: text, part) else { return nil }
    var indices: [Int] = []
    var index = part.lowerBound
    for byte in bytes {
      while text[index] != byte { index += 1 }
      indices.append(index)
      index += 1
    }
    return indices
  }

  private func contains(in text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Bool {
    guard let base = text.baseAddress, count <= part.count else { return false }
    var index = part.lowerBound
    for byte in bytes {
      guard index < part.upperBound,
        let found = memchr(base + index, Int32(byte), part.upperBound - index)
      else { return false }
      index = base.distance(to: found.assumingMemoryBound(to: UInt8.self)) + 1
    }
    return true
  }
}
