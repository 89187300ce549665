import HTTPTypes
import ModelCatalog

extension OpenAPI {
  /// All responses of an endpoint, by status.
  static func responses(of endpoint: APIEndpoint, hasBody: Bool) -> [JSONValue.Member] {
    var responses = [JSONValue.Member("200", success(endpoint, hasBody: hasBody))]
    if endpoint.isCacheable {
      responses.append(
        .init(
          "304",
          [
            "description": "Not modified since the ETag in If-None-Match",
            "headers": .object(cacheHeaders),
          ]))
    }
    let errorCodes = Dictionary(grouping: endpoint.errorCodes, by: \.status.code)
    for (status, codes) in errorCodes.sorted(by: { $0.key < $1.key }) {
      responses.append(.init("\(status)", failure(codes, hasBody: hasBody)))
    }
    return responses
  }

  private static func success(_ endpoint: APIEndpoint, hasBody: Bool) -> JSONValue {
    response(
      endpoint.summary, headers: endpoint.isCacheable ? cacheHeaders : [noStore],
      content: hasBody ? (endpoint.mediaType, endpoint.success) : nil)
  }

  private static func failure(_ codes: [ErrorCode], hasBody: Bool) -> JSONValue {
    var headers = [noStore]
    if codes.contains(.methodNotAllowed) { headers.append(header("Allow", "The allowed methods")) }
    if codes.contains(.tooManyStreams) {
      headers.append(header("Retry-After", "Seconds to wait before trying again"))
    }
    return response(
      codes.map(\.rawValue).joined(separator: ", "), headers: headers,
      content: hasBody ? ("application/json", Schema.failure(codes)) : nil)
  }

  private static func response(
    _ description: String, headers: [JSONValue.Member],
    content: (mediaType: String, schema: JSONValue)?
  ) -> JSONValue {
    let response: JSONValue = ["description": .text(description), "headers": .object(headers)]
    guard let content else { return response }
    let body = JSONValue.Member(content.mediaType, ["schema": content.schema])
    return response.adding(.init("content", .object([body])))
  }

  private static let cacheHeaders = [
    header("ETag", "Weak; equal for equal answers, in every process"),
    header("Cache-Control", "How long a cache may answer without revalidation"),
    header("Vary", "Accept-Encoding: the body may be gzip"),
  ]

  private static let noStore = header("Cache-Control", "no-store")

  private static func header(_ name: String, _ description: String) -> JSONValue.Member {
    .init(
      name, ["required": true, "description": .text(description), "schema": Schema.text])
  }
}
