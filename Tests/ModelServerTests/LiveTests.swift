import Foundation
import HTTPTypes
import HummingbirdTesting
import ModelCatalog
import ModelRegistry
import NIOCore
import Support
import Testing

@testable import ModelServer

extension Connections {
  /// Behaviour that only a real connection shows.
  struct LiveTests {
    private func serve(
      idle: Int = 60, _ body: @Sendable (Int) async throws -> Void
    ) async throws {
      var settings = ServerSettings(port: 0)
      settings.limits.idle = idle
      try await ServedModels(settings: settings).serve(.live) { client, _ in
        let port = try #require(client.port)
        try await body(port)
        // In any case the next request is served.
        let next = try await RawClient.ask(
          RawRequest(target: "/api/models/openrouter"), port: port)
        #expect(try JSON(next.body.utf8)["meta"]["count"] == 4)
      }
    }

    @Test func `the most important answers are the same over a connection`() async throws {
      let served = try await ServedModels()
      let paths = [
        "/api/models", "/api/models/core", "/api/models/search?q=claude",
        "/api/models/\(ServedModels.coreID)",
        "/api/models/anthropic%2Fclaude-opus-5", "/api/models/none", "/api/openapi.json",
      ]
      for path in paths {
        let direct = try await served.ask(path)
        try await served.serve(.live) { client, _ in
          let answer = try await client.execute(uri: path, method: .get)
          #expect(answer.status == direct.status)
          #expect(answer.body == direct.body)
          for (name, value) in direct.headers.map({ ($0.name, $0.value) }) {
            #expect(answer.headers[name] == value)
          }
          let tag = direct.headers[.eTag] ?? "none"
          let again = try await client.execute(
            uri: path, method: .get, headers: [.ifNoneMatch: tag])
          #expect(again.status == (direct.headers[.eTag] == nil ? direct.status : .notModified))
        }
      }
    }

    @Test func `a target in absolute form is accepted`() async throws {
      try await serve { port in
        let answer = try await RawClient.ask(
          RawRequest(target: "http://localhost:\(port)/api/models/core?x=1"), port: port)
        #expect(answer.status == 200)
        #expect(try JSON(answer.body.utf8)["meta"]["source"] == "core")
      }
    }

    @Test(arguments: [
      ("http://localhost", "evil.example", 200), ("HTTP://LOCALHOST:1/", "evil.example", 200),
      ("http://evil.example", "localhost", 403), ("http://evil@localhost", "localhost", 403),
      ("https://evil.example:1", "localhost", 403), ("http://", "localhost", 403),
    ])
    func `in absolute form the request's own host decides`(
      server: String, host: String, status: Int
    ) async throws {
      try await serve { port in
        let slash = server.hasSuffix("/") && server != "http://" ? "" : "/"
        let answer = try await RawClient.ask(
          RawRequest(target: "\(server)\(slash)api/models/status", host: host), port: port)
        #expect(answer.status == status)
      }
    }

    @Test(arguments: ["é", "漢", "ÿ😀"])
    func `bytes beyond ASCII in a query are read as UTF-8`(word: String) async throws {
      try await serve { port in
        let answer = try await RawClient.ask(
          RawRequest(target: "/api/models/search?q=\(word)"), port: port)
        #expect(answer.status == 200)
        #expect(try JSON(answer.body.utf8)["meta"]["query"].string == word)
      }
    }

    @Test func `an HTTP/1.0 client gets no chunks, and the connection is closed`() async throws {
      try await serve { port in
        for path in ["/api/models/status", "/api/models/none", "/api/models"] {
          let client = try await RawClient(port: port)
          try await client.send("GET \(path) HTTP/1.0\r\nHost: localhost\r\n\r\n")
          let text = await client.read()
          let answer = RawAnswer(text)
          #expect(text.hasPrefix("HTTP/1.0 "))
          #expect(answer.headers["transfer-encoding"] == nil)
          #expect(answer.headers["content-length"] == "\(answer.body.utf8.count)")
          #expect((try? JSON(answer.body.utf8))?["success"] != nil)
        }
      }
    }

