import Foundation
import Support

@testable import ModelRegistry

/// What a run finds in the cache directory.
enum CacheState: String, CaseIterable, Sendable {
  /// Nothing.
  case cold
  /// The known models, ten minutes old.
  case fresh
  /// The known models, two days old.
  case stale
  /// The note of the known models, and half of their body.
  case broken

  func prepare(_ directory: TemporaryDirectory, now: Date) throws {
    switch self {
    case .cold: break
    case .fresh: try save(in: directory, fetched: now - 600)
    case .stale: try save(in: directory, fetched: now - 172_800)
    case .broken:
      try save(in: directory, fetched: now - 600)
      let body = ListingBody.of(Fault.known)
      try body.prefix(body.count / 2).write(to: directory.url("openrouter_models.json"))
    }
  }

  private func save(in directory: TemporaryDirectory, fetched: Date) throws {
    try CatalogCache(directory: directory.path).save(
      OpenRouterPayload.listing(from: ListingBody.of(Fault.known)), fetched: fetched,
      lastChanged: nil)
  }
}
