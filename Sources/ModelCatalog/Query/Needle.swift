import Foundation

/// Folded text to look for in folded text.
struct Needle: Sendable {
  let bytes: [UInt8]
  /// Where in it the byte is that is rarest in what is searched, so that few places are tried.
  private let probe: Int

  /// `counts` says how often each byte is in what will be searched, or in a sample of it.
  init(_ bytes: [UInt8], counts: [Int]) {
    self.bytes = bytes
    probe = bytes.indices.min { counts[Int(bytes[$0])] < counts[Int(bytes[$1])] } ?? 0
  }

  var count: Int { bytes.count }

  /// Where it first begins in a part of the text; nil too if it is empty.
  func firstPlace(in text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Int? {
    guard let base = text.baseAddress, !bytes.isEmpty else { return nil }
    return bytes.withUnsafeBufferPointer { needle in
      guard let needleBase = needle.baseAddress else { return nil }
      let rarest = Int32(needle[probe])
      var place = part.lowerBound + probe
      let end = part.upperBound - needle.count + probe + 1
      while place < end {
        guard let found = memchr(base + place, rarest, end - place) else { return nil }
        place = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
        if memcmp(base + place - probe, needleBase, needle.count) == 0 { return place - probe }
        place += 1
      }
      return nil
    }
  }

  /// Where its letters are in order in a part of the text, each as early as can be; nil if they
  /// are not.
  func letterPlaces(in text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> [Int]? {
    guard contains(in: text, part) else { return nil }
    var places: [Int] = []
    var place = part.lowerBound
    for byte in bytes {
      while text[place] != byte { place += 1 }
      places.append(place)
      place += 1
    }
    return places
  }

  private func contains(in text: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Bool {
    guard let base = text.baseAddress, count <= part.count else { return false }
    var place = part.lowerBound
    for byte in bytes {
      guard place < part.upperBound,
        let found = memchr(base + place, Int32(byte), part.upperBound - place)
      else { return false }
      place = base.distance(to: found.assumingMemoryBound(to: UInt8.self)) + 1
    }
    return true
  }
}
