import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct OpenRouterProviderTests {
  private func provider(
    _ address: String, key: String? = nil, proxies: ProxySettings = ProxySettings(),
    limits: UpstreamClient.Limits = .init()
  ) throws -> OpenRouterProvider {
    try #require(
      OpenRouterProvider(
        upstream: try Upstream(address), userAgent: "modeldex/test", key: key,
        proxies: proxies, limits: limits, now: { Date(timeIntervalSince1970: 784_111_717) }))
  }

  /// The error of one fetch from a server with this script.
  private func error(
    _ script: [Answer], limits: UpstreamClient.Limits = .init()
  ) async throws -> ProviderError? {
    let server = try await SimulatedOpenRouter(answering: .error(500, "the script has run out"))
    server.next(script)
    let provider = try provider(server.address, limits: limits)
    let error = await #expect(throws: ProviderError.self) { try await provider.models() }
    await server.stop()
    return error
  }

  @Test
  func `a listing is asked for as upstream wants it`() async throws {
    try await SimulatedOpenRouter.serving(.listing(["a/one", "a/two"])) { server in
      let listing = try await provider(server.address, key: "sk-secret").models()
      #expect(listing.models.map(\.id) == ["a/one", "a/two"])
      #expect(listing.body == [UInt8](ListingBody.of(["a/one", "a/two"])))
      let request = try #require(server.requests.first)
      #expect(request.method == "GET")
      #expect(request.path == "/api/v1/models?output_modalities=all")
      #expect(request.headers["user-agent"] == "modeldex/test")
      #expect(request.headers["accept-encoding"] == "gzip")
      #expect(request.headers["authorization"] == "Bearer sk-secret")
    }
  }

  @Test
  func `without a key there is no authorization`() async throws {
    try await SimulatedOpenRouter.serving(.listing(["a/b"]), .listing(["a/b"])) { server in
      for key in [nil, ""] {
        _ = try await provider(server.address, key: key).models()
      }
      #expect(server.requests.allSatisfy { $0.headers["authorization"] == nil })
    }
  }

  @Test
  func `a key does not go over plain http to another machine`() async throws {
    // The proxy is the server: what arrives there is what would go to the other machine.
    try await SimulatedOpenRouter.serving(.listing(["a/b"])) { server in
      let proxies = ProxySettings(environment: ["http_proxy": "http://127.0.0.1:\(server.port)"])
      _ = try await provider("http://upstream.example/v1", key: "sk-secret", proxies: proxies)
        .models()
      #expect(
        server.requests.map(\.path)
          == ["http://upstream.example/v1/models?output_modalities=all"])
      #expect(server.requests.first?.headers["host"] == "upstream.example")
      #expect(
        !server.requests.contains { $0.headers.values.contains { $0.contains("sk-secret") } })
    }
  }

  @Test(arguments: ["https_proxy", "http_proxy", "all_proxy"])
  func `a dead proxy is named, not the upstream`(variable: String) async throws {
    try await DeadPort.holding(.refusing) { address in
      let server = address.dropFirst("http://".count).prefix { $0 != "/" }
      let proxies = ProxySettings(environment: [variable: "http://me:secret@\(server)"])
      let scheme = variable == "https_proxy" ? "https" : "http"
      let fault = await #expect(throws: ProviderError.self) {
        try await provider("\(scheme)://upstream.example/v1", proxies: proxies).models()
      }
      #expect(
        fault?.summary == "OpenRouter cannot be reached: the proxy \(server) gave no connection: "
          + "connection refused")
    }
  }

  @Test
  func `a proxy for plain http gets its user and password`() async throws {
    try await SimulatedOpenRouter.serving(.error(407, "who?"), .listing(["a/b"])) { server in
      let proxies = ProxySettings(
        environment: ["http_proxy": "http://me:pass@127.0.0.1:\(server.port)"])
      let provider = try provider("http://upstream.example:8080/v1", proxies: proxies)
      await #expect(throws: ProviderError.unreachable("the proxy asks for a password")) {
        try await provider.models()
      }
      #expect(try await provider.models().models.map(\.id) == ["a/b"])
      #expect(
        server.requests.map(\.path)
          == Array(
            repeating: "http://upstream.example:8080/v1/models?output_modalities=all", count: 2))
      #expect(server.requests[0].headers["proxy-authorization"] == "Basic bWU6cGFzcw==")
    }
  }

  @Test
  func `a gzipped body is unpacked`() async throws {
    let body = ListingBody.of(ListingBody.ids(1000))
    try await SimulatedOpenRouter.serving(.gzip(Gzip.packed([UInt8](body)))) { server in
      let listing = try await provider(server.address).models()
      #expect(listing.body == [UInt8](body))
    }
  }

  @Test
  func `a bomb is refused before it is unpacked whole`() async throws {
    let limit = 100_000
    let bomb = Gzip.bomb(unpacking: limit + 1)
    #expect(bomb.count < limit / 100)
    #expect(
      try await error([.gzip(bomb)], limits: .init(body: limit)) == .tooLarge(limit: limit))
  }

  @Test
  func `damaged gzip is malformed`() async throws {
    var packed = Gzip.packed([UInt8](ListingBody.of(["a/b"])))
    packed[10] = 7
    #expect(
      try await error([.gzip(packed)]) == .malformed("its compressed body is damaged"))
  }

  @Test
  func `a body over the limit is refused, one of the limit is not`() async throws {
    let body = ListingBody.of(["a/b"])
    let answer = Answer.body(body)
    #expect(
      try await error([answer], limits: .init(body: body.count - 1))
        == .tooLarge(limit: body.count - 1))
    try await SimulatedOpenRouter.serving(answer) { server in
      _ = try await provider(server.address, limits: .init(body: body.count)).models()
    }
  }

  @Test(
    arguments: [
      (Answer.error(500, "Internal"), 500, "Internal", nil),
      (.error(503, "Later", retryAfter: "120"), 503, "Later", 120),
      (.error(429, "Slow down", retryAfter: "Sun, 06 Nov 1994 08:49:37 GMT"), 429, "Slow down", 60),
      (.error(429, "Slow\u{1B}[2J down"), 429, "Slow[2J down", nil),
      (
        .error(400, String(repeating: "x", count: 300)), 400,
        String(repeating: "x", count: 200) + "…", nil
      ),
      (Answer(status: 502, body: [UInt8]("<html>Bad gateway</html>".utf8)), 502, nil, nil),
      (Answer(status: 403), 403, nil, nil), (Answer(status: 204), 204, nil, nil),
      (Answer(status: 304), 304, nil, nil),
      (Answer(status: 500, body: [UInt8](repeating: 0x20, count: 100_000)), 500, nil, nil),
    ] as [(Answer, Int, String?, Double?)])
  func `another status is a rejection with upstream's words and wishes`(
    answer: Answer, status: Int, message: String?, retryAfter: Double?
  ) async throws {
    #expect(
      try await error([answer])
        == .rejected(
          status: status, message: message, retryAfter: retryAfter.map { .seconds($0) }))
  }

  @Test(arguments: [
    (Answer(body: [UInt8]("<html>".utf8)), ProviderError.malformed("it is a web page")),
    (Answer(), .malformed("it is empty")),
    (.body(Data(#"{"models":[]}"#.utf8)), .malformed("it has no `data` array")),
    (
      .listing(["a/b"]).ending(.truncated(after: 20)),
      .unreachable("the connection broke off")
    ),
    (.listing(["a/b"]).ending(.reset(after: 20)), .unreachable("connection reset")),
    (.raw("SSH-2.0-OpenSSH_9.2\r\n"), .unreachable("what answers there speaks no HTTP")),
    (.raw(""), .unreachable("the connection broke off")),
  ])
  func `an answer that is no listing is distinguished from one`(
    answer: Answer, expected: ProviderError
  ) async throws {
    #expect(try await error([answer]) == expected)
  }

  @Test
  func `nobody listening is a refused connection`() async throws {
    try await DeadPort.holding(.refusing) { address in
      let provider = try provider(address)
      await #expect(throws: ProviderError.unreachable("connection refused")) {
        try await provider.models()
      }
    }
  }

  @Test
  func `a name that nobody has is said so`() async throws {
    // The domain is reserved for names that do not exist.
    let provider = try provider("http://nobody.invalid")
    await #expect(throws: ProviderError.unreachable("no such host: nobody.invalid")) {
      try await provider.models()
    }
  }

  @Test(arguments: [0, 20])
  func `silence ends when the time is up`(after: Int) async throws {
    #expect(
      try await error(
        [.listing(["a/b"]).ending(.silence(after: after))],
        limits: .init(whole: .milliseconds(300))) == .unreachable("timed out after 0.3 s"))
  }

  @Test
  func `an answer that never begins ends when the time is up`() async throws {
    let gate = Gate()
    #expect(
      try await error(
        [.listing(["a/b"]).held(by: gate)], limits: .init(whole: .milliseconds(300)))
        == .unreachable("timed out after 0.3 s"))
    gate.open()
  }

  @Test
  func `cancelling ends a fetch`() async throws {
    let gate = Gate()
    let server = try await SimulatedOpenRouter(answering: .listing(["a/b"]).held(by: gate))
    let provider = try provider(server.address)
    let task = Task { try await provider.models() }
    await server.received(1)
    task.cancel()
    await #expect(throws: ProviderError.unreachable("cancelled")) { try await task.value }
    gate.open()
    await server.stop()
  }

  @Test
  func `a proxy that cannot be used is said so`() async throws {
    let provider = try provider(
      "https://upstream.example",
      proxies: ProxySettings(environment: ["HTTPS_PROXY": "socks5://p:1"]))
    await #expect(
      throws: ProviderError.unreachable("a proxy of the kind socks5:// cannot be used")
    ) { try await provider.models() }
  }

  @Test
  func `a plain server where TLS belongs is said so`() async throws {
    let server = try await SimulatedOpenRouter(answering: .raw("HTTP/1.1 400 Bad\r\n\r\n"))
    let provider = try provider("https://127.0.0.1:\(server.port)")
    await #expect(throws: ProviderError.unreachable("no secure connection could be made")) {
      try await provider.models()
    }
    await server.stop()
  }
}
