import Foundation
import HTTPTypes
import HummingbirdTesting
import ModelCatalog
import ModelRegistry
import NIOCore
import Support
import Testing

@testable import ModelServer

/// Who serves the models, in the API.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct EndpointAnswerTests {
  private static let opus = "anthropic/claude-opus-5"

  private func served(_ server: SimulatedOpenRouter) async throws -> ServedModels {
    let settings = RegistrySettings(
      upstream: try Upstream(server.address), userAgent: "modeldex/test")
    return try await ServedModels(endpoints: { clock in
      settings.makeEndpoints(clock: clock, now: { clock.date })
    })
  }

  private static let body = Answer.endpoints(
    opus,
    .init("anthropic", input: "0.000005", output: "0.000025", context: 200_000),
    .init("amazon-bedrock/eu-west-1", input: "0.0000055", output: "0.0000275"))

  @Test func `the endpoints of one model, of an alias, of a core model`() async throws {
    try await SimulatedOpenRouter.serving { server in
      server.answer(endpointsOf: Self.opus, with: Self.body)
      server.answer(endpointsOf: "acme/gift", with: .endpoints("acme/gift", .init("acme")))
      let served = try await served(server)
      let json = try await served.json("/api/models/endpoints/\(Self.opus)")
      let endpoints = json["data"]["endpoints"]
      #expect(endpoints[0]["tag"].text == "anthropic")
      #expect(endpoints[1]["region"].text == "eu-west-1")
      #expect(endpoints[0]["pricing"]["input"].number == 5)
      #expect(json["data"]["freshness"].text == "live")
      #expect(json["meta"]["modelId"].text == Self.opus)
      let alias = try await served.json("/api/models/endpoints/~acme/gift-latest")
      #expect(alias["meta"]["modelId"].text == "acme/gift")
      #expect(alias["meta"]["resolvedFrom"].text == "~acme/gift-latest")
      let core = try await served.json("/api/models/endpoints/\(ServedModels.coreID)")
      #expect(core["data"]["freshness"].text == "none")
      let costed = try await served.json(
        "/api/models/endpoints/\(Self.opus)?workload=in%3D1m")
      #expect(costed["data"]["endpoints"][0]["cost"]["perMonth"].number == 5)
      #expect(server.paths.count == 2, "each is asked for once")
    }
  }

  @Test func `404 for an unknown id, 502 with the reason, then what is kept`() async throws {
    try await SimulatedOpenRouter.serving(otherwise: .error(500, "Oh")) { server in
      let served = try await served(server)
      #expect(try await served.ask("/api/models/endpoints/nobody/x").status == .notFound)
      let failed = try await served.ask("/api/models/endpoints/\(Self.opus)")
      #expect(failed.status == .badGateway)
      #expect(try failed.json()["error"].text == "OpenRouter answered 500: Oh")
      served.clock.advance(by: .seconds(60))
      server.answer(endpointsOf: Self.opus, with: Self.body)
      #expect(try await served.ask("/api/models/endpoints/\(Self.opus)").status == .ok)
      served.clock.advance(by: .seconds(600))
      server.answer(endpointsOf: Self.opus, with: .error(503, "Down"))
      let kept = try await served.json("/api/models/endpoints/\(Self.opus)")
      #expect(kept["data"]["freshness"].text == "stale")
      #expect(kept["data"]["error"].text == "OpenRouter answered 503: Down")
      #expect(kept["data"]["endpoints"][0]["tag"].text == "anthropic")
    }
  }

  @Test func `another modeldex reads upstream's own format`() async throws {
    try await SimulatedOpenRouter.serving { server in
      server.answer(endpointsOf: Self.opus, with: Self.body)
      let served = try await served(server)
      for path in [Self.opus, Self.opus.replacing("/", with: "%2F")] {
        let answer = try await served.ask("/api/v1/models/\(path)/endpoints")
        let read = try EndpointPayload.endpoints(
          from: Data(answer.body.readableBytesView), of: Self.opus, received: .distantFuture)
        #expect(read.endpoints.map(\.tag.description) == ["anthropic", "amazon-bedrock/eu-west-1"])
        #expect(read.endpoints[0].pricing[.input]?.perMillion == 5)
        #expect(abs(read.fetched.timeIntervalSince(served.clock.date)) < 1)
      }
    }
  }

  @Test func `a search answers from what is kept, and says how much that is`() async throws {
    try await SimulatedOpenRouter.serving { server in
      let gate = Gate()
      server.answer(endpointsOf: Self.opus, with: Self.body.held(by: gate))
      server.answer(endpointsOf: "acme/gift", with: .error(404, "none"))
      server.answer(endpointsOf: "openrouter/auto", with: .error(404, "none"))
      let served = try await served(server)
      let path = "/api/models/search?q=on:amazon"
      let first = try await served.json(path)
      #expect(first["meta"]["endpoints"]["known"].number == 0)
      #expect(first["meta"]["endpoints"]["of"].number == 3)
      #expect(first["meta"]["totalResults"].number == 0)
      await server.received(3)
      gate.open()
      // Joins the question that is under way.
      _ = try await served.json("/api/models/endpoints/\(Self.opus)")
      let second = try await served.json(path)
      #expect(second["meta"]["totalResults"].number == 1)
      let model = second["data"]["results"][0]
      #expect(model["id"].text == Self.opus && model["pricing"]["input"].number == 5.5)
      #expect(model["endpoint"]["tag"].text == "amazon-bedrock/eu-west-1")
      let past = try await served.ask(path + "&asOf=2026-01-01")
      #expect(past.status == .badRequest || past.status == .serviceUnavailable)
      let events = try await served.ask("/api/models/events?q=on:x")
      #expect(events.status == .badRequest)
    }
  }

  @Test func `offline, what is not kept is 503`() async throws {
    let served = try await ServedModels(nil)
    let answer = try await served.ask("/api/models/endpoints/\(ServedModels.coreID)")
    #expect(answer.status == .ok)
  }
}
