import CZlib

/// Gzip data as a server sends it.
package enum Gzip {
  package static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var packed = [UInt8](repeating: 0, count: modeldex_gzip_bound(bytes.count))
    let count = modeldex_gzip(bytes, bytes.count, &packed, packed.count, 9)
    return Array(packed.prefix(count))
  }

  /// This many spaces, compressed to about a thousandth of their size.
  package static func bomb(unpacking count: Int) -> [UInt8] {
    packed([UInt8](repeating: UInt8(ascii: " "), count: count))
  }
}
