import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// Where the key goes, and where it never does.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct KeyTests {
  private let key = "sk-or-v1-0123456789abcDEF"

  private func provider(_ address: String, key: String) throws -> OpenRouterProvider {
    try #require(
      OpenRouterProvider(upstream: try Upstream(address), userAgent: "modeldex/test", key: key))
  }

  @Test(arguments: [
    "Invalid key KEY", "KEY", "KEYKEY is wrong, not KEY",
    "Invalid key sk-or-v1-\u{0}0123456789abc\u{200B}DEF",
    String(repeating: "x", count: 190) + " KEY",
  ])
  func `upstream's words are shown without the key`(words: String) async throws {
    let directory = try TemporaryDirectory()
    let message = words.replacing("KEY", with: key)
    try await SimulatedOpenRouter.serving(.error(401, message)) { server in
      let cache = CatalogCache(directory: directory.path)
      let registry = ModelRegistry(
        core: [], provider: try provider(server.address, key: key), cache: cache)
      await registry.refresh()
      let error = try #require(await registry.snapshot.failure?.error)
      #expect(error.summary.hasPrefix("OpenRouter answered 401: "))
      #expect(!error.summary.contains("sk-or"))
      #expect(!error.summary.contains("DEF"))
      #expect(cache.failure()?.summary == error.summary)
    }
  }

  @Test
  func `a placeholder replaces the key`() async throws {
    try await SimulatedOpenRouter.serving(.error(401, "Invalid key \(key).")) { server in
      await #expect(
        throws: ProviderError.rejected(
          status: 401, message: "Invalid key (your key).", retryAfter: nil)
      ) { try await provider(server.address, key: key).models() }
    }
  }

  @Test
  func `a redirect with the key in its address is shown without the key`() async throws {
    for target in ["http://\(key).example/", "http://elsewhere.example/?key=\(key)"] {
      try await SimulatedOpenRouter.serving(.redirect(to: target)) { server in
        let error = await #expect(throws: ProviderError.self) {
          try await provider(server.address, key: key).models()
        }
        #expect(error?.summary.contains("another server, is not followed") == true)
        #expect(error?.summary.contains("0123456789") == false)
      }
    }
  }

  @Test(arguments: ["\n", "\r\n", " ", "\t \n"])
  func `white space around the key is none of it`(space: String) async throws {
    try await SimulatedOpenRouter.serving(.listing(["a/b"])) { server in
      _ = try await provider(server.address, key: space + key + space).models()
      #expect(server.requests.map { $0.headers["authorization"] } == ["Bearer \(key)"])
    }
  }

  @Test(arguments: ["sk-or\r\nx-evil: 1", "sk-or\u{0}", "sk-ör", "sk or"])
  func `a key that can be none is neither sent nor shown`(key: String) async throws {
    try await SimulatedOpenRouter.serving(.listing(["a/b"])) { server in
      let reason = "the key in OPENROUTER_API_KEY has characters that no key has"
      await #expect(throws: ProviderError.unreachable(reason)) {
        try await provider(server.address, key: key).models()
      }
      #expect(server.requests.isEmpty)
    }
  }
}
