#if canImport(Glibc)
  import Glibc
#endif

/// A network in CIDR notation: `10.0.0.0/8`, `fd00::/8`.
struct AddressBlock {
  private let bytes: [UInt8]
  /// The leading bits that are those of the network.
  private let length: Int

  /// Nil for anything else.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let bytes = Self.bytes(of: String(parts[0])),
      let length = UInt8(parts[1]).map(Int.init), length <= bytes.count * 8
    else { return nil }
    self.bytes = bytes
    self.length = length
  }

  /// Whether the host is an address in it; a name is not.
  func contains(_ host: String) -> Bool {
    guard let other = Self.bytes(of: host), other.count == bytes.count else { return false }
    return (0..<length).allSatisfy { bit in
      (bytes[bit / 8] ^ other[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
    }
  }

  private static func bytes(of address: String) -> [UInt8]? {
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: count)
      if inet_pton(family, address, &bytes) == 1 { return bytes }
    }
    return nil
  }
}
