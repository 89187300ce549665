import AsyncHTTPClient
package import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL

/// Asks OpenRouter, or a server that speaks like it, for the whole list of models.
///
/// A client of its own for each request: there is one an hour, and between them nothing stays open
/// and no thread wakes up. All work is done off the caller's thread.
package struct OpenRouterProvider: ModelProvider {
  private let address: WebAddress
  private let userAgent: String
  private let key: APIKey?
  private let proxies: ProxySettings
  private let limits: Limits
  private let authorities: String?
  private let now: @Sendable () -> Date

  /// What an answer may cost.
  package struct Limits: Hashable, Sendable {
    /// Until there is a connection.
    package var connect: Duration
    /// From the first name looked up to the last byte read.
    package var whole: Duration
    /// Bytes of a body, as sent and as unpacked.
    package var body: Int

    package init(
      connect: Duration = .seconds(10), whole: Duration = .seconds(30),
      body: Int = 64 * 1_048_576
    ) {
      self.connect = connect
      self.whole = whole
      self.body = body
    }
  }

  /// Nil for an upstream that is a file; ``FileProvider`` reads those.
  ///
  /// `key` is sent as a bearer token to the upstream itself, and only over https or loopback.
  /// `authorities` is a PEM file of those whose certificates are trusted, nil for the machine's.
  package init?(
    upstream: Upstream, userAgent: String, key: String? = nil,
    proxies: ProxySettings = ProxySettings(), limits: Limits = Limits(),
    authorities: String? = nil, now: @escaping @Sendable () -> Date = { Date() }
  ) {
    switch upstream.place {
    case .file: return nil
    case .web(let base): address = base.appending("/models?output_modalities=all")
    }
    self.userAgent = userAgent
    self.key = key.flatMap(APIKey.init)
    self.proxies = proxies
    self.limits = limits
    self.authorities = authorities
    self.now = now
  }

  /// Pages are followed to the end of the list, all of them within the limits of one.
  package func models() async throws(ProviderError) -> ProviderListing {
    if let key, !key.canBeSent, isTrustedWithKey(address) {
      throw .unreachable("the key in OPENROUTER_API_KEY has characters that no key has")
    }
    let client = HTTPClient(
      eventLoopGroupProvider: .singleton, configuration: try configuration())
    // Closing may wait for a name that is still being looked up; the answer need not.
    defer { Task { try? await client.shutdown() } }

    let result = await Deadline.race(against: limits.whole) {
      do throws(ProviderError) {
        return Result<ProviderListing, ProviderError>.success(try await listing(by: client))
      } catch {
        return .failure(error)
      }
    }
    guard let result else {
      throw .unreachable("timed out after \(limits.whole.inSeconds)")
    }
    return try result.get()
  }

  /// More pages than this are no list of ours.
  private static let maximumPages = 100

  private func listing(by client: HTTPClient) async throws(ProviderError) -> ProviderListing {
    var pages: [OpenRouterPage] = []
    var target = address
    var room = limits.body
    while true {
      let body = try await followed(target, by: client, limit: room)
      room -= body.count
      let page = try OpenRouterPage(body, received: now(), key: key)
      pages.append(page)
      guard let next = page.next else { break }
      let seen = pages.reduce(0) { $0 + $1.rowCount }
      func incomplete(_ reason: String) -> ProviderError {
        .refused(.incomplete("\(seen) rows, and \(reason)"))
      }
      guard pages.count < Self.maximumPages else {
        throw incomplete("more than \(Self.maximumPages) pages")
      }
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
    return try OpenRouterPayload.listing(from: OpenRouterPage.joined(pages), received: now())
  }

  private func configuration() throws(ProviderError) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(connect: TimeAmount(limits.connect)),
      decompression: .enabled(limit: .size(limits.body)))
    configuration.httpVersion = .http1Only
    // The registry's schedule decides when to try again; a refused connection is told at once.
    configuration.connectionPool.retryConnectionEstablishment = false
    switch proxies.route(to: address) {
    case .direct: break
    case .proxy(let proxy): configuration.proxy = HTTPClient.Configuration.Proxy(proxy)
    case .unusable(let reason): throw .unreachable(reason)
    }
    if let authorities {
      guard let trusted = try? NIOSSLCertificate.fromPEMFile(authorities) else {
        throw .unreachable(
          "the certificates in \(ErrorBody.shown(authorities)) (SSL_CERT_FILE) cannot be read")
      }
      var security = TLSConfiguration.makeClientConfiguration()
      security.trustRoots = .certificates(trusted)
      configuration.tlsConfiguration = security
    }
    return configuration
  }

  /// The body at the end of at most five redirects, none of which leaves the upstream's server.
  private func followed(
    _ address: WebAddress, by client: HTTPClient, limit: Int
  ) async throws(ProviderError) -> Data {
    var target = address
    var status = 0
    for _ in 0...5 {
      let response: HTTPClientResponse
      do {
        response = try await client.execute(request(to: target), deadline: .distantFuture)
      } catch {
        throw ProviderError(connection: error, limits: limits)
      }
      switch response.status.code {
      case 200: return try await collect(response.body, limit: limit)
      case 301, 302, 303, 307, 308:
        target = try redirection(response, from: target)
        status = Int(response.status.code)
      default: throw await rejection(response)
      }
    }
    throw .rejected(status: status, message: "more than 5 redirects", retryAfter: nil)
  }

  private func request(to target: WebAddress) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: target.description)
    request.headers = [
      "user-agent": userAgent, "accept": "application/json", "accept-encoding": "gzip",
    ]
    if let key, isTrustedWithKey(target) {
      request.headers.add(name: "authorization", value: key.authorization)
    }
    return request
  }

  private func isTrustedWithKey(_ target: WebAddress) -> Bool {
    target.isSecure || target.isLoopback
  }

  private func redirection(
    _ response: HTTPClientResponse, from source: WebAddress
  ) throws(ProviderError) -> WebAddress {
    let status = Int(response.status.code)
    func rejected(_ message: String) -> ProviderError {
      .rejected(status: status, message: message, retryAfter: nil)
    }
    guard let location = response.headers.first(name: "location") else {
      throw rejected("a redirect to nowhere")
    }
    guard let target = source.redirected(to: location) else {
      throw rejected("a redirect to an address that cannot be used")
    }
    guard target.hasSameOrigin(as: address) else {
      let server = "\(target.scheme)://\(target.authority)"
      throw rejected(
        "a redirect to \(ErrorBody.shown(server, without: key)), another server, "
          + "is not followed")
    }
    return target
  }

  private func rejection(_ response: HTTPClientResponse) async -> ProviderError {
    let body = try? await collect(response.body, limit: ErrorBody.limit)
    return .rejected(
      status: Int(response.status.code),
      message: body.flatMap { ErrorBody.message($0, without: key) },
      retryAfter: response.headers.first(name: "retry-after").flatMap {
        RetryAfter.delay($0, now: now())
      })
  }

  private func collect(
    _ body: HTTPClientResponse.Body, limit: Int
  ) async throws(ProviderError) -> Data {
    var collected = Data()
    do {
      for try await part in body {
        guard collected.count + part.readableBytes <= limit else {
          throw ProviderError.tooLarge(limit: limits.body)
        }
        collected.append(contentsOf: part.readableBytesView)
      }
    } catch let error as ProviderError {
      throw error
    } catch {
      throw ProviderError(connection: error, limits: limits)
    }
    return collected
  }
}

extension HTTPClient.Configuration.Proxy {
  fileprivate init(_ proxy: ProxySettings.Proxy) {
    self = .server(
      host: proxy.host, port: proxy.port,
      authorization: proxy.user.map { user in
        .basic(username: user, password: proxy.password ?? "")
      })
  }
}
