import Foundation
import HTTPTypes
import HummingbirdTesting
import ModelRegistry
import NIOCore
import Support
import Testing

@testable import ModelServer

extension Connections {
  /// The shared cache of the page about serving, with its configuration, in front of two servers.
  @Suite(
    .enabled(if: Nginx.path != nil, "nginx is not installed: apt-get install nginx-light"))
  struct NginxTests {
    private let listing: [ScriptedProvider.Outcome] = [
      .success(ServedModels.listing), .success(ServedModels.longer),
    ]

    private func served(lifetime: Int) async throws -> ServedModels {
      try await ServedModels(
        listing, settings: ServerSettings(port: 0, freshnessLifetime: lifetime))
    }

    @Test func `answers come from the cache, even if the servers are stopped`() async throws {
      let (one, other) = try await (served(lifetime: 600), served(lifetime: 600))
      let nginx = try await one.serve(.live) { client, _ in
        let port = try #require(client.port)
        let nginx = try await other.serve(.live) { client, _ in
          let nginx = try await Nginx(before: (port, try #require(client.port)))
          let first = try await nginx.ask("/api/models")
          #expect(first.headers["x-cache-status"] == "MISS")
          #expect(first.status == 200)
          for path in ["/api/models/core", "/api/models/search?q=claude"] {
            #expect(try await nginx.ask(path).headers["x-cache-status"] == "MISS")
          }
          try await hits(nginx)
          return nginx
        }
        try await hits(nginx)
        // Answers that are not cached come from the remaining server.
        let new = try await nginx.ask("/api/models/\(ServedModels.coreID)")
        #expect(new.status == 200)
        #expect(new.headers["x-cache-status"] == "MISS")
        return nginx
      }
      try await hits(nginx)
      #expect(try await nginx.ask("/api/models/\(ServedModels.coreID)").status == 200)
      nginx.stop()
    }

    private func hits(_ nginx: Nginx) async throws {
      for path in ["/api/models", "/api/models/core", "/api/models/search?q=claude"] {
        let answer = try await nginx.ask(path)
        #expect(answer.status == 200)
        #expect(answer.headers["x-cache-status"] == "HIT", "\(path)")
        #expect(try JSON(answer.body.utf8)["success"] == true)
      }
    }

    @Test func `the cache answers 304, and stores gzip and plain separately`() async throws {
      let (one, other) = try await (served(lifetime: 600), served(lifetime: 600))
      try await one.serve(.live) { client, _ in
        let port = try #require(client.port)
        try await other.serve(.live) { client, _ in
          let nginx = try await Nginx(before: (port, try #require(client.port)))
          let path = "/api/models"
          for status in ["MISS", "HIT"] {
            let plain = try await nginx.ask(path)
            #expect(plain.headers["x-cache-status"] == status)
            #expect(plain.headers["content-encoding"] == nil)
            #expect(plain.headers["vary"] == "Accept-Encoding")
            #expect(try JSON(plain.body.utf8)["success"] == true)
            let packed = try await nginx.ask(path, "Accept-Encoding: gzip")
            #expect(packed.headers["x-cache-status"] == status)
            #expect(packed.headers["content-encoding"] == "gzip")
            #expect(packed.headers["etag"] == plain.headers["etag"])
          }
          let tag = try #require(await nginx.ask(path).headers["etag"])
          let known = try await nginx.ask(path, "If-None-Match: \(tag)")
          #expect(known.status == 304)
          #expect(known.headers["x-cache-status"] == "HIT")
          #expect(known.headers["etag"] == tag)
          nginx.stop()
        }
      }
    }

    @Test func `answers that must be current are not cached`() async throws {
      let (one, other) = try await (served(lifetime: 600), served(lifetime: 600))
      try await one.serve(.live) { client, _ in
        let port = try #require(client.port)
        try await other.serve(.live) { client, _ in
          let nginx = try await Nginx(before: (port, try #require(client.port)))
          for path in ["/api/models/status", "/api/models/none", "/api/models/status"] {
            #expect(try await nginx.ask(path).headers["x-cache-status"] == "MISS")
          }
          let request = RawRequest(
            target: "/api/models/events", host: "127.0.0.1:\(nginx.port)", isEndless: true)
          #expect(try await RawClient.ask(request, port: nginx.port).status == 200)
          nginx.stop()
        }
      }
    }

    @Test func `a refresh becomes visible when the cached answer expires`() async throws {
      let (one, other) = try await (served(lifetime: 1), served(lifetime: 1))
      try await one.serve(.live) { client, _ in
        let port = try #require(client.port)
        try await other.serve(.live) { client, _ in
          let nginx = try await Nginx(before: (port, try #require(client.port)))
          let before = try await nginx.ask("/api/models/openrouter")
          #expect(try JSON(before.body.utf8)["data"]["acme/novelty"] == .null)
          // One for each server.
          #expect(try await nginx.post("/api/models/refresh").status == 200)
          #expect(try await nginx.post("/api/models/refresh").status == 200)
          let end = ContinuousClock.now + .seconds(60)
          var isVisible = false
          while !isVisible, ContinuousClock.now < end {
            let body = try await nginx.ask("/api/models/openrouter").body
            isVisible = try JSON(body.utf8)["data"]["acme/novelty"] != .null
          }
          #expect(isVisible)
          nginx.stop()
        }
      }
    }
  }
}
