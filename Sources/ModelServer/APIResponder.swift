import Foundation
import HTTPTypes
import Hummingbird
import Logging
import ModelCatalog
import ModelRegistry

/// The HTTP layer around the API: request checks, methods, ETags, compression.
struct APIResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  let api: ModelAPI
  let requestGuard: RequestGuard
  let readableFrom: ReadableOrigins
  let hub: EventHub
  /// Seconds for which a shared cache may answer without revalidation (`max-age`).
  let freshnessLifetime: Int

  func respond(to request: Request, context: Context) async throws -> Response {
    var response: Response
    do {
      response = try await answer(request)
    } catch let error as APIError {
      response = refuse(error, isHead: request.method == .head)
    }
    if request.method == .get || request.method == .head {
      readableFrom.allow(request.headers[.origin], in: &response.headers)
    }
    context.logger.debug(
      "request",
      metadata: [
        "method": "\(DisplayText.clean(request.method.rawValue, limit: 20))",
        "path": "\(DisplayText.clean(request.head.path ?? "", limit: 200))",
        "status": "\(response.status.code)",
      ])
    return response
  }

  private func answer(_ request: Request) async throws -> Response {
    if let headers = readableFrom.preflight(request.head) {
      try requestGuard.checkHost(of: request.head)
      return Response(status: .noContent, headers: headers, body: .none)
    }
    try requestGuard.check(request.head)
    guard let target = RequestTarget(request.head.path ?? "") else { throw APIError.noSuchPath }
    let route: Route
    do throws(APIError) {
      route = try Route(target)
    } catch {
      api.usage.count(nil)
      throw error
    }
    try route.check(request.method)
    api.usage.count(route.endpoint)
    let parameters = try target.parameters()
    if route.endpoint == .events { return try events(request, parameters) }
    let answer = try await offLoop(if: !route.isQuick(parameters)) { () async throws(APIError) in
      try await api.answer(route, parameters)
    }
    return await finish(answer, for: request)
  }

  private func finish(_ answer: Answer, for request: Request) async -> Response {
    var headers = HTTPFields()
    headers[.contentType] = answer.mediaType
    headers[.xContentTypeOptions] = "nosniff"
    if let tag = answer.tag {
      let entityTag = EntityTag(tag)
      headers[.eTag] = entityTag.description
      headers[.cacheControl] =
        "public, max-age=\(freshnessLifetime), stale-if-error=86400"
      headers[.vary] = "Accept-Encoding"
      if let known = request.headers[.ifNoneMatch], entityTag.isIn(list: known) {
        headers[.contentType] = nil
        return Response(status: .notModified, headers: headers, body: .none)
      }
    } else {
      headers[.cacheControl] = "no-store"
    }
    var bytes = answer.body.plain
    if AcceptEncoding.acceptsGzip(request.headers[.acceptEncoding]),
      let gzipped = await answer.body.gzipped
    {
      headers[.contentEncoding] = "gzip"
      bytes = gzipped
    }
    return Response(
      status: answer.status, headers: headers,
      body: request.method == .head
        ? .head(length: bytes.readableBytes) : ResponseBody(byteBuffer: bytes))
  }

  private func refuse(_ error: APIError, isHead: Bool) -> Response {
    let headers = error.allHeaders
    let body = Envelope.failure(error).plain
    return Response(
      status: error.status, headers: headers,
      body: isHead ? .head(length: body.readableBytes) : ResponseBody(byteBuffer: body))
  }

  // MARK: - Events

  private func events(
    _ request: Request, _ parameters: [String: [String]]
  ) throws(APIError) -> Response {
    let query = try parameters["q"].map { values throws(APIError) in
      try api.query(
        try api.queryText(values), hasWorkload: false, noEndpoints: Query.noFollowedEndpoints)
    }
    var headers = HTTPFields()
    headers[.contentType] = "text/event-stream"
    headers[.xContentTypeOptions] = "nosniff"
    headers[.cacheControl] = "no-store"
    // nginx would delay events until its buffer is full.
    headers[.xAccelBuffering] = "no"
    guard request.method != .head else {
      // A body without a length would be chunked, and its final chunk sent.
      headers[.connection] = "close"
      return Response(status: .ok, headers: headers, body: .none)
    }
    guard let wakes = hub.open() else { throw .tooManyStreams }
    let stream = EventStream(
      wakes: wakes, hub: hub, current: api.current, query: query, now: api.now)
    return Response(
      status: .ok, headers: headers,
      body: ResponseBody { writer in
        try await request.body.consumeWithCancellationOnInboundClose { _ in
          try await stream.write(to: &writer)
        }
      })
  }
}

extension ResponseBody {
  /// An empty body without a Content-Length.
  static let none = ResponseBody { writer in try await writer.finish(nil) }

  /// An empty body with the Content-Length that a GET would have.
  static func head(length: Int) -> ResponseBody {
    ResponseBody(contentLength: length) { writer in try await writer.finish(nil) }
  }
}

extension HTTPField.Name {
  static let xAccelBuffering = HTTPField.Name("X-Accel-Buffering") ?? .cacheControl
}
