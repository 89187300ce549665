package import Foundation

/// Reads a saved body instead of asking a server; every call reads the file again.
package struct FileProvider: ModelProvider {
  private let path: String
  private let limit: Int
  private let now: @Sendable () -> Date

  /// Nil for an upstream that is not a file; `limit` in bytes.
  package init?(
    upstream: Upstream, limit: Int = 64 * 1_048_576,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    switch upstream.place {
    case .web: return nil
    case .file(let path): self.path = path
    }
    self.limit = limit
    self.now = now
  }

  package var file: String? { path }

  package func models() async throws(ProviderError) -> ProviderListing {
    let body: [UInt8]
    do throws(RegularFile.Fault) {
      body = try RegularFile.read(path, limit: limit).bytes
    } catch {
      switch error {
      case .tooLarge: throw .tooLarge(limit: limit)
      case .unreadable(let reason): throw .unreachable(reason)
      }
    }
    return try OpenRouterPayload.listing(from: body, received: now())
  }
}
