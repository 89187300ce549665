import Foundation
import Support
import Testing

@testable import ModelRegistry

/// Requests for other paths than the list's, which ``OpenRouterProviderTests`` cover.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct UpstreamClientTests {
  private func client(
    _ server: SimulatedOpenRouter, limits: UpstreamClient.Limits = .init()
  ) throws -> UpstreamClient {
    try #require(
      UpstreamClient(
        upstream: try Upstream(server.address), userAgent: "modeldex/test", key: "sk-secret",
        limits: limits))
  }

  @Test
  func `a path is below the base address, and sent with the key`() async throws {
    try await SimulatedOpenRouter.serving(.body(Data("{}".utf8))) { server in
      let body = try await client(server).get("/models/a/b/endpoints")
      #expect(body == Data("{}".utf8))
      let request = try #require(server.requests.first)
      #expect(request.path == "/api/v1/models/a/b/endpoints")
      #expect(request.headers["authorization"] == "Bearer sk-secret")
    }
  }

  @Test(arguments: [(5, 100, 5), (100, 5, 5)])
  func `the smaller of both limits holds`(own: Int, whole: Int, limit: Int) async throws {
    try await SimulatedOpenRouter.serving(.body(Data("123456".utf8))) { server in
      let client = try client(server, limits: .init(body: whole))
      await #expect(throws: ProviderError.tooLarge(limit: limit)) {
        try await client.get("/models/a/b/endpoints", limit: own)
      }
    }
  }

  @Test
  func `a client is used again after an error`() async throws {
    try await SimulatedOpenRouter.serving(
      .error(404, "no such model"), .body(Data("{}".utf8))
    ) { server in
      let client = try client(server)
      await #expect(
        throws: ProviderError.rejected(status: 404, message: "no such model", retryAfter: nil)
      ) {
        try await client.get("/models/a/b/endpoints")
      }
      _ = try await client.get("/models/a/c/endpoints")
    }
  }

  @Test
  func `a file has no client`() throws {
    #expect(UpstreamClient(upstream: try Upstream("/tmp/list.json"), userAgent: "test") == nil)
  }
}
