/// Settings of the server.
package struct ServerSettings: Sendable {
  package var host: String
  /// 0 chooses a free port.
  package var port: Int
  /// Additional `Host` names to accept, in addition to loopback names and the bound address.
  package var allowedHosts: Set<String>
  /// Seconds for which a shared cache may answer without revalidation (`max-age`).
  package var freshnessLifetime: Int
  package var limits = Limits()

  /// Limits for requests and connections.
  package struct Limits: Sendable {
    /// Bytes of a request's path and query.
    package var target = 8192
    /// Total bytes of the header fields.
    package var headers = 32 * 1024
    /// Bytes of a body; no request needs one.
    package var body = 64 * 1024
    /// Characters of a search query.
    package var query = 1024
    /// Past catalogues, and model histories, that are computed at once.
    package var concurrentHistoryQueries = 4
    package var connections = 4096
    package var eventStreams = 2048
    /// Seconds after which a connection without progress is closed.
    package var idle = 60

    package init() {}
  }

  package static let defaultPort = 3018

  package init(
    host: String = "127.0.0.1", port: Int = ServerSettings.defaultPort,
    allowedHosts: Set<String> = [], freshnessLifetime: Int = 60
  ) {
    self.host = host
    self.port = port
    self.allowedHosts = Set(allowedHosts.map { $0.lowercased() })
    self.freshnessLifetime = freshnessLifetime
  }
}
