import Foundation
import ModelCatalog
import ModelText
import Support
import Testing

@testable import ModelRegistry

/// A history that the first release wrote from two small bodies (`Version1/`, beside this file),
/// read and continued by this one.
struct OldHistoryTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Version1")
  private static let first = CalendarDay("2026-08-01")?.start ?? .distantPast
  private static let second = CalendarDay("2026-08-08")?.start ?? .distantPast
  private static let now = CalendarDay("2026-08-15")?.start ?? .distantPast

  private let directory: TemporaryDirectory
  private let history: CatalogHistory

  init() throws {
    directory = try TemporaryDirectory()
    try FileManager.default.copyItem(
      at: Self.folder.appending(path: "history.sqlite"),
      to: URL(filePath: directory.path + "/history.sqlite"))
    history = CatalogHistory(directory: directory.path, now: { Self.now })
  }

  private func body(_ day: String) throws -> ProviderListing {
    try OpenRouterPayload.listing(
      from: Data(contentsOf: Self.folder.appending(path: "body-\(day).json")), received: Self.now)
  }

  private func lines(_ entries: [HistoryEntry]) -> [String] {
    entries.map { entry in
      switch entry.kind {
      case .added: "+ \(entry.id)"
      case .removed: "- \(entry.id)"
      case .returned: "+ \(entry.id) again"
      case .scheduledPrice(let price): "~ \(entry.id) \(price.words)"
      case .changed(let fields):
        "~ \(entry.id) \(ChangeWords.phrases(fields).map(\.text).joined(separator: "; "))"
      }
    }.sorted()
  }

  /// What happened between the two bodies; the price of an image went from one unit to another.
  private static let changes = [
    "- acme/short-lived",
    "~ acme/see image input now per million tokens: 0.00516 $/image → 1.25 $/M",
    "~ acme/steady in 1.00 → 2.00 $/M ▲ +100%",
  ]

  @Test func `what changed before is still known, in the units of now`() async throws {
    #expect(lines(try await history.entries(since: Self.first)) == Self.changes)
    let net = try await history.changes(from: Self.first, to: Self.second)
    #expect(ChangeCounts(net).text == "1 removed, 2 changed")
  }

  @Test func `reading the same rows again with more understanding is no change`() async throws {
    let listing = try body("20260808")
    #expect(try await history.insert(listing, at: Self.now))
    #expect(lines(try await history.entries(since: Self.first, noise: true)) == Self.changes)
    #expect(try await history.changes(from: Self.second, to: Self.now).isEmpty)
    #expect(try await history.lastChange() == Self.second)
    // And yet what is known now is all that this release reads.
    #expect(
      try await history.models(asOf: Self.now)
        == listing.models.sorted { $0.id < $1.id })
    let tiers = try #require(listing.models.first { $0.id == "acme/tiers" })
    let old = try await history.models(asOf: Self.second).first { $0.id == "acme/tiers" }
    #expect(old?.pricing.overrides.map(\.words) == ["above 200k", "22:00–04:00 UTC"])
    #expect(
      tiers.pricing.overrides.map(\.words) == [
        "above 200k, 10:00–01:00 UTC", "22:00–04:00 UTC, Sat Sun",
        "service_tier (unknown condition)",
      ])
  }

  @Test func `a change that comes with the new release is reported`() async throws {
    var listing = try body("20260808")
    for index in listing.models.indices {
      switch listing.models[index].id {
      case "acme/steady": listing.models[index].pricing.prices[.input] = Price(upstream: "0.000003")
      case "acme/tiers": listing.models[index].contextLength = 64_000
      case "acme/see":
        listing.models[index].pricing.prices[.imageInput] = nil
        listing.models[index].pricing.prices[.image] = Price(upstream: "0.005")
      case "acme/paint": listing.models[index].pricing.prices[.image] = nil
      default: continue
      }
    }
    try await history.insert(listing.models, digest: "changed", at: Self.now)
    #expect(
      lines(try await history.entries(since: Self.now)) == [
        "~ acme/paint image 0.01 → unknown $/image",
        "~ acme/see image now per image: 1.25 $/M → 0.005 $/image",
        "~ acme/steady in 2.00 → 3.00 $/M ▲ +50%", "~ acme/tiers context 128k → 64k ▼",
      ])
  }

  @Test func `an older body that is imported later begins and ends no fact`() async throws {
    try await history.insert(body("20260808"), at: Self.now)
    // Between the two observations of the first release.
    try await history.insert(body("20260808"), at: Self.first + 86400)
    #expect(lines(try await history.entries(since: Self.first, noise: true)) == Self.changes)
  }

  @Test func `dates that the first release believed are unknown`() async throws {
    let late = try await history.models(asOf: Self.second).first { $0.id == "acme/late" }
    #expect(late?.created == nil)
  }
}
