import HTTPTypes
import ModelCatalog

extension OpenAPI {
  /// By status, all that an endpoint may answer with.
  static func responses(of endpoint: Endpoint, hasBody: Bool) -> [JSONValue.Member] {
    var responses = [JSONValue.Member("200", success(endpoint, hasBody: hasBody))]
    if endpoint.isCacheable {
      responses.append(
        .init(
          "304",
          [
            "description": "As it was when the ETag in If-None-Match was given out",
            "headers": .object(cacheHeaders),
          ]))
    }
    let refusals = Dictionary(grouping: endpoint.refusals, by: \.status.code)
    for (status, codes) in refusals.sorted(by: { $0.key < $1.key }) {
      responses.append(.init("\(status)", failure(codes, hasBody: hasBody)))
    }
    return responses
  }

  private static func success(_ endpoint: Endpoint, hasBody: Bool) -> JSONValue {
    response(
      endpoint.summary, headers: endpoint.isCacheable ? cacheHeaders : [noStore],
      content: hasBody ? (endpoint.mediaType, endpoint.success) : nil)
  }

  private static func failure(_ codes: [ErrorCode], hasBody: Bool) -> JSONValue {
    var headers = [noStore]
    if codes.contains(.methodNotAllowed) { headers.append(header("Allow", "What it takes")) }
    if codes.contains(.tooManyStreams) {
      headers.append(header("Retry-After", "Seconds after which to try again"))
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
    header("Cache-Control", "For how long a cache may answer without asking"),
    header("Vary", "Accept-Encoding: gzip is sent to those who take it"),
  ]

  private static let noStore = header("Cache-Control", "no-store")

  private static func header(_ name: String, _ description: String) -> JSONValue.Member {
    .init(
      name, ["required": true, "description": .text(description), "schema": Schema.text])
  }
}
