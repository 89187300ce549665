/// The backslash sequences of JSON strings.
enum JSONEscapes {
  /// The text that the bytes between two quotes stand for; nil for an unknown sequence.
  ///
  /// An unpaired surrogate and invalid UTF-8 give nil too, or U+FFFD when `repairing`.
  static func resolve(_ bytes: ArraySlice<UInt8>, repairing: Bool) -> String? {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var rest = bytes
    while let backslash = rest.firstIndex(of: UInt8(ascii: "\\")) {
      output.append(contentsOf: rest[..<backslash])
      rest = rest[(backslash + 1)...]
      guard let letter = rest.popFirst() else { return nil }
      if letter == UInt8(ascii: "u") {
        guard let unit = unit(from: &rest) else { return nil }
        let whole = scalar(beginningWith: unit, from: &rest)
        guard let scalar = whole ?? (repairing ? "\u{FFFD}" : nil) else { return nil }
        output.append(contentsOf: Unicode.UTF8.encode(scalar) ?? .init())
      } else {
        guard let byte = simple[letter] else { return nil }
        output.append(byte)
      }
    }
    output.append(contentsOf: rest)
    return repairing
      ? String(decoding: output, as: UTF8.self) : String(validating: output, as: UTF8.self)
  }

  private static let simple: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
  ]

  /// Combined with the second half of a surrogate pair, if needed; nil for an unpaired half.
  private static func scalar(
    beginningWith high: UInt16, from rest: inout ArraySlice<UInt8>
  ) -> Unicode.Scalar? {
    guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) }
    var ahead = rest
    guard ahead.popFirst() == UInt8(ascii: "\\"), ahead.popFirst() == UInt8(ascii: "u"),
      let low = unit(from: &ahead), UTF16.isTrailSurrogate(low)
    else { return nil }
    rest = ahead
    return Unicode.Scalar(0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(low & 0x3FF)))
  }

  private static func unit(from rest: inout ArraySlice<UInt8>) -> UInt16? {
    guard rest.count >= 4 else { return nil }
    var value: UInt16 = 0
    for byte in rest.prefix(4) {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt16(digit)
    }
    rest = rest.dropFirst(4)
    return value
  }
}
