/// FNV-1a, 64 bits: distinguishes bodies and upstreams; not collision-resistant.
///
/// By hand, because Swift's own hashes differ in each process, and swift-crypto would compile
/// BoringSSL a second time.
package struct Digest: Hashable, Sendable {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  package init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
    }
  }

  var bits: UInt64 { value }

  /// Sixteen lower-case digits.
  package var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Digest: CustomStringConvertible {
  package var description: String { "fnv1a64:\(hexadecimal)" }
}
