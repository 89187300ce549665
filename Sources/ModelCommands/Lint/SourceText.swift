import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The text of a file in UTF-8, and how to write it back as it was.
struct SourceText {
  /// Whole, so that findings have their place in the file.
  var bytes: Data
  private var encoding = Encoding.bytes

  private enum Encoding {
    /// UTF-8, or anything else that has ASCII as it is.
    case bytes
    case utf16(isBigEndian: Bool)
  }

  /// Nil for what is no text.
  init?(_ data: Data) {
    switch (data.first, data.dropFirst().first) {
    case (0xFF, 0xFE): encoding = .utf16(isBigEndian: false)
    case (0xFE, 0xFF): encoding = .utf16(isBigEndian: true)
    default:
      guard !data.hasZero else { return nil }
      bytes = data
      return
    }
    bytes = Data(String(decoding: Self.units(data, of: encoding), as: UTF16.self).utf8)
    guard encoded(bytes) == data else { return nil }
  }

  /// In the encoding of the file.
  func encoded(_ text: Data) -> Data {
    guard case .utf16(let isBigEndian) = encoding else { return text }
    var data = Data(capacity: text.count * 2)
    for unit in String(decoding: text, as: UTF8.self).utf16 {
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      data += isBigEndian ? pair.reversed() : pair
    }
    return data
  }

  private static func units(_ data: Data, of encoding: Encoding) -> [UInt16] {
    guard case .utf16(let isBigEndian) = encoding else { return [] }
    let bytes = Array(data)
    return stride(from: 0, to: bytes.count - 1, by: 2).map { place in
      let (low, high) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isBigEndian ? low << 8 | high : high << 8 | low
    }
  }
}

extension Data {
  /// Whether it has a zero byte, as no text has.
  ///
  /// The iterator of `Data` takes ten times as long.
  var hasZero: Bool {
    withUnsafeBytes { bytes in
      bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    }
  }
}
