import Foundation

/// Which body of a list a note or an observation is about: FNV-1a over words of eight bytes.
///
/// By bytes, as ``Digest`` and earlier versions do it, it took a tenth of the time of reading a list.
struct BodyDigest: Hashable, Sendable, CustomStringConvertible {
  private let value: UInt64

  init(_ body: [UInt8]) { self.init(body[...]) }

  init(_ body: ArraySlice<UInt8>) {
    let prime: UInt64 = 0x100_0000_01b3
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    body.withUnsafeBytes { bytes in
      var offset = 0
      while offset + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        value = (value ^ UInt64(littleEndian: word)) &* prime
        offset += 8
      }
      for byte in bytes[offset...] { value = (value ^ UInt64(byte)) &* prime }
    }
    self.value = value
  }

  var description: String {
    let digits = String(value, radix: 16)
    return "fnv1a64w:" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  var bits: Int { Int(truncatingIfNeeded: value) }

  /// Whether a text, perhaps of an earlier version, says the digest of this body.
  func matches(_ text: String, _ body: [UInt8]) -> Bool {
    text == description || text.hasPrefix("fnv1a64:") && text == Digest(body).description
  }
}
