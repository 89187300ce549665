import AsyncHTTPClient
package import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL

/// Gets bodies from OpenRouter, or a server that speaks like it.
///
/// Each request, or session of requests, has an HTTP client of its own: there are few in an hour, and
/// between them nothing stays open and no thread wakes up. All work is done off the caller's
/// thread.
package struct UpstreamClient: Sendable {
  /// The base address.
  let base: WebAddress
  /// For removing it from what upstream says.
  let key: APIKey?
  let limits: Limits
  let now: @Sendable () -> Date
  private let userAgent: String
  private let proxies: ProxySettings
  private let authorities: String?

  /// What an answer may cost.
  package struct Limits: Hashable, Sendable {
    /// Until there is a connection.
    package var connect: Duration
    /// From the first name lookup to the last byte read, over all requests of a session.
    package var whole: Duration
    /// Bytes of the bodies of a session, as sent and as unpacked.
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
  /// `key` is sent as a bearer token to the upstream itself, and only over https or to loopback.
  /// `authorities` is a PEM file of the trusted certificates, nil for the system's.
  package init?(
    upstream: Upstream, userAgent: String, key: String? = nil,
    proxies: ProxySettings = ProxySettings(), limits: Limits = Limits(),
    authorities: String? = nil, now: @escaping @Sendable () -> Date = { Date() }
  ) {
    switch upstream.place {
    case .file: return nil
    case .web(let address): base = address
    }
    self.userAgent = userAgent
    self.key = key.flatMap(APIKey.init)
    self.proxies = proxies
    self.limits = limits
    self.authorities = authorities
    self.now = now
  }

  /// The body at a path below the base address, such as `/models/a/b/endpoints`.
  ///
  /// `limit` in bytes; that of ``Limits`` holds as well.
  package func get(_ path: String, limit: Int = .max) async throws(ProviderError) -> Data {
    let address = base.appending(path)
    return try await session { session async throws(ProviderError) in
      try await session.get(address, limit: min(limit, limits.body))
    }
  }

  /// Several requests within the limits of one.
  func session<Outcome: Sendable>(
    _ work: @escaping @Sendable (Session) async throws(ProviderError) -> Outcome
  ) async throws(ProviderError) -> Outcome {
    let session = try open()
    defer { session.close() }
    return try await withinLimit { () async throws(ProviderError) in try await work(session) }
  }

  /// An HTTP client for requests that follow each other, which the caller has to close.
  func open() throws(ProviderError) -> Session {
    if let key, !key.canBeSent, isTrustedWithKey(base) {
      throw .unreachable("the key in OPENROUTER_API_KEY has characters that no key has")
    }
    return Session(
      client: self,
      http: HTTPClient(eventLoopGroupProvider: .singleton, configuration: try configuration()))
  }

  private func withinLimit<Outcome: Sendable>(
    _ work: @escaping @Sendable () async throws(ProviderError) -> Outcome
  ) async throws(ProviderError) -> Outcome {
    let result = await Deadline.race(against: limits.whole) {
      do throws(ProviderError) {
        return Result<Outcome, ProviderError>.success(try await work())
      } catch {
        return .failure(error)
      }
    }
    guard let result else { throw .unreachable("timed out after \(limits.whole.inSeconds)") }
    return try result.get()
  }

  /// An open HTTP client.
  struct Session: Sendable {
    let client: UpstreamClient
    fileprivate let http: HTTPClient

    /// The body at an address of this upstream's server.
    func get(_ address: WebAddress, limit: Int) async throws(ProviderError) -> Data {
      try await client.get(address, by: http, limit: limit)
    }

    /// The body at a path below the base address, within the limits of one request.
    func get(_ path: String, limit: Int) async throws(ProviderError) -> Data {
      let address = client.base.appending(path)
      let limit = min(limit, client.limits.body)
      return try await client.withinLimit { () async throws(ProviderError) in
        try await get(address, limit: limit)
      }
    }

    /// Closing may wait for a name lookup that is still running; the caller does not.
    func close() { Task { try? await http.shutdown() } }
  }
}

// MARK: - One request

extension UpstreamClient {
  private static let maximumRedirects = 5

  /// Redirects are followed unless they leave the upstream's server.
  private func get(
    _ address: WebAddress, by http: HTTPClient, limit: Int
  ) async throws(ProviderError) -> Data {
    var target = address
    var status = 0
    for _ in 0...Self.maximumRedirects {
      let response: HTTPClientResponse
      do {
        response = try await http.execute(request(to: target), deadline: .distantFuture)
      } catch {
        throw ProviderError(connection: error, limits: limits, by: proxy)
      }
      switch response.status.code {
      case 407 where proxy != nil: throw .unreachable("the proxy asks for a password")
      case 200: return try await collect(response.body, limit: limit)
      case 301, 302, 303, 307, 308:
        target = try redirection(response, from: target)
        status = Int(response.status.code)
      default: throw await rejection(response)
      }
    }
    throw .rejected(
      status: status, message: "more than \(Self.maximumRedirects) redirects", retryAfter: nil)
  }

  private func configuration() throws(ProviderError) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(connect: TimeAmount(limits.connect)),
      decompression: .enabled(limit: .size(limits.body)))
    configuration.httpVersion = .http1Only
    // The registry's schedule decides when to try again; a refused connection is reported at once.
    configuration.connectionPool.retryConnectionEstablishment = false
    if case .unusable(let reason) = proxies.route(to: base) { throw .unreachable(reason) }
    if let proxy {
      if base.isSecure {
        configuration.proxy = HTTPClient.Configuration.Proxy(proxy)
      } else {
        configuration.http1_1ConnectionDebugInitializer = { AbsoluteFormHandler.add(to: $0) }
      }
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

  /// Nil if requests go directly to the upstream.
  private var proxy: ProxySettings.Proxy? {
    switch proxies.route(to: base) {
    case .direct, .unusable: nil
    case .proxy(let proxy): proxy
    }
  }

  private func request(to target: WebAddress) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: target.description)
    request.headers = [
      "user-agent": userAgent, "accept": "application/json", "accept-encoding": "gzip",
    ]
    if let proxy, !base.isSecure {
      // The connection is to the proxy, the request for the target: see AbsoluteFormHandler.
      request.url = "http://\(proxy.name)\(target.path)"
      request.headers.add(name: "host", value: target.authority)
      if let authorization = proxy.authorization {
        request.headers.add(name: "proxy-authorization", value: authorization.headerValue)
      }
    }
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
    guard target.hasSameOrigin(as: base) else {
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
          throw ProviderError.tooLarge(limit: limit)
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

extension ProxySettings.Proxy {
  fileprivate var authorization: HTTPClient.Authorization? {
    user.map { .basic(username: $0, password: password ?? "") }
  }
}

extension HTTPClient.Configuration.Proxy {
  fileprivate init(_ proxy: ProxySettings.Proxy) {
    self = .server(host: proxy.host, port: proxy.port, authorization: proxy.authorization)
  }
}
