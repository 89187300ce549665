import HTTPTypes
import ModelCatalog

/// Why a request is not answered with data; each knows its response.
struct APIError: Error, Equatable {
  let code: ErrorCode
  /// One sentence for people, without a full stop.
  let message: String
  /// Members of the envelope besides.
  var members: [JSONValue.Member] = []
  var headers = HTTPFields()

  var status: HTTPResponse.Status { code.status }

  static func badRequest(_ message: String, code: ErrorCode = .badRequest) -> APIError {
    APIError(code: code, message: message)
  }

  static let noSuchPath = APIError(
    code: .notFound,
    message: "there is nothing at this path; /api/openapi.json says what there is")

  /// `nearest`: ids that may have been meant.
  static func noSuchModel(_ id: String, nearest: [String]) -> APIError {
    APIError(
      code: .modelNotFound, message: "Model not found",
      members: [.init("modelId", .text(id)), .init("nearest", JSONValue(nearest))])
  }

  static func wrongMethod(allowed: [HTTPRequest.Method]) -> APIError {
    let names = allowed.map(\.rawValue).joined(separator: ", ")
    return APIError(
      code: .methodNotAllowed, message: "this path takes \(names)", headers: [.allow: names])
  }

  static let badHost = APIError(
    code: .badHost, message: "a request says once for which host it is")

  static let targetTooLong = APIError(code: .uriTooLong, message: "the address is too long")

  /// The rest of the body is not waited for.
  static let bodyTooLarge = APIError(
    code: .contentTooLarge,
    message: "no request here needs a body, and this one is too large",
    headers: [.connection: "close"])

  static let headersTooLarge = APIError(
    code: .headersTooLarge, message: "the request's headers are too large")

  static let unreadable = APIError(
    code: .unreadableRequest, message: "this is no HTTP request")

  static let hostNotAllowed = APIError(
    code: .hostNotAllowed,
    message: "requests for this host are not answered; start with --allow-host to allow its name")

  static let foreignOrigin = APIError(
    code: .foreignOrigin, message: "a page of another origin may not do this")

  static let tooManyStreams = APIError(
    code: .tooManyStreams, message: "too many event streams are open",
    headers: [.retryAfter: "30"])

  static let busy = APIError(
    code: .busy, message: "too many questions about the past are being worked on",
    headers: [.retryAfter: "1"])

  static func upstreamFailed(_ reason: String) -> APIError {
    APIError(code: .upstreamFailed, message: reason)
  }

  static let offline = APIError(
    code: .offline, message: "the network is switched off, so nothing can be refreshed")
}
