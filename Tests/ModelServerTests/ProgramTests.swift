import Foundation
import Support
import Testing

extension Connections {
  /// `modeldex serve` as it is run.
  struct ProgramTests {
    /// The running program.
    private final class Server: Sendable {
      let port: Int
      /// Used by the test's own task alone.
      let process: Process
      let log: URL
      private let home: TemporaryDirectory
      private let ended = Gate()

      /// With a file of models as its upstream; returns once it listens.
      init(port: Int = 0, upstream: String? = nil, log level: String = "info") throws {
        home = try TemporaryDirectory()
        let models = home.url("models.json")
        try ServedModels.listing.write(to: models)
        log = home.url("log")
        try Data().write(to: log)
        process = Process()
        process.executableURL = URL(filePath: BuiltProgram.modeldex)
        process.arguments = [
          "serve", "--port", "\(port)", "--upstream", upstream ?? models.path, "--log-level", level,
          "--cache-dir", home.path,
        ]
        process.environment = ["HOME": home.path, "PATH": "/usr/bin:/bin", "NO_PROXY": "*"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: log)
        process.terminationHandler = { [ended] _ in ended.open() }
        try process.run()
        let address = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        self.port = Int(address.split(separator: ":").last?.dropLast() ?? "") ?? 0
      }

      func end() async -> Int32 {
        await ended.wait()
        return process.terminationStatus
      }

      func text() throws -> String { try String(contentsOf: log, encoding: .utf8) }
    }

    @Test func `SIGTERM lets requests finish, ends event streams, and the status is 0`()
      async throws
    {
      let gate = Gate()
      try await SimulatedOpenRouter.serving(otherwise: .body(ServedModels.listing).held(by: gate)) {
        upstream in
        let server = try Server(upstream: upstream.address)
        let stream = try await RawClient(port: server.port)
        try await stream.send("GET /api/models/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        _ = await stream.read(until: "data:")
        let refresh = try await RawClient(port: server.port)
        try await refresh.send("POST /api/models/refresh HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let asked = #""/api/models/refresh":1"#
        let statistics = RawRequest(target: "/api/models/statistics")
        while try await !RawClient.ask(statistics, port: server.port).body.contains(asked) {}
        server.process.terminate()
        #expect(await stream.read().hasSuffix("0\r\n\r\n"))
        gate.open()
        let answer = RawAnswer(await refresh.read())
        #expect(answer.status == 200)
        #expect(await server.end() == 0)
      }
    }

    @Test func `a port that is taken is told in one line, and the status is 2`() async throws {
      let first = try Server()
      let second = try Server(port: first.port, log: "error")
      #expect(await second.end() == 2)
      #expect(
        try second.text()
          == """
          modeldex: 127.0.0.1:\(first.port) is in use, perhaps by another modeldex; \
          --port 0 takes a free one\n
          """)
      first.process.terminate()
      #expect(await first.end() == 0)
    }

    @Test func `logs tell of requests, without control characters`() async throws {
      let server = try Server(log: "debug")
      for target in ["/api/models/core", "/api/models/\u{1B}[31mred", "/a%1b[0m?q=%0A"] {
        _ = try await RawClient.ask(RawRequest(target: target), port: server.port)
      }
      server.process.terminate()
      #expect(await server.end() == 0)
      let log = try server.text()
      #expect(log.contains("path=/api/models/core status=200"))
      #expect(log.contains("refreshed"))
      #expect(
        !log.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    }

    @Test func `failures are logged without control characters`() async throws {
      let failure = Answer.error(500, "out of\u{1B}[31m order\r\n\u{7}")
      try await SimulatedOpenRouter.serving(otherwise: failure) { upstream in
        let server = try Server(upstream: upstream.address)
        let refresh = RawRequest(method: "POST", target: "/api/models/refresh")
        #expect(try await RawClient.ask(refresh, port: server.port).status == 502)
        server.process.terminate()
        #expect(await server.end() == 0)
        let log = try server.text()
        #expect(log.contains("refresh failed"))
        #expect(log.contains("order"))
        #expect(
          !log.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
      }
    }
  }
}
