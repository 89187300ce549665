package import Foundation

/// Asks OpenRouter, or a server that speaks like it, for the whole list of models.
package struct OpenRouterProvider: ModelProvider {
  private let client: UpstreamClient

  package init(client: UpstreamClient) { self.client = client }

  /// Nil for an upstream that is a file; see ``UpstreamClient``.
  package init?(
    upstream: Upstream, userAgent: String, key: String? = nil,
    proxies: ProxySettings = ProxySettings(), limits: UpstreamClient.Limits = .init(),
    authorities: String? = nil, now: @escaping @Sendable () -> Date = { Date() }
  ) {
    let client = UpstreamClient(
      upstream: upstream, userAgent: userAgent, key: key, proxies: proxies, limits: limits,
      authorities: authorities, now: now)
    guard let client else { return nil }
    self.init(client: client)
  }

  /// More pages than this are no list of ours.
  private static let maximumPages = 100

  /// Pages are followed to the end of the list, all of them within the limits of one session.
  package func models() async throws(ProviderError) -> ProviderListing {
    try await client.session { session async throws(ProviderError) in
      try await Self.listing(session)
    }
  }

  private static func listing(
    _ session: UpstreamClient.Session
  ) async throws(ProviderError) -> ProviderListing {
    let client = session.client
    let address = client.base.appending("/models?output_modalities=all")
    var pages: [OpenRouterPage] = []
    var target = address
    var room = client.limits.body
    while true {
      let body: Data
      do throws(ProviderError) {
        body = try await session.get(target, limit: room)
      } catch .tooLarge {
        throw .tooLarge(limit: client.limits.body)
      }
      room -= body.count
      let page = try OpenRouterPage([UInt8](body), received: client.now(), key: client.key)
      pages.append(page)
      guard let next = page.next else { break }
      let seen = pages.reduce(0) { $0 + $1.rowCount }
      func incomplete(_ reason: String) -> ProviderError {
        .refused(.incomplete("\(seen) rows, and \(reason)"))
      }
      guard pages.count < maximumPages else { throw incomplete("more than \(maximumPages) pages") }
      guard page.rowCount > 0 else { throw incomplete("its page \(pages.count) is empty") }
      guard let following = target.redirected(to: next) else {
        throw incomplete("the address of the next page cannot be used")
      }
      guard following.hasSameOrigin(as: address) else {
        throw incomplete("the next page is on another server, which is not followed")
      }
      target = following
    }
    guard pages.count > 1 else {
      if let reason = pages[0].incompleteness { throw .refused(.incomplete(reason)) }
      return pages[0].listing
    }
    return try OpenRouterPayload.listing(
      from: OpenRouterPage.joined(pages), received: client.now())
  }
}
