/// Collects pasted bytes up to the sequence that ends a paste.
struct PasteBuffer: Sendable {
  private static let end = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// Bytes of the end sequence that have matched.
  private var matched = 0

  /// Appends a byte; true if it completes the end sequence.
  mutating func append(_ byte: UInt8) -> Bool {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count
    }
    // The end sequence has one ESC, its first byte, so a new match can only start at this byte.
    for index in 0..<matched { keep(Self.end[index]) }
    matched = 0
    if byte == Self.end[0] {
      matched = 1
    } else {
      keep(byte)
    }
    return false
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < KeyDecoder.pasteLimit { bytes.append(byte) }
  }

  /// Returns the text as one line without control characters, and empties the buffer.
  mutating func drain() -> String {
    defer {
      bytes = []
      matched = 0
    }
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      defer { previous = scalar }
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: text.append(" ")
      case 0x00...0x1F, 0x7F...0x9F: break
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
