import Foundation
import Support

@testable import ModelRegistry

/// Something that goes wrong upstream.
struct Fault: Sendable, CustomStringConvertible {
  /// What a provider meets instead of a working server.
  enum Cause: Sendable {
    /// Nobody listens.
    case refused
    /// No name server is asked for a name with nothing between two dots.
    case unknownHost
    /// Connections are neither made nor refused.
    case unanswered
    /// A server with a list, behind TLS.
    case certificate(TestAuthority.Certificate)
    case answer(Answer)
    /// An answer that takes longer than is allowed.
    case slow(Answer)
  }

  /// Its heading in the table.
  let description: String
  private let cause: Cause

  init(_ description: String, _ cause: Cause) {
    self.description = description
    self.cause = cause
  }

  init(_ description: String, _ answer: Answer) { self.init(description, .answer(answer)) }

  /// Calls `body` with the fault's address and a provider that asks there.
  func met(
    key: String, now: Date, by body: (OpenRouterProvider) async throws -> Void
  ) async throws {
    var limits = UpstreamClient.Limits()
    var authorities: String?

    func ask(_ address: String) async throws {
      let provider = OpenRouterProvider(
        upstream: try Upstream(address), userAgent: "modeldex/test", key: key,
        limits: limits, authorities: authorities, now: { now })
      guard let provider else { throw CancellationError() }
      try await body(provider)
    }

    switch cause {
    case .refused: try await DeadPort.holding(.refusing, body: ask)
    case .unknownHost: try await ask("http://nobody..invalid/api/v1")
    case .unanswered:
      limits.connect = .milliseconds(200)
      try await DeadPort.holding(.silent, body: ask)
    case .certificate(let certificate):
      let authority = try TestAuthority()
      authorities = authority.file
      let security = try authority.context(showing: certificate)
      let server = try await SimulatedOpenRouter(answering: Self.knownList, security: security)
      try await ask(server.address)
      await server.stop()
    case .slow(let answer):
      limits.whole = .milliseconds(300)
      try await SimulatedOpenRouter.serving(otherwise: answer) { try await ask($0.address) }
    case .answer(let answer):
      try await SimulatedOpenRouter.serving(otherwise: answer) { try await ask($0.address) }
    }
  }
}

extension Fault {
  /// The ids of every cache that can be read.
  static let known = ["a/1", "a/2", "a/3", "a/4"]
  static let knownList = Answer.listing(known)

  static let all: [Fault] = [
    Fault("connection refused", .refused),
    Fault("DNS failure", .unknownHost),
    Fault("connect timeout", .unanswered),
    Fault("TLS: self-signed certificate", .certificate(.selfSigned)),
    Fault("TLS: expired certificate", .certificate(.expired)),
    Fault("TLS: another host's certificate", .certificate(.otherHost)),
    Fault("slow first byte", .slow(Answer.raw("").ending(.silence(after: 0)))),
    // A byte a second and thirty seconds, a hundred times faster.
    Fault("one byte a second", .slow(knownList.ending(.trickle(every: .milliseconds(10))))),
    Fault("reset in the body", knownList.ending(.reset(after: 40))),
    Fault("truncated JSON", .body(ListingBody.of(known).prefix(40))),
    Fault("content length too long", knownList.ending(.truncated(after: 40))),
    Fault("content length too short", knownList.with("content-length", "40")),
    Fault("no HTTP", .raw("220 mail.example ESMTP\r\n")),
    Fault("gzip bomb", .gzip(Gzip.bomb(unpacking: limit + 1))),
    Fault("damaged gzip", Answer.listing(known).with("content-encoding", "gzip")),
    Fault("64 MiB + 1", Answer(body: [UInt8](repeating: 0x20, count: limit + 1))),
    Fault("301 to another host", .redirect(301, to: "https://elsewhere.example/models")),
    Fault("301 to plain text", .redirect(301, to: "ftp://127.0.0.1/models")),
    Fault("redirect loop", .redirect(302, to: "/api/v1/models")),
    Fault("204", Answer(status: 204)),
    Fault("304", Answer(status: 304)),
    Fault("400", .error(400, "Bad output_modalities")),
    Fault("401", .error(401, "No auth credentials found")),
    Fault("403", .error(403, "Only management keys can perform this operation")),
    Fault("404", .error(404, "Resource not found")),
    Fault("408", .error(408, "Request timed out")),
    Fault("429", .error(429, "Rate limit exceeded")),
    Fault("429, Retry-After in seconds", .error(429, "Slow down", retryAfter: "90")),
    Fault(
      "429, Retry-After as a date",
      .error(429, "Slow down", retryAfter: "Mon, 17 Aug 2026 20:58:20 GMT")),
    Fault("429, Retry-After of a week", .error(429, "Slow down", retryAfter: "604800")),
    Fault("429, Retry-After past", .error(429, "Now", retryAfter: "Mon, 17 Aug 2026 20:00:00 GMT")),
    Fault("500", .error(500, "Internal Server Error")),
    Fault("503", .error(503, "Service unavailable", retryAfter: "120")),
    Fault("503 in HTML", Answer(status: 503, body: [UInt8]("<html>Down</html>".utf8))),
    Fault("HTML", Answer(body: [UInt8]("<!DOCTYPE html><title>Log in</title>".utf8))),
    Fault("nothing in the body", Answer()),
    Fault("empty list", .listing([])),
    Fault("half of the list", .listing(["a/1", "a/2"])),
    Fault("less than half of the list", .listing(["a/1"])),
    Fault("duplicate ids", .listing(known + ["a/1"])),
    Fault("wrong types: no array", Answer(body: [UInt8](#"{"data":{"a/1":{}}}"#.utf8))),
    Fault("wrong types: every row", list { $0.with("pricing", "7") }),
    Fault("wrong types: one row", list(changing: "a/2") { $0.with("context_length", "{}") }),
    Fault("deep nesting", list(changing: "a/2") { $0.with("extra", deep) }),
    Fault("NaN", list(changing: "a/2") { $0.with("context_length", "NaN") }),
    Fault("1e999", list(changing: "a/2") { $0.with("context_length", "1e999") }),
    Fault("invalid UTF-8 in an id", spoilt("id")),
    Fault("invalid UTF-8 in a description", spoilt("description")),
    Fault(
      "half a surrogate pair", list(changing: "a/2") { $0.with("description", #""cut \ud83d""#) }),
  ]

  /// Of a body, in bytes.
  private static let limit = UpstreamClient.Limits().body
  private static let deep =
    String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)

  /// The known list with one row changed, or every row.
  private static func list(
    changing id: String? = nil, _ change: (ListingBody.Row) -> ListingBody.Row
  ) -> Answer {
    .body(
      ListingBody.of(
        known.map { id == nil || id == $0 ? change(ListingBody.Row($0)) : ListingBody.Row($0) }))
  }

  /// The known list with a byte that is no UTF-8 in one row.
  private static func spoilt(_ member: String) -> Answer {
    var answer = list(changing: "a/2") { $0.with(member, #""a/2?""#) }
    answer.body = answer.body.map { $0 == UInt8(ascii: "?") ? 0xFF : $0 }
    return answer
  }
}
