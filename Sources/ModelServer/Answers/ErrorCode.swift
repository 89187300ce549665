import HTTPTypes

/// The machine-readable `code` of a failed request.
enum ErrorCode: String, CaseIterable, Sendable {
  case badRequest = "bad_request"
  case unreadableRequest = "unreadable_request"
  case badHost = "bad_host"
  case unknownFormat = "unknown_format"
  case missingQuery = "missing_query"
  case repeatedQuery = "repeated_query"
  case queryTooLong = "query_too_long"
  case malformedQuery = "malformed_query"
  case badLimit = "bad_limit"
  case badDate = "bad_date"
  case badWorkload = "bad_workload"
  case badIDs = "bad_ids"
  case dateOutOfRange = "date_out_of_range"
  case hostNotAllowed = "host_not_allowed"
  case foreignOrigin = "foreign_origin"
  case notFound = "not_found"
  case modelNotFound = "model_not_found"
  case methodNotAllowed = "method_not_allowed"
  case contentTooLarge = "content_too_large"
  case uriTooLong = "uri_too_long"
  case headersTooLarge = "headers_too_large"
  case upstreamFailed = "upstream_failed"
  case retryLater = "retry_later"
  case offline
  case noHistory = "no_history"
  case tooManyStreams = "too_many_streams"
  case busy

  var status: HTTPResponse.Status {
    switch self {
    case .badRequest, .unreadableRequest, .badHost, .unknownFormat, .missingQuery,
      .repeatedQuery, .queryTooLong, .malformedQuery, .badLimit, .badDate,
      .badWorkload, .badIDs, .dateOutOfRange:
      .badRequest
    case .hostNotAllowed, .foreignOrigin: .forbidden
    case .notFound, .modelNotFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .contentTooLarge: .contentTooLarge
    case .uriTooLong: .uriTooLong
    case .headersTooLarge: .requestHeaderFieldsTooLarge
    case .upstreamFailed: .badGateway
    case .retryLater, .offline, .noHistory, .tooManyStreams, .busy: .serviceUnavailable
    }
  }
}
