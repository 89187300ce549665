import HTTPTypes
import ModelCatalog

/// Why a request is not answered with data; each knows its response.
struct APIError: Error, Equatable {
  let status: HTTPResponse.Status
  /// For programs: lower-case words with underscores.
  let code: String
  /// One sentence for people, without a full stop.
  let message: String
  /// Members of the envelope besides.
  var members: [JSONValue.Member] = []
  var headers = HTTPFields()

  static func badRequest(_ message: String, code: String = "bad_request") -> APIError {
    APIError(status: .badRequest, code: code, message: message)
  }

  static let noSuchPath = APIError(
    status: .notFound, code: "not_found",
    message: "there is nothing at this path; /api/openapi.json says what there is")

  /// `nearest`: ids that may have been meant.
  static func noSuchModel(_ id: String, nearest: [String]) -> APIError {
    APIError(
      status: .notFound, code: "model_not_found", message: "Model not found",
      members: [.init("modelId", .text(id)), .init("nearest", JSONValue(nearest))])
  }

  static func wrongMethod(allowed: [HTTPRequest.Method]) -> APIError {
    let names = allowed.map(\.rawValue).joined(separator: ", ")
    return APIError(
      status: .methodNotAllowed, code: "method_not_allowed",
      message: "this path takes \(names)", headers: [.allow: names])
  }

  static let targetTooLong = APIError(
    status: .uriTooLong, code: "uri_too_long", message: "the address is too long")

  static let bodyTooLarge = APIError(
    status: .contentTooLarge, code: "content_too_large",
    message: "no request here needs a body, and this one is too large")

  static let hostNotAllowed = APIError(
    status: .forbidden, code: "host_not_allowed",
    message: "requests for this host are not answered; start with --allow-host to allow its name")

  static let foreignOrigin = APIError(
    status: .forbidden, code: "foreign_origin",
    message: "a page of another origin may not do this")

  static let tooManyStreams = APIError(
    status: .serviceUnavailable, code: "too_many_streams",
    message: "too many event streams are open", headers: [.retryAfter: "30"])

  static func upstreamFailed(_ reason: String) -> APIError {
    APIError(status: .badGateway, code: "upstream_failed", message: reason)
  }

  static let offline = APIError(
    status: .serviceUnavailable, code: "offline",
    message: "the network is switched off, so nothing can be refreshed")
}
