#if canImport(Glibc)
  import Glibc
#endif

/// The name or address of a server, as in `Host` and in `--allow-host`, in one spelling.
struct HostName: Hashable, Sendable {
  /// In lower case, without a dot at the end; an IPv6 address without its brackets.
  let text: String
  let isAddress: Bool

  /// Reads a name or an address alone; an IPv6 address may have brackets.
  init?(_ text: some StringProtocol) {
    var name = text.lowercased()
    if name.hasPrefix("["), name.hasSuffix("]") {
      name = String(name.dropFirst().dropLast())
      guard Self.isIPv6(name) else { return nil }
    }
    if name.hasSuffix(".") { name.removeLast() }
    isAddress = Self.isIPv4(name) || Self.isIPv6(name)
    guard isAddress || Self.isName(name) else { return nil }
    self.text = name
  }

  /// Reads the value of a `Host`: a name or an address, then perhaps a port, and nothing else.
  init?(authority: String) {
    let end = authority.lastIndex(of: "]").map(authority.index(after:)) ?? authority.startIndex
    let colon = authority[end...].firstIndex(of: ":") ?? authority.endIndex
    let port = authority[colon...].dropFirst()
    guard colon == authority.endIndex || port.allSatisfy(\.isASCII) && UInt16(port) != nil,
      !port.hasPrefix("+")
    else { return nil }
    let host = authority[..<colon]
    // Without brackets the last part of an IPv6 address could be a port.
    guard !host.contains(":") || host.hasPrefix("[") else { return nil }
    self.init(host)
  }

  /// Labels of letters, digits, `-` and `_` between dots, the last one no number: such a name would
  /// be read as an address by some.
  private static func isName(_ text: String) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return text.utf8.count <= 253 && labels.last?.allSatisfy(\.isNumber) == false
      && labels.allSatisfy { label in
        !label.isEmpty
          && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
      }
  }

  private static func isIPv4(_ text: String) -> Bool {
    var address = in_addr()
    return inet_pton(AF_INET, text, &address) == 1
  }

  private static func isIPv6(_ text: String) -> Bool {
    var address = in6_addr()
    return inet_pton(AF_INET6, text, &address) == 1
  }
}
