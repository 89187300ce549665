import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

extension ProviderError {
  /// What an error of the HTTP client means, in a few words; `proxy` is what it connects to, if it does
  /// not connect to the upstream itself.
  init(
    connection error: any Error, limits: UpstreamClient.Limits, by proxy: ProxySettings.Proxy?
  ) {
    self.init(connection: error, limits: limits)
    guard let proxy, case .unreachable(let reason) = self else { return }
    let timeouts: [HTTPClientError] = [.connectTimeout, .getConnectionFromPoolTimeout]
    let isTimeout = (error as? HTTPClientError).map(timeouts.contains) ?? false
    guard isTimeout || error is NIOConnectionError || error is IOError else { return }
    self = .unreachable("the proxy \(ErrorBody.shown(proxy.name)) gave no connection: \(reason)")
  }

  /// What an error of the HTTP client means, in a few words.
  init(connection error: any Error, limits: UpstreamClient.Limits) {
    switch error {
    case let error as ProviderError: self = error
    // Whatever could not be opened then, a name service, a certificate or a socket, is named as if
    // something were wrong with it.
    case _ where !OpenFiles.hasRoom(for: 4): self = .unreachable("too many open files")
    case is CancellationError: self = .unreachable("cancelled")
    case let error as HTTPClientError: self = .unreachable(Self.words(for: error, limits))
    case let error as NIOConnectionError: self = .unreachable(Self.words(for: error, limits))
    case let error as IOError: self = .unreachable(Self.words(for: error))
    case HTTPParserError.invalidEOFState: self = .unreachable(Self.brokenOff)
    case is HTTPParserError: self = .unreachable("what answers there speaks no HTTP")
    case NIOHTTPDecompression.DecompressionError.limit: self = .tooLarge(limit: limits.body)
    case is NIOHTTPDecompression.DecompressionError,
      is NIOHTTPDecompression.ExtraDecompressionError:
      self = .malformed("its compressed body is damaged")
    case let error as NIOSSLExtraError where error == .failedToValidateHostname:
      self = .unreachable("its TLS certificate is for another host")
    default: self = Self.byText(String(reflecting: error))
    }
  }

  private static let brokenOff = "the connection broke off"

  /// NIOSSL reports a bad certificate only in text, and not whether it has expired.
  private static func byText(_ text: String) -> Self {
    if text.contains("CERTIFICATE_VERIFY_FAILED") || text.contains("unableToValidateCertificate") {
      return .unreachable("its TLS certificate is not trusted, or has expired")
    }
    if text.contains("SSL") || text.contains("TLS") {
      return .unreachable("no secure connection could be made")
    }
    if text.contains("ChannelError") { return .unreachable("the connection was closed") }
    return .unreachable("the connection failed")
  }

  private static func words(
    for error: HTTPClientError, _ limits: UpstreamClient.Limits
  ) -> String {
    switch error {
    case .connectTimeout, .getConnectionFromPoolTimeout:
      "no connection after \(limits.connect.inSeconds)"
    case .readTimeout, .writeTimeout, .deadlineExceeded:
      "timed out after \(limits.whole.inSeconds)"
    case .remoteConnectionClosed, .uncleanShutdown: brokenOff
    case .cancelled: "cancelled"
    case .tlsHandshakeTimeout: "no secure connection after \(limits.connect.inSeconds)"
    case .httpProxyHandshakeTimeout: "the proxy does not answer"
    case .invalidProxyResponse: "the proxy refused the connection"
    case .proxyAuthenticationRequired: "the proxy asks for a password"
    default: "the connection failed (\(words(ofCase: error.description)))"
    }
  }

  private static func words(
    for error: NIOConnectionError, _ limits: UpstreamClient.Limits
  ) -> String {
    if let failure = error.connectionErrors.first {
      switch failure.error {
      case let error as IOError: return words(for: error)
      case is ChannelError: return "no connection after \(limits.connect.inSeconds)"
      default: return "the connection failed"
      }
    }
    return "no such host: \(ErrorBody.shown(error.host))"
  }

  /// The words in the name of an error's case: `HTTPClientError.invalidURL` is "invalid url".
  private static func words(ofCase name: String) -> String {
    let last = name.split(separator: ".").last?.prefix { $0.isLetter } ?? "for an unknown reason"
    let words = last.replacing(/[A-Z]+/) { " \($0.output.lowercased())" }
    return ErrorBody.shown(String(words.drop { $0 == " " }))
  }

  private static func words(for error: IOError) -> String {
    SystemMessage.words(errno: error.errnoCode)
  }
}
