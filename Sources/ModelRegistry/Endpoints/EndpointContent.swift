import Foundation
import ModelCatalog

/// A decoded body about endpoints.
enum EndpointContent: Sendable {
  case model(ModelEndpoints)
  case zeroRetention([Model.ID: Set<String>], fetched: Date)

  var fetched: Date {
    switch self {
    case .model(let endpoints): endpoints.fetched
    case .zeroRetention(_, let fetched): fetched
    }
  }

  /// Nil if the cache has nothing readable.
  nonisolated static func read(
    _ subject: EndpointSubject, from cache: EndpointCache
  ) async -> EndpointContent? {
    guard let saved = cache.load(subject) else { return nil }
    return try? await decode(saved.body, as: subject, received: saved.fetched)
  }

  /// `key` is removed from what upstream says of an error.
  nonisolated static func decode(
    _ body: Data, as subject: EndpointSubject, received: Date, key: APIKey? = nil
  ) async throws(ProviderError) -> EndpointContent {
    switch subject {
    case .model(let id):
      .model(try EndpointPayload.endpoints(from: body, of: id, received: received, key: key))
    case .zeroRetention:
      .zeroRetention(try EndpointPayload.zeroRetention(from: body, key: key), fetched: received)
    }
  }
}
