import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// Endpoints from a simulated OpenRouter: requests, cache and faults.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct EndpointStoreTests {
  private let directory: TemporaryDirectory
  private let clock = TestClock()

  init() throws { directory = try TemporaryDirectory() }

  private func store(
    _ server: SimulatedOpenRouter?, key: String? = nil,
    limits: UpstreamClient.Limits = .init(), upstream: String = "http://127.0.0.1:1/api/v1"
  ) throws -> EndpointStore {
    let upstream = try Upstream(server?.address ?? upstream)
    let client = try #require(
      UpstreamClient(upstream: upstream, userAgent: "modeldex/test", key: key, limits: limits))
    return EndpointStore(
      source: server.map { _ in UpstreamEndpoints(client: client) },
      cache: EndpointCache(directory: directory.path, upstream: upstream), clock: clock,
      now: { [clock] in clock.date })
  }

  private func tags(_ answer: EndpointAnswer) -> [String]? {
    answer.known?.endpoints.map(\.tag.description)
  }

  private func last(_ stream: AsyncStream<EndpointProgress>) async -> EndpointProgress? {
    var last: EndpointProgress?
    for await progress in stream { last = progress }
    return last
  }

  @Test func `one request for everybody who asks for a model at once`() async throws {
    try await SimulatedOpenRouter.serving { server in
      let gate = Gate()
      server.answer(
        endpointsOf: "a/1",
        with: Answer.endpoints("a/1", .init("one"), .init("two/eu")).held(by: gate))
      let store = try store(server, key: "sk-secret")
      async let first = store.endpoints(of: "a/1", for: .health)
      async let second = store.endpoints(of: "a/1", for: .prices)
      await server.received(1)
      gate.open()
      #expect(await tags(first) == ["one", "two/eu"])
      #expect(await tags(second) == ["one", "two/eu"])
      #expect(server.paths == ["/models/a/1/endpoints"])
      #expect(server.requests[0].headers["authorization"] == "Bearer sk-secret")
    }
  }

  @Test func `prices are kept for an hour, health for five minutes, also for the next run`()
    async throws
  {
    try await SimulatedOpenRouter.serving(otherwise: .endpoints("a/1", .init("one"))) { server in
      let first = try store(server)
      _ = await first.endpoints(of: "a/1", for: .health)
      clock.advance(by: .seconds(299))
      _ = await first.endpoints(of: "a/1", for: .health)
      #expect(server.requests.count == 1)
      clock.advance(by: .seconds(1))
      _ = await first.endpoints(of: "a/1", for: .prices)
      let second = try store(server)
      #expect(await tags(second.endpoints(of: "a/1", for: .prices)) == ["one"])
      #expect(server.requests.count == 1)
      _ = await second.endpoints(of: "a/1", for: .health)
      #expect(server.requests.count == 2)
      // The other process has saved a newer one meanwhile.
      _ = await first.endpoints(of: "a/1", for: .health)
      #expect(server.requests.count == 2)
      clock.advance(by: .seconds(3600))
      _ = await first.endpoints(of: "a/1", for: .prices)
      #expect(server.requests.count == 3)
    }
  }

  @Test func `eight at once, and each model once`() async throws {
    let ids = (0..<30).map { "a/\($0)" }
    try await SimulatedOpenRouter.serving { server in
      let gate = Gate()
      for id in ids {
        server.answer(endpointsOf: id, with: Answer.endpoints(id, .init("one")).held(by: gate))
      }
      let store = try store(server)
      async let progress = last(store.gather(ids + ["a/1"], for: .prices))
      await server.received(8)
      #expect(server.requests.count == 8)
      gate.open()
      let end = try #require(await progress)
      #expect(end.isDone && end.known == 31 && end.of == 31 && end.failure == nil)
      #expect(Set(server.paths).count == 30 && server.paths.count == 30)
    }
  }

  /// What upstream answers instead, and the reason that is said.
  private static let faults: [(Answer, String)] = [
    (.error(404, "Model not found"), "OpenRouter answered 404: Model not found"),
    (Answer(status: 404), "OpenRouter knows no endpoints of this model"),
    (.error(401, "No auth"), "OpenRouter answered 401: No auth"),
    (.error(403, "Not yours"), "OpenRouter answered 403: Not yours"),
    (.error(429, "Slow down", retryAfter: "20"), "OpenRouter answered 429: Slow down"),
    (.error(500, "Oh"), "OpenRouter answered 500: Oh"),
    (Answer(status: 503), "OpenRouter answered 503"),
    (
      Answer(body: [UInt8]("<!DOCTYPE html><title>Log in</title>".utf8)),
      "OpenRouter's answer is no list of endpoints: it is a web page"
    ),
    (
      .body(EndpointBody.of("a/1", [.init("one")]).prefix(80)),
      "OpenRouter's answer is no list of endpoints: it ends in the middle (at byte 80)"
    ),
    (
      Answer(body: [UInt8](#"{"data":null}"#.utf8)),
      "OpenRouter's answer is no list of endpoints: it has no endpoints"
    ),
    (
      Answer(body: [UInt8](#"{"error":{"code":502,"message":"key sk-secret is bad"}}"#.utf8)),
      "OpenRouter answered 502: key (your key) is bad"
    ),
    (
      .body(EndpointBody.of("a/1", [.init("one")])).ending(.reset(after: 40)),
      "OpenRouter cannot be reached: connection reset"
    ),
  ]

  @Test(arguments: faults.indices)
  func `what is kept stays, with its age and the reason`(fault: Int) async throws {
    let (answer, reason) = Self.faults[fault]
    try await SimulatedOpenRouter.serving { server in
      server.answer(endpointsOf: "a/1", with: .endpoints("a/1", .init("one")))
      let fetched = clock.date
      _ = await (try store(server)).endpoints(of: "a/1", for: .health)
      clock.advance(by: .seconds(4000))
      server.answer(endpointsOf: "a/1", with: answer)
      server.answer(endpointsOf: "a/2", with: answer)
      let store = try store(server, key: "sk-secret")
      let kept = await store.endpoints(of: "a/1", for: .prices)
      #expect(tags(kept) == ["one"] && kept.known?.fetched == fetched)
      #expect(kept.failure?.summary == reason)
      // Nor is it asked again at once.
      _ = await store.endpoints(of: "a/1", for: .prices)
      #expect(server.requests.count == 2)
      let unknown = await store.endpoints(of: "a/2", for: .prices)
      #expect(unknown.known == nil && unknown.failure != nil)
    }
  }

  @Test func `an answer that does not end is given up`() async throws {
    try await SimulatedOpenRouter.serving { server in
      server.answer(endpointsOf: "a/1", with: Answer.raw("").ending(.silence(after: 0)))
      let store = try store(server, limits: .init(whole: .milliseconds(200)))
      let answer = await store.endpoints(of: "a/1", for: .health)
      #expect(answer.failure?.summary == "OpenRouter cannot be reached: timed out after 0.2 s")
    }
  }

  @Test func `half a cache file, and one of another upstream, are as none`() async throws {
    try await SimulatedOpenRouter.serving(otherwise: .endpoints("a/1", .init("one"))) { server in
      _ = await (try store(server)).endpoints(of: "a/1", for: .prices)
      #expect(await (try store(server)).kept("a/1") != nil)
      #expect(await (try store(nil)).kept("a/1") == nil, "of another upstream")
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: directory.path + "/endpoints").first)
      let file = directory.url("endpoints/\(name)")
      let whole = try Data(contentsOf: file)
      for length in [0, 1, whole.count / 2, whole.count - 1] {
        try whole.prefix(length).write(to: file)
        #expect(await (try store(server)).kept("a/1") == nil, "\(length) bytes")
      }
      let again = await (try store(server)).endpoints(of: "a/1", for: .prices)
      #expect(tags(again) == ["one"] && server.requests.count == 2)
    }
  }

  @Test func `offline shows what is kept, and says so`() async throws {
    try await SimulatedOpenRouter.serving(otherwise: .endpoints("a/1", .init("one"))) { server in
      _ = await (try store(server)).endpoints(of: "a/1", for: .prices)
      clock.advance(by: .seconds(86_400))
      let upstream = try Upstream(server.address)
      let offline = EndpointStore(
        source: nil, cache: EndpointCache(directory: directory.path, upstream: upstream),
        now: { [clock] in clock.date })
      let kept = await offline.endpoints(of: "a/1", for: .health)
      #expect(tags(kept) == ["one"] && kept.failure?.summary == "the network is switched off")
      #expect(await offline.endpoints(of: "a/2", for: .health).known == nil)
      #expect(server.requests.count == 1)
    }
  }

  @Test func `a short Retry-After is waited out, then the rest is asked`() async throws {
    let ids = (0..<12).map { "a/\($0)" }
    try await SimulatedOpenRouter.serving { server in
      for id in ids { server.answer(endpointsOf: id, with: .endpoints(id, .init("one"))) }
      server.answer(endpointsOf: "a/0", with: .error(429, "Slow down", retryAfter: "20"))
      let store = try store(server)
      async let progress = last(store.gather(ids, for: .prices))
      await clock.nextWake(is: .seconds(20))
      let before = server.requests.count
      #expect(before <= 12)
      server.answer(endpointsOf: "a/0", with: .endpoints("a/0", .init("one")))
      // The failed one is asked again only after its own pause.
      clock.advance(by: .seconds(20))
      let end = try #require(await progress)
      #expect(end.known >= 11 && end.isDone)
    }
  }

  @Test func `a reader that leaves ends the questions that have not been asked`() async throws {
    let ids = (0..<100).map { "a/\($0)" }
    try await SimulatedOpenRouter.serving { server in
      let gate = Gate()
      for id in ids {
        server.answer(endpointsOf: id, with: Answer.endpoints(id, .init("one")).held(by: gate))
      }
      let store = try store(server)
      let reader = Task { for await _ in store.gather(ids, for: .prices) {} }
      await server.received(8)
      reader.cancel()
      _ = await reader.value
      gate.open()
      // Asked after all that were withdrawn.
      let answer = await store.endpoints(of: "a/99", for: .prices)
      #expect(tags(answer) == ["one"])
      #expect(server.requests.count <= 9)
    }
  }

  @Test func `the list of endpoints that keep nothing is one request`() async throws {
    try await SimulatedOpenRouter.serving { server in
      server.answer(endpointsOf: "a/1", with: .endpoints("a/1", .init("one"), .init("two")))
      server.answer(
        "/endpoints/zdr",
        with: Answer(
          body: [UInt8](
            #"{"data":[{"model_id":"a/1","tag":"two","pricing":{}},7,{"tag":"x"}]}"#.utf8)))
      let store = try store(server)
      for _ in 0..<2 {
        let progress = try #require(
          await last(store.gather(["a/1"], for: .prices, zeroRetention: true)))
        #expect(progress.table.zeroRetention == ["a/1": ["two"]])
      }
      #expect(Set(server.paths) == ["/models/a/1/endpoints", "/endpoints/zdr"])
      #expect(server.paths.count == 2)
    }
  }
}
