import HTTPTypes
import HummingbirdTesting
import Testing

@testable import ModelServer

struct ReadableOriginsTests {
  private func served(_ origins: [String]) async throws -> ServedModels {
    try await ServedModels(
      settings: ServerSettings(readableFrom: try ReadableOrigins(origins)))
  }

  private func headers(
    of path: String, from origin: String?, _ origins: [String]
  ) async throws -> HTTPFields {
    let fields: HTTPFields = origin.map { [.origin: $0] } ?? [:]
    return try await served(origins).ask(path, headers: fields).headers
  }

  @Test(arguments: ["/api/models", "/api/models/status", "/api/models/none", "/api/nothing"])
  func `the page of a named origin may read every answer, and no other page may`(
    path: String
  ) async throws {
    let named = ["https://app.example.org", "http://localhost:5173"]
    for origin in named {
      let headers = try await headers(of: path, from: origin, named)
      #expect(headers[.accessControlAllowOrigin] == origin)
      #expect(headers[.vary]?.contains("Origin") == true)
    }
    for origin in ["https://evil.example", "null", "http://app.example.org", nil] {
      let headers = try await headers(of: path, from: origin, named)
      #expect(headers[.accessControlAllowOrigin] == nil)
      #expect(headers[.vary]?.contains("Origin") == true)
    }
  }

  @Test func `any page may read with a star, and none by default`() async throws {
    let open = try await headers(of: "/api/models", from: "https://any.example", ["*"])
    #expect(open[.accessControlAllowOrigin] == "*")
    #expect(open[.vary] == "Accept-Encoding")
    let closed = try await headers(of: "/api/models", from: "https://any.example", [])
    #expect(closed[.accessControlAllowOrigin] == nil)
    #expect(closed[.vary] == "Accept-Encoding")
  }

  @Test func `no origin may write, and a browser that asks first may read`() async throws {
    let served = try await served(["*"])
    let written = try await served.ask(
      "/api/models/refresh", .post, headers: [.origin: "https://any.example"])
    #expect(written.status == .forbidden)
    #expect(written.headers[.accessControlAllowOrigin] == nil)
    let asked = try await served.ask(
      "/api/models", .options,
      headers: [.origin: "https://any.example", .accessControlRequestMethod: "GET"])
    #expect(asked.status == .noContent)
    #expect(asked.headers[.accessControlAllowMethods] == "GET, HEAD")
    let post = try await served.ask(
      "/api/models/refresh", .options,
      headers: [.origin: "https://any.example", .accessControlRequestMethod: "POST"])
    #expect(post.status == .forbidden)
  }

  @Test(arguments: [
    "app.example.org", "https://app.example.org/", "", "https://", "ftp://x", "null",
  ])
  func `what is no origin is refused in a sentence`(text: String) {
    #expect(throws: ReadableOrigins.Invalid.self) { try ReadableOrigins([text]) }
  }
}
