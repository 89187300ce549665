import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// A list in several pages is a list; a page alone is none.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct PagingTests {
  private func fetch(
    _ server: SimulatedOpenRouter,
    limits: UpstreamClient.Limits = .init(whole: .seconds(300 * Sanitizers.patience))
  ) async throws -> ProviderListing {
    let provider = try #require(
      OpenRouterProvider(
        upstream: try Upstream(server.address), userAgent: "modeldex/test", limits: limits))
    return try await provider.models()
  }

  private static func page(_ ids: [String], next: String?, total: Int? = nil) -> Data {
    let rows = ids.map { ListingBody.Row($0).json }.joined(separator: ", ")
    let link = next.map { #""\#($0)""# } ?? "null"
    let count = total.map { #""total_count": \#($0),"# } ?? ""
    return Data(#"{ "data": [ \#(rows) ], \#(count) "links": {"next": \#(link)} }"#.utf8)
  }

  @Test func `pages are followed to the end and kept as one body`() async throws {
    try await SimulatedOpenRouter.serving(
      .body(Self.page(["a/1", "a/2"], next: "/api/v1/models?page=2", total: 4)),
      .body(Self.page([], next: nil, total: 4)),
      otherwise: .body(Self.page(["a/9"], next: nil))
    ) { server in
      await #expect(throws: ProviderError.refused(.incomplete("2 of 4 rows"))) {
        try await fetch(server)
      }
    }
    try await SimulatedOpenRouter.serving(
      .body(Self.page(["a/1", "a/2"], next: "?page=2", total: 4)),
      .body(Self.page(["a/3"], next: "/api/v1/models?page=3", total: 4)),
      .body(Self.page(["a/4"], next: nil, total: 4))
    ) { server in
      let listing = try await fetch(server)
      #expect(listing.models.map(\.id) == ["a/1", "a/2", "a/3", "a/4"])
      #expect(
        server.requests.map(\.path) == [
          "/api/v1/models?output_modalities=all", "/api/v1/models?page=2", "/api/v1/models?page=3",
        ])
      let again = try OpenRouterPayload.listing(from: listing.body)
      #expect(again.models == listing.models)
    }
  }

  @Test(arguments: [
    (Self.page(["a/1"], next: nil, total: 3), "1 of 3 rows"),
    (
      Self.page(["a/1"], next: "https://evil.example/next"),
      "1 rows, and the next page is on another server, which is not followed"
    ),
    (
      Self.page(["a/1"], next: "mailto:a@b"),
      "1 rows, and the address of the next page cannot be used"
    ),
    (Self.page([], next: "?page=2"), "0 rows, and its page 1 is empty"),
  ])
  func `a part of a list is refused with its reason`(body: Data, reason: String) async throws {
    try await SimulatedOpenRouter.serving(otherwise: .body(body)) { server in
      let error = await #expect(throws: ProviderError.self) { try await fetch(server) }
      #expect(error == .refused(.incomplete(reason)))
      #expect(error?.summary == "OpenRouter's list is incomplete (\(reason)), so it is not used")
    }
  }

  @Test func `a list that never ends is given up after a hundred pages`() async throws {
    try await SimulatedOpenRouter.serving(
      otherwise: .body(Self.page(["a/1"], next: "/api/v1/models?more"))
    ) { server in
      await #expect(
        throws: ProviderError.refused(.incomplete("100 rows, and more than 100 pages"))
      ) { try await fetch(server) }
      #expect(server.requests.count == 100)
    }
  }

  @Test func `all pages together may be as large as one`() async throws {
    let page = Self.page(ListingBody.ids(20), next: "?more")
    try await SimulatedOpenRouter.serving(otherwise: .body(page)) { server in
      await #expect(throws: ProviderError.tooLarge(limit: page.count * 3)) {
        try await fetch(server, limits: .init(body: page.count * 3))
      }
      #expect(server.requests.count == 4)
    }
  }

  @Test func `a page takes no model away`() async throws {
    let directory = try TemporaryDirectory()
    let registry = ModelRegistry(
      core: [],
      provider: ScriptedProvider([
        .success(ListingBody.of(["a/1", "a/2", "a/3"])),
        .success(Self.page(["a/1", "a/2"], next: nil, total: 3)),
        .success(Self.page(["a/1", "a/2"], next: "?page=2")),
      ]), cache: CatalogCache(directory: directory.path))
    await registry.refresh()
    for _ in 0..<2 {
      let result = await registry.refresh()
      guard case .failure(.refused(.incomplete)) = result else {
        Issue.record("\(result)")
        return
      }
      #expect(await registry.snapshot.catalog.models.map(\.id) == ["a/1", "a/2", "a/3"])
    }
  }

  // MARK: - Answers that are no list

  @Test(arguments: [
    (#"{"error":{"code":429,"message":"Slow down"}}"#, "OpenRouter answered 429: Slow down"),
    (#"{"error":{"message":"Out to lunch"}}"#, "OpenRouter answered 200: Out to lunch"),
    (#"{"error":"Maintenance"}"#, "OpenRouter answered 200: Maintenance"),
    (
      #"{"data":null,"error":{"code":"x","message":"No \u001b[2J data"}}"#,
      "OpenRouter answered 200: No [2J data"
    ),
    (#"{"error":{}}"#, "OpenRouter's answer is no model list: it has no `data` array"),
  ])
  func `an error in an answer of 200 is shown in upstream's words`(
    body: String, sentence: String
  ) async throws {
    try await SimulatedOpenRouter.serving(otherwise: .body(Data(body.utf8))) { server in
      let error = await #expect(throws: ProviderError.self) { try await fetch(server) }
      #expect(error?.summary == sentence)
    }
  }

  @Test func `a body with a byte order mark is read`() throws {
    let body = Data([0xEF, 0xBB, 0xBF]) + ListingBody.of(["a/b"])
    #expect(try OpenRouterPayload.listing(from: body).models.map(\.id) == ["a/b"])
  }
}
