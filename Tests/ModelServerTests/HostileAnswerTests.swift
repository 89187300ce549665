import Foundation
import HTTPTypes
import HummingbirdTesting
import ModelRegistry
import NIOCore
import Support
import Testing

@testable import ModelServer

/// Answers about models with only hostile texts, and to hostile requests.
extension Connections {
  struct HostileAnswerTests {
    /// The text as a terminal would receive it.
    private func expectHarmless(
      _ body: ByteBuffer, _ what: String,
      at location: SourceLocation = #_sourceLocation
    ) {
      let text = String(buffer: body)
      let fault = ShownText.controlFault(in: text)
      #expect(fault == nil, "\(what): \(fault ?? "")", sourceLocation: location)
      #expect(!text.isEmpty, "\(what) is empty", sourceLocation: location)
    }

    private static let paths = [
      "/api/models", "/api/models?format=frontend", "/api/models/openrouter",
      "/api/models/categories", "/api/models/search?q=source:openrouter",
      "/api/models/search?q=hostile&limit=1000", "/api/models/status", "/api/models/statistics",
      "/api/models/changes", "/api/models/acme%2Fhostile-7", "/api/models/history/acme/hostile-7",
      "/api/models/provider/acme/hostile-7", "/api/v1/models",
    ]

    @Test func `every answer about hostile models is harmless`() async throws {
      let served = try await ServedModels(
        [.success(ListingBody.of(["acme/hostile-7"])), .success(HostileText.wholeBody)],
        hasHistory: true)
      served.clock.advance(by: .seconds(3600))
      await served.registry.refresh()
      try await served.serve { client, _ in
        for path in Self.paths {
          let answer = try await client.execute(uri: path, method: .get)
          #expect(answer.status == .ok, "\(path)")
          expectHarmless(answer.body, path)
        }
      }
    }

    @Test func `event streams of hostile models are harmless`() async throws {
      let served = try await ServedModels([.success(HostileText.wholeBody)])
      try await served.serve(.live) { client, _ in
        for query in ["", "?q=source:openrouter"] {
          let stream = try await RawClient(port: try #require(client.port))
          try await stream.send(RawRequest(target: "/api/models/events" + query).text)
          let text = await stream.read(until: "\n\n")
          await stream.close()
          let body = try #require(text.range(of: "\r\n\r\n"))
          // Line breaks are part of the format.
          let events = String(
            String.UnicodeScalarView(
              text[body.upperBound...].unicodeScalars.filter { $0 != "\r" && $0 != "\n" }))
          expectHarmless(ByteBuffer(string: events), "events")
        }
      }
    }

    @Test func `a hostile error message of upstream is harmless`() async throws {
      let message = Answer.error(500, HostileText.joined)
      try await SimulatedOpenRouter.serving(otherwise: message) { upstream in
        let server = try ServerProcess(upstream: upstream.address, log: "debug")
        for request in [
          RawRequest(method: "POST", target: "/api/models/refresh"),
          RawRequest(target: "/api/models/status"), RawRequest(target: "/api/models/openrouter"),
        ] {
          let answer = try await RawClient.ask(request, port: server.port)
          expectHarmless(ByteBuffer(string: answer.body), request.target)
        }
        server.terminate()
        #expect(await server.end() == 0)
        expectHarmlessLog(server.logged)
      }
    }

    /// The client chooses the text, and another person may read it.
    @Test func `hostile requests are harmless in answers and in the log`() async throws {
      let server = try ServerProcess(log: "debug")
      let letters = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyz")
      for (number, hostile) in HostileText.all.enumerated() where hostile.text.utf8.count < 300 {
        let text = hostile.text.addingPercentEncoding(withAllowedCharacters: letters) ?? ""
        var targets = ["/api/models/\(text)", "/api/models/search?q=\(text)"]
        // Unescaped: only the HTTP parser may reject it.
        if number.isMultiple(of: 8) { targets.append("/\(hostile.text.filter { $0 != " " })") }
        for target in targets {
          let answer = try await RawClient.ask(RawRequest(target: target), port: server.port)
          expectHarmless(ByteBuffer(string: answer.body), "\(hostile.name): \(target)")
        }
      }
      server.terminate()
      #expect(await server.end() == 0)
      expectHarmlessLog(server.logged)
    }

    private func expectHarmlessLog(
      _ log: String, at location: SourceLocation = #_sourceLocation
    ) {
      #expect(!log.isEmpty, sourceLocation: location)
      for line in log.split(separator: "\n") {
        let fault = ShownText.fault(in: String(line))
        #expect(fault == nil, "\(line): \(fault ?? "")", sourceLocation: location)
      }
    }
  }
}
