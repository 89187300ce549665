/// How the API is offered.
package struct ServerSettings: Sendable {
  package var host: String
  /// 0 takes a free one.
  package var port: Int
  /// Names under which requests are answered besides loopback's and the bound address.
  package var allowedHosts: Set<String>
  /// For how many seconds a shared cache may answer without asking.
  package var freshnessLifetime: Int
  package var limits = Limits()

  /// What one client may ask of the process.
  package struct Limits: Sendable {
    /// Letters of a request's path and query.
    package var target = 8192
    /// Bytes of all header fields together.
    package var headers = 32 * 1024
    /// Bytes of a body; no request needs one.
    package var body = 64 * 1024
    /// Letters of a search query.
    package var query = 1024
    /// Past catalogues that are made at once, and as many histories.
    package var historyQuestions = 4
    package var connections = 4096
    package var eventStreams = 2048
    /// Seconds for a request to come, and for an answer to get on: then the connection is closed.
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
