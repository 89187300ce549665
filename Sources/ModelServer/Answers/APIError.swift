import HTTPTypes
import ModelCatalog

/// A request that fails, with its status, code and message.
struct APIError: Error, Equatable {
  let code: ErrorCode
  /// One sentence for people, without a full stop.
  let message: String
  /// Further members of the envelope.
  var members: [JSONValue.Member] = []
  var headers = HTTPFields()

  var status: HTTPResponse.Status { code.status }

  /// ``headers`` and those of every failure.
  var allHeaders: HTTPFields {
    var all = headers
    all[.contentType] = "application/json"
    all[.xContentTypeOptions] = "nosniff"
    all[.cacheControl] = "no-store"
    return all
  }

  static func badRequest(_ message: String, code: ErrorCode = .badRequest) -> APIError {
    APIError(code: code, message: message)
  }

  static let noSuchPath = APIError(
    code: .notFound,
    message: "no such path; /api/openapi.json describes the API")

  /// `nearest`: ids that may have been meant.
  static func noSuchModel(_ id: String, nearest: [String]) -> APIError {
    APIError(
      code: .modelNotFound, message: "Model not found",
      members: [.init("modelId", .text(id)), .init("nearest", JSONValue(nearest))])
  }

  /// With all names that no model has.
  static func noSuchModels(_ ids: [String], nearest: [String]) -> APIError {
    let shown = ids.map { DisplayText.clean($0, limit: 64) }.joined(separator: ", ")
    return APIError(
      code: .modelNotFound, message: "Model not found: \(shown)",
      members: [
        .init("modelId", .text(ids.first ?? "")), .init("nearest", JSONValue(nearest)),
        .init("unknown", JSONValue(ids)),
      ])
  }

  static func wrongMethod(allowed: [HTTPRequest.Method]) -> APIError {
    let names = allowed.map(\.rawValue).joined(separator: ", ")
    return APIError(
      code: .methodNotAllowed, message: "this path allows \(names)", headers: [.allow: names])
  }

  static let badHost = APIError(
    code: .badHost, message: "the request must have exactly one Host")

  static let targetTooLong = APIError(code: .uriTooLong, message: "the address is too long")

  /// The rest of the body is not read.
  static let bodyTooLarge = APIError(
    code: .contentTooLarge,
    message: "the request body is too large; no request here needs one",
    headers: [.connection: "close"])

  static let headersTooLarge = APIError(
    code: .headersTooLarge, message: "the request's headers are too large")

  static let unreadable = APIError(
    code: .unreadableRequest, message: "this is not an HTTP request")

  static let hostNotAllowed = APIError(
    code: .hostNotAllowed,
    message: "this Host is not allowed; start with --allow-host to allow it")

  static let foreignOrigin = APIError(
    code: .foreignOrigin, message: "cross-origin requests may not do this")

  static let tooManyStreams = APIError(
    code: .tooManyStreams, message: "too many event streams are open",
    headers: [.retryAfter: "30"])

  static let busy = APIError(
    code: .busy, message: "too many history queries are running",
    headers: [.retryAfter: "1"])

  static func upstreamFailed(_ reason: String) -> APIError {
    APIError(code: .upstreamFailed, message: reason)
  }

  /// With the seconds to wait, as the header has them.
  static func retryLater(_ reason: String, after wait: Duration) -> APIError {
    let seconds = Int(wait.components.seconds) + (wait.components.attoseconds > 0 ? 1 : 0)
    return APIError(
      code: .retryLater, message: reason, members: [.init("retryAfter", .integer(seconds))],
      headers: [.retryAfter: String(seconds)])
  }

  static let offline = APIError(
    code: .offline, message: "the server is offline, so nothing can be refreshed")
}
