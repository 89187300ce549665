package import Foundation
package import ModelCatalog

/// Something that upstream is asked about endpoints.
package enum EndpointSubject: Hashable, Sendable {
  case model(Model.ID)
  /// Which endpoints keep nothing of what is sent to them.
  case zeroRetention

  /// Below the base address; nil for an id that cannot be a path.
  var path: String? {
    switch self {
    case .model(let id): URLPath.encoded(id).map { "/models/\($0)/endpoints" }
    case .zeroRetention: "/endpoints/zdr"
    }
  }

  /// Of a body, in bytes; OpenRouter's largest have 27 kB and 1 MB.
  var limit: Int {
    switch self {
    case .model: 8 * 1_048_576
    case .zeroRetention: 16 * 1_048_576
    }
  }
}

/// Where the bodies about endpoints come from.
package protocol EndpointSource: Sendable {
  /// What is sent with each request, and removed from what comes back.
  var key: APIKey? { get }

  func body(of subject: EndpointSubject) async throws(ProviderError) -> Data
}

/// Asks OpenRouter, or a server that speaks like it; requests that follow each other share
/// connections, and nothing stays open after the last of them.
actor UpstreamEndpoints: EndpointSource {
  private let client: UpstreamClient
  private var session: UpstreamClient.Session?
  private var running = 0

  init(client: UpstreamClient) { self.client = client }

  nonisolated var key: APIKey? { client.key }

  func body(of subject: EndpointSubject) async throws(ProviderError) -> Data {
    guard let path = subject.path else {
      throw .rejected(status: 404, message: "no address can have this id", retryAfter: nil)
    }
    let session: UpstreamClient.Session
    if let open = self.session { session = open } else { session = try client.open() }
    self.session = session
    running += 1
    defer {
      running -= 1
      if running == 0 {
        session.close()
        self.session = nil
      }
    }
    return try await session.get(path, limit: subject.limit)
  }
}
