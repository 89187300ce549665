import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct RedirectTests {
  private func fetch(_ server: SimulatedOpenRouter) async throws -> ProviderListing {
    let provider = try #require(
      OpenRouterProvider(
        upstream: try Upstream(server.address), userAgent: "modeldex/test", key: "sk-secret",
        // Six requests take their time where all else is slow.
        limits: .init(whole: .seconds(30 * Sanitizers.patience))))
    return try await provider.models()
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `a redirect on the same server is followed with the key`(status: Int) async throws {
    try await SimulatedOpenRouter.serving(
      .redirect(status, to: "/elsewhere?x=1"), .redirect(status, to: "again"), .listing(["a/b"])
    ) { server in
      let listing = try await fetch(server)
      #expect(listing.models.map(\.id) == ["a/b"])
      #expect(
        server.requests.map(\.path)
          == ["/api/v1/models?output_modalities=all", "/elsewhere?x=1", "/again"])
      #expect(server.requests.allSatisfy { $0.headers["authorization"] == "Bearer sk-secret" })
    }
  }

  @Test
  func `a redirect to another server is not followed`() async throws {
    try await SimulatedOpenRouter.serving(otherwise: .listing(["evil/b"])) { other in
      let target = "http://127.0.0.1:\(other.port)/"
      try await SimulatedOpenRouter.serving(.redirect(301, to: target)) { server in
        await #expect(
          throws: ProviderError.rejected(
            status: 301,
            message:
              "a redirect to http://127.0.0.1:\(other.port), another server, is not followed",
            retryAfter: nil)
        ) { try await fetch(server) }
      }
      #expect(other.requests.isEmpty)
    }
  }

  @Test(arguments: [
    ("//evil.example/x", "a redirect to http://evil.example, another server, is not followed"),
    ("https://127.0.0.1/x", "a redirect to https://127.0.0.1, another server, is not followed"),
    ("http://localhost/", "a redirect to http://localhost, another server, is not followed"),
    ("ftp://127.0.0.1/", "a redirect to an address that cannot be used"),
    ("javascript:alert(1)", "a redirect to an address that cannot be used"),
    ("http://a b/", "a redirect to an address that cannot be used"),
  ])
  func `nor one that leaves it in another way`(location: String, message: String) async throws {
    try await SimulatedOpenRouter.serving(.redirect(307, to: location)) { server in
      await #expect(
        throws: ProviderError.rejected(status: 307, message: message, retryAfter: nil)
      ) { try await fetch(server) }
    }
  }

  @Test
  func `a redirect to nowhere is said so`() async throws {
    try await SimulatedOpenRouter.serving(Answer(status: 302)) { server in
      await #expect(
        throws: ProviderError.rejected(
          status: 302, message: "a redirect to nowhere", retryAfter: nil)
      ) { try await fetch(server) }
    }
  }

  @Test
  func `a loop ends after five redirects`() async throws {
    try await SimulatedOpenRouter.serving(otherwise: .redirect(to: "/again")) { server in
      await #expect(
        throws: ProviderError.rejected(
          status: 302, message: "more than 5 redirects", retryAfter: nil)
      ) { try await fetch(server) }
      #expect(server.requests.count == 6)
    }
  }
}
