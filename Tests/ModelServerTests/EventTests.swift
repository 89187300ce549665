import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import ModelCatalog
import ModelRegistry
import NIOConcurrencyHelpers
import NIOCore
import Support
import Testing

@testable import ModelServer

extension Connections {
  struct EventTests {
    /// The JSON of an event's data.
    private static func data(_ event: String) throws -> JSON {
      let line = event.split(separator: "\n").first { $0.hasPrefix("data: ") }
      return try JSON((line ?? "").dropFirst(6).utf8)
    }

    @Test func `the current state comes first, then every change`() async throws {
      let served = try await ServedModels([
        .success(ServedModels.listing), .success(ServedModels.longer),
      ])
      try await served.serve(.live) { client, _ in
        let port = try #require(client.port)
        let stream = try await RawClient(port: port)
        try await stream.send(RawRequest(target: "/api/models/events").text)
        let head = await stream.read(until: "data:")
        #expect(head.contains("HTTP/1.1 200"))
        #expect(head.lowercased().contains("content-type: text/event-stream"))
        #expect(head.lowercased().contains("cache-control: no-store"))
        #expect(head.lowercased().contains("x-accel-buffering: no"))
        #expect(head.contains("event: snapshot\nid: "))
        let list = try await client.execute(uri: "/api/models", method: .get).json()
        let event = try Self.data(head)
        #expect(event["revision"] == list["meta"]["revision"])
        #expect(event["counts"]["openrouter"] == 4)
        #expect(event["counts"]["total"] == list["meta"]["total"])
        _ = try await client.execute(uri: "/api/models/refresh", method: .post)
        let next = await stream.read(until: #""added":1"#)
        #expect(next.contains("event: snapshot\nid: "))
        await stream.close()
      }
    }

    @Test func `an idle stream sends a heartbeat every half minute`()
      async throws
    {
      let served = try await ServedModels()
      try await served.serve(.live) { client, _ in
        let stream = try await RawClient(port: try #require(client.port))
        try await stream.send(RawRequest(target: "/api/models/events").text)
        _ = await stream.read(until: "data:")
        await served.clock.nextWake(is: .seconds(30))
        served.clock.advance(by: .seconds(30))
        #expect(await stream.read(until: ": ").contains(": still here\n\n"))
        await stream.close()
      }
    }

    @Test func `a stream can watch a query`() async throws {
      let served = try await ServedModels([
        .success(ServedModels.listing), .success(ServedModels.longer),
      ])
      try await served.serve(.live) { client, _ in
        let stream = try await RawClient(port: try #require(client.port))
        try await stream.send(RawRequest(target: "/api/models/events?q=author:acme").text)
        let first = await stream.read(until: "models")
        #expect(first.contains("event: matching"))
        #expect(try Self.data(first)["models"].texts == ["acme/gift", "~acme/gift-latest"])
        _ = try await client.execute(uri: "/api/models/refresh", method: .post)
        let next = await stream.read(until: "event: ceased")
        #expect(next.contains("event: began"))
        #expect(next.contains("acme/novelty"))
        await stream.close()
      }
    }

    @Test func `the stream of a disconnected client is closed`() async throws {
      try await ServedModels().serve(.live) { client, responder in
        let stream = try await RawClient(port: try #require(client.port))
        try await stream.send(RawRequest(target: "/api/models/events").text)
        _ = await stream.read(until: "data:")
        #expect(responder.hub.count == 1)
        await stream.close()
        while responder.hub.count > 0 { await Task.yield() }
      }
    }

    @Test func `streams end when the server stops`() async throws {
      let streams = NIOLockedValueBox<[RawClient]>([])
      try await ServedModels().serve(.live) { client, _ in
        let port = try #require(client.port)
        for _ in 0..<3 {
          let stream = try await RawClient(port: port)
          try await stream.send("GET /api/models/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
          _ = await stream.read(until: "data:")
          streams.withLockedValue { $0.append(stream) }
        }
      }
      for stream in streams.withLockedValue({ $0 }) {
        #expect(await stream.read().hasSuffix("0\r\n\r\n"))
      }
    }

    @Test func `streams beyond the limit are rejected`() async throws {
      var settings = ServerSettings(port: 0)
      settings.limits.eventStreams = 1
      try await ServedModels(settings: settings).serve(.live) { client, responder in
        let port = try #require(client.port)
        let stream = try await RawClient(port: port)
        try await stream.send(RawRequest(target: "/api/models/events").text)
        _ = await stream.read(until: "data:")
        let refused = try await RawClient.ask(RawRequest(target: "/api/models/events"), port: port)
        #expect(refused.status == 503)
        #expect(refused.code == "too_many_streams")
        #expect(refused.headers["retry-after"] == "30")
        await stream.close()
        while responder.hub.count > 0 { await Task.yield() }
        let taken = try await RawClient.ask(
          RawRequest(target: "/api/models/events", isEndless: true), port: port)
        #expect(taken.status == 200)
      }
    }

    @Test func `HEAD has the headers and no stream`() async throws {
      try await ServedModels().serve(.live) { client, responder in
        let answer = try await RawClient.ask(
          RawRequest(method: "HEAD", target: "/api/models/events"), port: try #require(client.port))
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "text/event-stream")
        #expect(answer.body.isEmpty)
        #expect(responder.hub.count == 0)
      }
    }

    // MARK: - Slow readers

    /// Reads each event only when the test allows it.
    private struct SlowWriter: ResponseBodyWriter {
      let events: AsyncStream<String>.Continuation
      let turns: AsyncStream<Void>

      mutating func write(_ buffer: ByteBuffer) async throws {
        events.yield(String(buffer: buffer))
        for await _ in turns { return }
      }

      consuming func finish(_ trailers: HTTPFields?) async throws { events.finish() }
    }

    @Test func `a slow client skips to the newest state`() async throws {
      let bodies = (0..<5).map { ListingBody.of(["acme/gift"], price: "0.00000\($0 + 1)") }
      let served = try await ServedModels(bodies.map { .success($0) })
      let current = CurrentSnapshot(await served.registry.snapshot, interval: .seconds(3600))
      let hub = EventHub(limit: 1)
      let (events, eventsIn) = AsyncStream.makeStream(of: String.self)
      let (turns, turnsIn) = AsyncStream.makeStream(of: Void.self)
      let wakes = try #require(hub.open())
      #expect(hub.open() == nil)
      async let writing: Void = {
        var writer: any ResponseBodyWriter = SlowWriter(events: eventsIn, turns: turns)
        try await EventStream(wakes: wakes, hub: hub, current: current, query: nil, now: { Date() })
          .write(to: &writer)
      }()
      var received = events.makeAsyncIterator()
      _ = await received.next()
      for _ in 0..<4 {
        await served.registry.refresh()
        served.clock.advance(by: .seconds(1))
        current.update(to: await served.registry.snapshot)
        hub.wake()
      }
      turnsIn.yield()
      #expect(await received.next() == String(buffer: current.value.event))
      hub.close()
      turnsIn.yield()
      #expect(await received.next() == nil)
      try await writing
      #expect(hub.count == 0)
      #expect(hub.open() == nil)
    }
  }
}
