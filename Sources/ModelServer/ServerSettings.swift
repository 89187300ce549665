import ModelCatalog
import NIOCore

/// Settings of the server.
package struct ServerSettings: Sendable {
  /// The address to listen on, without brackets.
  package var host: String
  /// 0 chooses a free port.
  package var port: Int
  /// Additional `Host` names to accept, in addition to loopback names and the bound address.
  package var allowedHosts: Set<String>
  /// The pages of other origins that may read the answers.
  package var readableFrom: ReadableOrigins
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
    allowedHosts: Set<String> = [], readableFrom: ReadableOrigins = ReadableOrigins(),
    freshnessLifetime: Int = 60
  ) {
    self.host = host.hasPrefix("[") ? HostName(host)?.text ?? host : host
    self.port = port
    self.allowedHosts = allowedHosts
    self.readableFrom = readableFrom
    self.freshnessLifetime = freshnessLifetime
  }

  /// Why nothing can listen on ``host``, as a sentence without a full stop; nil if something might.
  ///
  /// May look up the name.
  package var hostFault: String? {
    guard (try? SocketAddress.makeAddressResolvingHost(host, port: 0)) == nil || host.isEmpty
    else { return nil }
    return "“\(DisplayText.clean(host, limit: 80))” is not a name or address of this machine; "
      + "write 127.0.0.1, ::1, or 0.0.0.0 for all of its addresses"
  }

  /// Why a text cannot be an allowed `Host`, as a sentence without a full stop; nil if it can.
  package static func fault(inAllowedHost text: String) -> String? {
    HostName(text) == nil
      ? "“\(DisplayText.clean(text, limit: 80))” is not a host name: write it without port and path, "
        + "like models.example.org" : nil
  }
}
