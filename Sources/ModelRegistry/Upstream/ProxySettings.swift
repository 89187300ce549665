import Foundation

/// The proxy variables of an environment.
///
/// `HTTPS_PROXY` and `HTTP_PROXY` name an HTTP proxy for addresses of that scheme, `ALL_PROXY` one for
/// both, `NO_PROXY` the hosts that are reached without; the lower-case names come first. Loopback
/// never needs a proxy.
package struct ProxySettings: Hashable, Sendable {
  /// How to reach a server.
  enum Route: Hashable, Sendable {
    case direct
    case proxy(Proxy)
    /// A proxy is configured that cannot be used. The request is not sent directly instead, because
    /// that would bypass the proxy.
    case unusable(String)
  }

  struct Proxy: Hashable, Sendable {
    var host: String
    var port: Int
    var user: String?
    var password: String?

    /// For messages: without user and password.
    var name: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
  }

  private let environment: [String: String]

  /// Reads the environment; without an argument there is no proxy.
  package init(environment: [String: String] = [:]) {
    self.environment = environment.filter { name, value in
      ["https_proxy", "http_proxy", "all_proxy", "no_proxy"].contains(name.lowercased())
        && !value.isEmpty
    }
  }

  /// How to reach an address.
  func route(to address: WebAddress) -> Route {
    guard !address.isLoopback, let text = value("\(address.scheme)_proxy") ?? value("all_proxy"),
      !isExempt(address)
    else { return .direct }
    return Self.proxy(text)
  }

  private func value(_ name: String) -> String? {
    environment[name] ?? environment[name.uppercased()]
  }

  /// Whether `NO_PROXY` names the host, a domain or a network that it is in, or everything.
  private func isExempt(_ address: WebAddress) -> Bool {
    let entries = (value("no_proxy") ?? "").lowercased().split { $0 == "," || $0.isWhitespace }
    return entries.contains { entry in
      if entry.contains("/") { return AddressBlock(entry)?.contains(address.host) ?? false }
      var name = entry
      if let colon = name.lastIndex(of: ":"), let port = Int(name[name.index(after: colon)...]),
        !name[..<colon].contains(":") || name.hasPrefix("[")
      {
        guard port == address.port else { return false }
        name = name[..<colon]
      }
      if name == "*" { return true }
      if name.hasPrefix("[") { name = name.dropFirst().dropLast() }
      if name.hasPrefix("*.") { name = name.dropFirst() }
      if name.hasPrefix(".") { name = name.dropFirst() }
      return address.host == name || address.host.hasSuffix(".\(name)")
    }
  }

  private static func proxy(_ text: String) -> Route {
    let whole = text.contains("://") ? text : "http://\(text)"
    guard let parts = URLComponents(string: whole), let host = parts.host, !host.isEmpty else {
      return .unusable("the proxy setting is no valid address")
    }
    guard parts.scheme?.lowercased() == "http" else {
      return .unusable("a proxy of the kind \(parts.scheme ?? "?"):// cannot be used")
    }
    return .proxy(
      Proxy(
        host: host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host,
        port: parts.port ?? 80, user: parts.user, password: parts.password))
  }
}
