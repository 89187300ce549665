import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import Support
import Testing

extension Connections {
  /// The built server under load, with a new list of models every second.
  ///
  /// `MODELDEX_SOAK_SECONDS` is the duration; `.ci/nightly` uses 600.
  struct SoakTests {
    private static let duration = Duration.seconds(
      ProcessInfo.processInfo.environment["MODELDEX_SOAK_SECONDS"].flatMap { Int($0) } ?? 8)
    private static let clients = 16
    /// What most clients request, in rotation.
    private static let paths = [
      "/api/models", "/api/models/core", "/api/models/openrouter", "/api/v1/models",
      "/api/models/search?q=extra%20sort:name", "/api/models?format=frontend",
      "/api/models/categories", "/api/models/status", "/api/models/statistics",
      "/api/models/team%2Fmodel-3", "/api/models/history/team/model-2", "/api/models/nobody",
      "/api/models/changes", "/api/models/provider/team/model-1", "/api/models/search?q=ctx%3E",
    ]

    @Test func `answers stay correct, and resources do not grow`()
      async throws
    {
      let upstream = try await SimulatedOpenRouter(answering: SoakLedger.listing(generation: 1))
      let server = try ServerProcess(
        upstream: upstream.address, log: "warning", flags: ["--refresh-interval", "1s"])
      let ledger = SoakLedger()
      let client = HTTPClient(
        eventLoopGroup: .singletonMultiThreadedEventLoopGroup,
        configuration: .init(decompression: .enabled(limit: .none)))
      let clock = ContinuousClock()
      let end = clock.now + Self.duration
      var samples: [ProcessSample] = []
      let feeding = Task {
        var generation = 1
        while !Task.isCancelled {
          await upstream.received(generation)
          generation += 1
          upstream.answer(SoakLedger.listing(generation: generation))
        }
      }
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<Self.clients {
          group.addTask {
            await Self.ask(number, client, port: server.port, until: end, ledger)
          }
        }
        group.addTask { await Self.listen(port: server.port, until: end, ledger) }
        while clock.now < end {
          // The sampling interval.
          try? await clock.sleep(for: .milliseconds(100))
          samples.append(ProcessSample(server.running))
        }
      }
      feeding.cancel()
      await feeding.value
      try await client.shutdown()
      let faults = await ledger.faults
      print("soak: \(await ledger.summary); \(ProcessSample.summary(samples))")
      #expect(faults == [])
      #expect(ProcessSample.growth(samples, megabytes: 12) == nil)
      #expect(await ledger.generations >= Int(Self.duration.components.seconds) / 4)
      server.terminate()
      #expect(await server.end() == 0)
      #expect(server.logged == "")
      await upstream.stop()
    }

    /// One client: consecutive requests over one connection.
    private static func ask(
      _ number: Int, _ client: HTTPClient, port: Int, until end: ContinuousClock.Instant,
      _ ledger: SoakLedger
    ) async {
      var random = SeededRandom(seed: UInt64(number))
      var tags: [String: String] = [:]
      var latest = 0
      while ContinuousClock().now < end {
        var path = paths.randomElement(using: &random) ?? "/api/models"
        // Changes of one minute: the whole history would grow with the duration of the test.
        if path.hasSuffix("changes") {
          path += "?since=" + Date(timeIntervalSinceNow: -60).formatted(.iso8601)
        }
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        if number.isMultiple(of: 2) { request.headers.add(name: "Accept-Encoding", value: "gzip") }
        if number.isMultiple(of: 3), let tag = tags[path] {
          request.headers.add(name: "If-None-Match", value: tag)
        }
        do {
          let response = try await client.execute(request, timeout: .seconds(60))
          if response.status == .serviceUnavailable,
            path.contains("/history/") || path.contains("changes")
          {
            await ledger.wasTooBusy()
            continue
          }
          let body = try await response.body.collect(upTo: 16 << 20)
          tags[path] = response.headers.first(name: "ETag")
          let generation = await ledger.check(
            path, status: Int(response.status.code), tag: tags[path],
            body: Data(body.readableBytesView))
          if let generation {
            if generation < latest { await ledger.note("\(path): \(generation) after \(latest)") }
            latest = max(latest, generation)
          }
        } catch {
          await ledger.note("\(path): \(error)")
        }
      }
    }

    /// Consecutive event streams, each closed after a few events.
    private static func listen(
      port: Int, until end: ContinuousClock.Instant, _ ledger: SoakLedger
    ) async {
      while ContinuousClock().now < end {
        guard let stream = try? await RawClient(port: port) else {
          await ledger.note("no event stream")
          continue
        }
        try? await stream.send("GET /api/models/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let text = await stream.read(until: "event: snapshot")
        await stream.close()
        if !text.hasPrefix("HTTP/1.1 200") { await ledger.note("an event stream: \(text)") }
      }
    }
  }
}
