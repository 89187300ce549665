import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// The cache may be read from the moment at which the registry is made, or only when it is needed.
struct EarlyReadingTests {
  private let directory: TemporaryDirectory
  private let settings: RegistrySettings

  init() throws {
    directory = try TemporaryDirectory()
    settings = RegistrySettings(
      cacheDirectory: directory.path, isOffline: true, userAgent: "tests")
  }

  private func snapshot(readsAtOnce: Bool) async throws -> Snapshot {
    let registry = ModelRegistry(
      core: CoreModels.models, settings: settings, readsAtOnce: readsAtOnce)
    await registry.load()
    return await registry.snapshot
  }

  private func expectSame() async throws -> Snapshot {
    let (early, late) = (
      try await snapshot(readsAtOnce: true), try await snapshot(readsAtOnce: false)
    )
    #expect(early.catalog == late.catalog)
    #expect(early.freshness == late.freshness)
    #expect(early.lastChanged == late.lastChanged)
    #expect(early.cacheNotice == late.cacheNotice)
    return early
  }

  @Test(.enabled(if: !Captures.listings.isEmpty, "../shared/captures is not present"))
  func `every capture gives the same snapshot`() async throws {
    for name in Captures.listings {
      let listing = try OpenRouterPayload.listing(from: Captures.body(name))
      try #require(settings.cache).save(
        listing, fetched: Date(timeIntervalSince1970: 1_787_000_000), lastChanged: nil)
      #expect(try await expectSame().openRouterCount == listing.models.count, "\(name)")
    }
  }

  @Test(arguments: ["", "{", #"{"data":[]}"#, "null", #"{"data":[{"id":"a/b"}]}"#])
  func `a broken cache has the same effect`(body: String) async throws {
    try Data(body.utf8).write(to: directory.url("openrouter_models.json"))
    _ = try await expectSame()
  }

  @Test func `no cache is no models`() async throws {
    #expect(try await expectSame().openRouterCount == 0)
  }
}
