import HTTPTypes

/// Rejects requests for foreign hosts, from foreign origins, and beyond size limits.
struct RequestGuard: Sendable {
  private let hosts: Set<HostName>
  /// Bound to all addresses: then any IP address is accepted as Host, but no other name.
  private let allowsIPAddresses: Bool
  private let limits: ServerSettings.Limits

  private static let loopback = ["localhost", "127.0.0.1", "::1"]

  init(_ settings: ServerSettings) {
    let names = Self.loopback + settings.allowedHosts + [settings.host]
    hosts = Set(names.compactMap { HostName($0) })
    allowsIPAddresses = ["0.0.0.0", "::"].contains(HostName(settings.host)?.text)
    limits = settings.limits
  }

  /// Returns the request's own host and port.
  @discardableResult
  func checkHost(of request: HTTPRequest) throws(APIError) -> String {
    guard let authority = request.authority, request.headerFields[.secondHost] == nil else {
      throw .badHost
    }
    guard let host = HostName(authority: authority), isOurs(host) else { throw .hostNotAllowed }
    return authority
  }

  func check(_ request: HTTPRequest) throws(APIError) {
    let authority = try checkHost(of: request)
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

  private func isOurs(_ host: HostName) -> Bool {
    hosts.contains(host) || allowsIPAddresses && host.isAddress
  }
}

extension HTTPField.Name {
  /// The first Host becomes the request's authority, so one among the fields is a second one.
  static let secondHost = HTTPField.Name("Host") ?? .origin
  static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin
}