    @Test func `an HTTP/1.0 client keeps the connection if it asks for that`() async throws {
      try await serve { port in
        let client = try await RawClient(port: port)
        for _ in 0..<3 {
          try await client.send(
            "HEAD /api/models/core HTTP/1.0\r\nHost: localhost\r\nConnection: Keep-Alive\r\n\r\n")
          let answer = RawAnswer(await client.read(until: "\r\n\r\n"))
          #expect(answer.status == 200)
          #expect(answer.headers["connection"] == "keep-alive")
        }
        await client.close()
      }
    }

    @Test func `an event stream to an HTTP/1.0 client is not chunked`() async throws {
      try await serve { port in
        let client = try await RawClient(port: port)
        try await client.send("GET /api/models/events HTTP/1.0\r\nHost: localhost\r\n\r\n")
        let text = await client.read(until: "data:")
        let answer = RawAnswer(text)
        #expect(answer.headers["transfer-encoding"] == nil)
        #expect(answer.headers["connection"] == "close")
        #expect(answer.body.hasPrefix("event:") || answer.body.hasPrefix("id:"))
        await client.close()
      }
    }

    @Test(arguments: [
      "GET /api/models/none HTTP/1.1\r\nHost: localhost\r\n", "hello\r\n",
      "GET /api/models HTTP/1.1\r\nHost: evil.example\r\n",
      "DELETE /api/models HTTP/1.1\r\nHost: localhost\r\n",
      "GET /api/models/events HTTP/1.1\r\nHost: localhost\r\n",
      "GET /api/models/status HTTP/1.1\r\nHost: localhost\r\n",
    ])
    func `no answer may be read as another type than it has`(request: String) async throws {
      try await serve { port in
        let client = try await RawClient(port: port)
        try await client.send(request + "\r\n")
        let answer = RawAnswer(await client.read(until: "\r\n\r\n"))
        #expect(answer.headers["x-content-type-options"] == "nosniff")
        await client.close()
      }
    }

    @Test(arguments: [nil, "", "evil.example"])
    func `a request without a host, or with a foreign one, is rejected`(host: String?) async throws
    {
      try await serve { port in
        let answer = try await RawClient.ask(
          RawRequest(target: "/api/models", host: host), port: port)
        #expect(answer.status == (host == nil ? 400 : 403))
        #expect(answer.code == (host == nil ? "bad_host" : "host_not_allowed"))
      }
    }

    @Test(arguments: [
      "hello\r\n\r\n", "BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /\r\n\r\n",
      "GET / HTTP/9.9\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\r\n\r\n",
      "GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
    ])
    func `invalid input gets an error, and the connection is closed`(text: String) async throws {
      try await serve { port in
        let client = try await RawClient(port: port)
        try await client.send(text)
        let answer = RawAnswer(await client.read())
        #expect(answer.status == 400)
        #expect(answer.code == "unreadable_request")
        #expect(answer.headers["connection"] == "close")
      }
    }

    @Test func `invalid input after a request gets an error after its answer`() async throws {
      try await serve { port in
        let client = try await RawClient(port: port)
        try await client.send(
          "GET /api/models/status HTTP/1.1\r\nHost: localhost\r\n\r\nnonsense\r\n\r\n")
        let text = await client.read()
        #expect(text.hasPrefix("HTTP/1.1 200"))
        #expect(text.contains(#""initialized":true"#))
        #expect(text.contains(#""code":"unreadable_request""#))
      }
    }

    @Test func `headers beyond the limit are rejected`() async throws {
      try await serve { port in
        let long = String(repeating: "x", count: 1000)
        let client = try await RawClient(port: port)
        try await client.send("GET /api/models HTTP/1.1\r\nHost: localhost\r\n")
        for _ in 0..<40 { try? await client.send("X-Long: \(long)\r\n") }
        let answer = RawAnswer(await client.read())
        #expect(answer.status == 431)
        #expect(answer.code == "headers_too_large")
      }
    }

