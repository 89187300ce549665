import Foundation
import Support
import Testing

extension Connections {
  /// The built `modeldex serve`.
  struct ProgramTests {
    @Test func `SIGTERM lets requests finish, ends event streams, and the status is 0`()
      async throws
    {
      let gate = Gate()
      try await SimulatedOpenRouter.serving(otherwise: .body(ServedModels.listing).held(by: gate)) {
        upstream in
        let server = try ServerProcess(upstream: upstream.address)
        let stream = try await RawClient(port: server.port)
        try await stream.send("GET /api/models/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        _ = await stream.read(until: "data:")
        let refresh = try await RawClient(port: server.port)
        try await refresh.send("POST /api/models/refresh HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let asked = #""/api/models/refresh":1"#
        let statistics = RawRequest(target: "/api/models/statistics")
        while try await !RawClient.ask(statistics, port: server.port).body.contains(asked) {}
        server.terminate()
        #expect(await stream.read().hasSuffix("0\r\n\r\n"))
        gate.open()
        let answer = RawAnswer(await refresh.read())
        #expect(answer.status == 200)
        #expect(await server.end() == 0)
      }
    }

    @Test func `connections beyond the descriptor limit wait and stop nothing`() async throws {
      let server = try ServerProcess(descriptors: 100)
      var clients: [RawClient] = []
      for _ in 0..<300 { clients.append(try await RawClient(port: server.port)) }
      for client in clients { await client.close() }
      let answer = try await RawClient.ask(
        RawRequest(target: "/api/models/status"), port: server.port)
      #expect(answer.status == 200)
      server.terminate()
      #expect(await server.end() == 0)
    }

    @Test func `a server that cannot accept waits without keeping a core busy`()
      async throws
    {
      let server = try ServerProcess(log: "warning")
      // One request first, so that it has opened everything that it needs.
      let status = RawRequest(target: "/api/models/status")
      _ = try await RawClient.ask(status, port: server.port)
      try server.running.limitDescriptors(to: server.running.descriptors + 2)
      var clients: [RawClient] = []
      for _ in 0..<10 { clients.append(try await RawClient(port: server.port)) }
      #expect(await server.logs { $0.contains("cannot be accepted") })
      let before = server.running.ticks
      #expect(await server.logs { $0.split(separator: "\n").count >= 3 })
      // Used in the two seconds between the warnings; a busy loop would use two hundred.
      #expect(server.running.ticks - before < 60)
      try server.running.limitDescriptors(to: 200)
      for client in clients.suffix(5) {
        try await client.send(status.text)
        #expect(await client.read().hasPrefix("HTTP/1.1 200"))
      }
      server.terminate()
      #expect(await server.end() == 0)
    }

    @Test func `a port in use is reported in one line, and the status is 2`() async throws {
      let first = try ServerProcess()
      let second = try ServerProcess(port: first.port, log: "error")
      #expect(await second.end() == 2)
      #expect(
        second.logged
          == """
          modeldex: 127.0.0.1:\(first.port) is in use, perhaps by another modeldex; \
          --port 0 chooses a free one\n
          """)
      first.terminate()
      #expect(await first.end() == 0)
    }

    @Test func `requests are logged without control characters`() async throws {
      let server = try ServerProcess(log: "debug")
      for target in ["/api/models/core", "/api/models/\u{1B}[31mred", "/a%1b[0m?q=%0A"] {
        _ = try await RawClient.ask(RawRequest(target: target), port: server.port)
      }
      server.terminate()
      #expect(await server.end() == 0)
      let log = server.logged
      #expect(log.contains("path=/api/models/core status=200"))
      #expect(log.contains("refreshed"))
      #expect(
        !log.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    }

    @Test func `failures are logged without control characters`() async throws {
      let failure = Answer.error(500, "out of\u{1B}[31m order\r\n\u{7}")
      try await SimulatedOpenRouter.serving(otherwise: failure) { upstream in
        let server = try ServerProcess(upstream: upstream.address)
        let refresh = RawRequest(method: "POST", target: "/api/models/refresh")
        #expect(try await RawClient.ask(refresh, port: server.port).status == 502)
        server.terminate()
        #expect(await server.end() == 0)
        let log = server.logged
        #expect(log.contains("refresh failed"))
        #expect(log.contains("order"))
        #expect(
          !log.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
      }
    }
  }
}
