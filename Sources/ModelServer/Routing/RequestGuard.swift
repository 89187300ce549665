import HTTPTypes

/// Rejects requests for foreign hosts, from foreign origins, and beyond size limits.
struct RequestGuard: Sendable {
  /// Lower-case names, IPv6 addresses without brackets.
  private let hosts: Set<String>
  /// Bound to all addresses: then any IP address is accepted as Host, but no other name.
  private let allowsIPAddresses: Bool
  private let limits: ServerSettings.Limits

  private static let loopback: Set<String> = ["localhost", "127.0.0.1", "::1"]

  init(_ settings: ServerSettings) {
    let bound = settings.host.lowercased()
    hosts = Self.loopback.union(settings.allowedHosts).union([bound])
    allowsIPAddresses = ["0.0.0.0", "::"].contains(bound)
    limits = settings.limits
  }

  func check(_ request: HTTPRequest) throws(APIError) {
    guard let authority = request.authority, request.headerFields[.secondHost] == nil else {
      throw .badHost
    }
    guard isOurs(Self.host(of: authority)) else { throw .hostNotAllowed }
    guard (request.path ?? "").utf8.count <= limits.target else { throw .targetTooLong }
    if let length = request.headerFields[.contentLength].flatMap(Int.init) {
      guard length <= limits.body else { throw .bodyTooLarge }
    }
    // Reading is harmless, and without CORS headers a page of another origin cannot see the answer.
    guard request.method != .get, request.method != .head else { return }
    if let origin = request.headerFields[.origin] {
      let address = origin.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
      guard address.count == 3, address[2].lowercased() == authority.lowercased() else {
        throw .foreignOrigin
      }
    }
    if let site = request.headerFields[.secFetchSite], site != "same-origin", site != "none" {
      throw .foreignOrigin
    }
  }

  private func isOurs(_ host: String) -> Bool {
    hosts.contains(host) || allowsIPAddresses && Self.isAddress(host)
  }

  /// The host without port, trailing dot and brackets.
  static func host(of authority: String) -> String {
    var host = authority.lowercased()[...]
    if host.hasPrefix("[") {
      host = host.dropFirst().prefix { $0 != "]" }
    } else if let colon = host.lastIndex(of: ":") {
      host = host[..<colon]
    }
    return String(host.hasSuffix(".") ? host.dropLast() : host)
  }

  private static func isAddress(_ host: String) -> Bool {
    host.contains(":") || host.allSatisfy { $0 == "." || $0.isASCII && $0.isNumber }
  }
}

extension HTTPField.Name {
  /// The first Host becomes the request's authority, so one among the fields is a second one.
  static let secondHost = HTTPField.Name("Host") ?? .origin
  static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin
}