    @Test(arguments: ["GET /api/models/status", "POST /api/models/refresh", "PUT /api/models"])
    func `a body without a length is not read without limit`(request: String) async throws {
      try await serve { port in
        let client = try await RawClient(port: port)
        try await client.send(
          "\(request) HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = "1000\r\n" + String(repeating: "x", count: 0x1000) + "\r\n"
        // Far more than the buffers of two sockets hold.
        #expect(await client.flood(chunk, atMost: 10_000) < 10_000)
      }
    }

    @Test func `a body with a too large Content-Length is not awaited`() async throws {
      try await serve { port in
        let client = try await RawClient(port: port)
        try await client.send(
          "POST /api/models/refresh HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Length: 9999999999\r\n\r\n")
        let answer = RawAnswer(await client.read())
        #expect(answer.status == 413)
        #expect(answer.code == "content_too_large")
      }
    }

    @Test func `a small body is accepted and ignored`() async throws {
      try await serve { port in
        let client = try await RawClient(port: port)
        let post =
          "POST /api/models/refresh HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}"
        try await client.send(post + RawRequest(target: "/api/models/status").text)
        let text = await client.read()
        #expect(text.hasPrefix("HTTP/1.1 200"))
        #expect(text.contains("Models refreshed"))
        #expect(text.contains("cacheStatus") == false)
        #expect(text.components(separatedBy: "HTTP/1.1 200").count == 3)
      }
    }

    @Test func `a client that has closed its sending side gets its answer`() async throws {
      try await serve { port in
        let client = try await RawClient(port: port)
        try await client.send("GET /api/models/core HTTP/1.1\r\nHost: localhost\r\n\r\n")
        try await client.endSending()
        let answer = RawAnswer(await client.read())
        #expect(answer.status == 200)
        #expect(try JSON(answer.body.utf8)["success"] == true)
      }
    }

    @Test(arguments: [
      ("", ""), ("GET /api/mod", ""), ("GET /api/models HTTP/1.1\r\nHost: loc", ""),
      (
        "GET /api/models/status HTTP/1.1\r\nHost: localhost\r\n\r\nGET /api",
        "HTTP/1.1 200 OK"
      ),
      (
        "POST /api/models/refresh HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{",
        "HTTP/1.1 200 OK"
      ),
    ])
    func `a stalled client is disconnected, after the answer to a request that needs no more`(
      text: String, status: String
    ) async throws {
      try await serve(idle: 1) { port in
        let client = try await RawClient(port: port)
        try await client.send(text)
        #expect(await client.read().prefix { !$0.isNewline } == status)
      }
    }

    @Test func `a body that arrives byte by byte is not awaited`() async throws {
      try await serve(idle: 1) { port in
        let client = try await RawClient(port: port)
        try await client.send(
          "POST /api/models/refresh HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n")
        // One byte for each answer to another client: the whole body would take minutes.
        var sent = 0
        while sent < 60_000, (try? await client.send("x")) != nil {
          sent += 1
          _ = try await RawClient.ask(RawRequest(target: "/api/models/status"), port: port)
        }
        #expect(sent < 60_000)
      }
    }

    @Test func `a client that does not read its answers is disconnected`() async throws {
      try await serve(idle: 1) { port in
        let client = try await RawClient(port: port, reads: false)
        let requests = String(
          repeating: "GET /api/models HTTP/1.1\r\nHost: localhost\r\n\r\n", count: 100)
        // Until the buffers of both sides are full and the server reads no more.
        #expect(await client.flood(requests, atMost: 10_000) < 10_000)
      }
    }

    @Test(arguments: ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "POST"])
    func `other methods are rejected, and the allowed ones named`(method: String) async throws {
      try await serve { port in
        let answer = try await RawClient.ask(
          RawRequest(method: method, target: "/api/models"), port: port)
        #expect(answer.status == 405)
        #expect(answer.code == "method_not_allowed")
        #expect(answer.headers["allow"] == "GET, HEAD")
        let refresh = try await RawClient.ask(
          RawRequest(method: "GET", target: "/api/models/refresh"), port: port)
        #expect(refresh.status == 405)
        #expect(refresh.headers["allow"] == "POST")
      }
    }
  }
}
