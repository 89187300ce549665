import Foundation

/// An http or https address in its parts.
struct WebAddress: Hashable, Sendable {
  /// `http` or `https`.
  let scheme: String
  /// In lower case; an IPv6 address without its brackets.
  let host: String
  let port: Int
  /// From the first slash on, without one at the end, with the query of a redirect.
  let path: String

  init(scheme: String, host: String, port: Int, path: String) {
    self.scheme = scheme
    self.host = host
    self.port = port
    self.path = path
  }

  /// Parses a base address: without user, query and fragment; slashes at its end are ignored, and so
  /// is `/models`, which every request adds.
  init(base text: String) throws(Upstream.Invalid) {
    func invalid(_ reason: String) -> Upstream.Invalid {
      Upstream.Invalid(description: "the upstream `\(Self.shown(text))` \(reason)")
    }
    guard let parts = URLComponents(string: text) else { throw invalid("is no valid address") }
    guard parts.user == nil, parts.password == nil else {
      throw Upstream.Invalid(description: "the upstream must not contain a user or a password")
    }
    guard parts.query == nil, parts.fragment == nil else {
      throw invalid("must not contain a query or a fragment")
    }
    guard let address = WebAddress(parts) else { throw invalid("names no host") }
    var path = address.path
    while path.hasSuffix("/") { path.removeLast() }
    // The address of the list itself, as it is copied from a browser.
    if path.hasSuffix("/models") { path.removeLast("/models".count) }
    self.init(scheme: address.scheme, host: address.host, port: address.port, path: path)
  }

  /// An address, or what was meant as one, for a message: without user, password, query and
  /// fragment, each of which can hold a secret.
  static func shown(_ text: String) -> String {
    let scheme = text.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.-]*:\/\//)
    let start = scheme?.range.upperBound ?? text.startIndex
    let beginning = text[..<start]
    var rest = text[start...]
    let query = rest.firstIndex { $0 == "?" || $0 == "#" }
    if let at = rest.lastIndex(of: "@") {
      // A password can have any character, also those that begin a query.
      if let query, query < at { return beginning + "…" }
      rest = rest[rest.index(after: at)...]
      return beginning + "…@" + shown(path: rest)
    }
    return beginning + shown(path: rest)
  }

  private static func shown(path: Substring) -> String {
    guard let query = path.firstIndex(where: { $0 == "?" || $0 == "#" }) else {
      return String(path)
    }
    return path[..<query] + "\(path[query])…"
  }

  /// The target of a redirect from here; nil if it is not an http or https address.
  func redirected(to location: String) -> WebAddress? {
    guard let here = URL(string: description),
      let target = URL(string: location, relativeTo: here)?.absoluteURL,
      let parts = URLComponents(url: target, resolvingAgainstBaseURL: true)
    else { return nil }
    return WebAddress(parts)
  }

  private init?(_ parts: URLComponents) {
    guard let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
      var host = parts.host?.lowercased(), !host.isEmpty
    else { return nil }
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    let port = parts.port ?? (scheme == "https" ? 443 : 80)
    guard (1...65535).contains(port) else { return nil }
    let query = parts.percentEncodedQuery.map { "?\($0)" } ?? ""
    self.init(
      scheme: scheme, host: host, port: port, path: parts.percentEncodedPath + query)
  }

  func appending(_ suffix: String) -> WebAddress {
    WebAddress(scheme: scheme, host: host, port: port, path: path + suffix)
  }

  /// Whether both have the same scheme, host and port.
  func hasSameOrigin(as other: WebAddress) -> Bool {
    (scheme, host, port) == (other.scheme, other.host, other.port)
  }

  /// Whether it can only be a server on this machine.
  var isLoopback: Bool {
    if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  var isSecure: Bool { scheme == "https" }

  /// The host, and the port if it is not the scheme's own.
  var authority: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
  }
}

extension WebAddress: CustomStringConvertible {
  var description: String { "\(scheme)://\(authority)\(path)" }
}
