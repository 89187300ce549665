import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

extension ProviderError {
  /// What an error of the HTTP client means, in a few words.
  init(connection error: any Error, limits: UpstreamClient.Limits) {
    switch error {
    case let error as ProviderError: self = error
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
    return .unreachable("the connection failed (\(ErrorBody.shown(text)))")
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
    default: ErrorBody.shown(error.description)
    }
  }

  private static func words(
    for error: NIOConnectionError, _ limits: UpstreamClient.Limits
  ) -> String {
    if let failure = error.connectionErrors.first {
      switch failure.error {
      case let error as IOError: return words(for: error)
      case is ChannelError: return "no connection after \(limits.connect.inSeconds)"
      default: return ErrorBody.shown("\(failure.error)")
      }
    }
    return "no such host: \(ErrorBody.shown(error.host))"
  }

  private static func words(for error: IOError) -> String {
    SystemMessage.words(errno: error.errnoCode)
  }
}
