/// FNV-1a, 64 bits: distinguishes bodies and upstreams; not collision-resistant.
///
/// By hand, because Swift's own hashes differ in each process, and swift-crypto would compile
/// BoringSSL a second time.
package struct Digest: Hashable, Sendable {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  package init(_ bytes: some Sequence<UInt8>) {
    // The iterator of `Data` takes ten times as long as its bytes.
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { buffer in
      for byte in buffer { combine(byte) }
    }
    guard isDone == nil else { return }
    for byte in bytes { combine(byte) }
  }

  private mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
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
