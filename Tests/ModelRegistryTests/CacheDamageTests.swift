import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// Files beside the cached list that anybody may have planted or damaged.
struct CacheDamageTests {
  private static let now = Date(timeIntervalSince1970: 1_790_000_000)

  /// Reads the cache as every command does: a registry that never fetches.
  private func read(_ files: [String: Data]) async throws -> Snapshot {
    let directory = try TemporaryDirectory()
    for (name, data) in files { try data.write(to: directory.url(name)) }
    let cache = CatalogCache(directory: directory.path, now: { Self.now })
    let registry = ModelRegistry(
      core: [], provider: nil, cache: cache,
      history: CatalogHistory(directory: directory.path, now: { Self.now }), now: { Self.now })
    await registry.loadHistory()
    let snapshot = await registry.snapshot
    let noted = cache.failure()
    _ = noted?.demandedPause(after: Self.now)
    // The status counts with all dates.
    _ = snapshot.statusJSON(interval: .seconds(3600), noted: noted, now: Self.now).encoded()
    _ = snapshot.isDue(interval: .seconds(3600), now: Self.now)
    return snapshot
  }

  /// The files that a refresh and a failure leave.
  private func written() async throws -> [String: Data] {
    let directory = try TemporaryDirectory()
    let cache = CatalogCache(directory: directory.path, now: { Self.now })
    let body = ListingBody.of(["a/one", "b/two"])
    let listing = try OpenRouterPayload.listing(from: body)
    try cache.save(listing, fetched: Self.now - 60, lastChanged: Self.now - 600)
    cache.note(
      FailureNote(
        summary: "it failed", date: Self.now - 10, nextRefresh: Self.now + 60,
        notBefore: Self.now + 50))
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
      files[name] = try Data(contentsOf: directory.url(name))
    }
    return files
  }

  @Test func `random bits turned in any file end in models or none`() async throws {
    let files = try await written()
    #expect(
      files.keys.sorted() == [
        "openrouter_failure.json", "openrouter_meta.json", "openrouter_models.image",
        "openrouter_models.json",
      ])
    #expect(try await read(files).catalog.models.count == 2)
    var random = SeededRandom(seed: 4)
    for _ in 0..<100 {
      var damaged = files
      for name in files.keys.sorted() {
        guard var bytes = damaged[name], Bool.random(using: &random) else { continue }
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let position = Int.random(in: 0..<bytes.count, using: &random)
          bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
        damaged[name] = bytes
      }
      #expect(try await read(damaged).catalog.models.count <= 2)
    }
  }

  @Test(arguments: [
    "0000-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "292277026596-12-04T15:30:07.000Z",
    "-5000-01-01T00:00:00.000Z", "99999999999999999999-01-01T00:00:00.000Z", "",
    String(repeating: "9", count: 60_000),
  ])
  func `a planted date is none, or a date that can be counted with`(text: String) async throws {
    var files = try await written()
    files["openrouter_meta.json"] = Data(
      #"{"fetchedAt":"\#(text)","lastChangedAt":"\#(text)","digest":"x","modelCount":-7}"#.utf8)
    files["openrouter_failure.json"] = Data(
      #"{"failedAt":"\#(text)","nextRefreshAt":"\#(text)","notBeforeAt":"\#(text)","error":"x"}"#
        .utf8)
    #expect(try await read(files).catalog.models.count == 2)
  }

  @Test(arguments: [
    Data("SQLite format 3\0".utf8), Data(repeating: 0xFF, count: 4096), Data([0]),
  ])
  func `a planted history is named, and the models are there`(history: Data) async throws {
    var files = try await written()
    files["history.sqlite"] = history
    let snapshot = try await read(files)
    #expect(snapshot.catalog.models.count == 2)
    #expect(snapshot.historyNotice?.contains("history") == true)
  }
}
