import Foundation
import HTTPTypes
import HummingbirdTesting
import ModelCatalog
import ModelRegistry
import NIOCore
import Support
import Testing

@testable import ModelServer

@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct RefreshTests {
  @Test func `after a refresh the new list is served`() async throws {
    let served = try await ServedModels([
      .success(ServedModels.listing), .success(ServedModels.longer),
    ])
    try await served.serve { client, _ in
      let before = try await client.execute(uri: "/api/models/openrouter", method: .get)
      let answer = try await client.execute(uri: "/api/models/refresh", method: .post)
      let after = try await client.execute(uri: "/api/models/openrouter", method: .get)
      let body = try answer.json()
      #expect(answer.status == .ok)
      #expect(answer.headers[.cacheControl] == "no-store")
      #expect(body["message"] == "Models refreshed successfully")
      #expect(body["data"].names == ["initialized", "core", "openrouter", "history", "total"])
      #expect(body["data"]["openrouter"]["modelCount"] == 4)
      #expect(body["meta"]["changes"]["added"] == 1)
      #expect(body["meta"]["changes"]["removed"] == 1)
      #expect(try before.json()["data"]["acme/novelty"] == .null)
      #expect(try after.json()["data"]["acme/novelty"] != .null)
      #expect(after.headers[.eTag] != before.headers[.eTag])
      let changes = try await client.execute(uri: "/api/models/changes", method: .get)
      #expect(String(buffer: changes.body).contains("acme/novelty"))
    }
  }

  @Test func `a refresh without changes reports none`() async throws {
    let body = try await ServedModels().ask("/api/models/refresh", .post).json()
    #expect(
      body["meta"]["changes"].members == ["added": 0, "removed": 0, "changed": 0, "minor": 0])
  }

  @Test func `a refresh joins one that is running`() async throws {
    let gate = Gate()
    let served = try await ServedModels(
      [.success(ServedModels.longer)], held: gate, isFresh: false)
    try await served.serve { client, responder in
      let answers = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
        for _ in 0..<5 {
          group.addTask {
            try await client.execute(uri: "/api/models/refresh", method: .post).status
          }
        }
        let five: JSONValue = 5
        while responder.api.usage.json(refreshes: .null)["requests"]?[APIEndpoint.refresh.path]
          != five
        {
          await Task.yield()
        }
        // All five requests have arrived; the status that one of them refreshes follows a moment
        // later.
        func isRefreshing() async throws -> Bool {
          let status = try await client.execute(uri: "/api/models/status", method: .get).json()
          return status["data"]["openrouter"]["isRefreshing"] == true
        }
        while try await !isRefreshing() { await Task.yield() }
        gate.open()
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers == Array(repeating: .ok, count: 5))
      let list = try await client.execute(uri: "/api/models/openrouter", method: .get).json()
      #expect(list["data"]["acme/novelty"] != .null)
    }
    #expect(served.provider?.mostCallsAtOnce == 1)
  }

  @Test func `if upstream fails, the answer has the reason and the models stay`() async throws {
    let served = try await ServedModels([
      .success(ServedModels.listing),
      .failure(.rejected(status: 500, message: "out of\u{1B}[31m order", retryAfter: nil)),
    ])
    try await served.serve { client, _ in
      let before = try await client.execute(uri: "/api/models", method: .get)
      let answer = try await client.execute(uri: "/api/models/refresh", method: .post)
      #expect(answer.status == .badGateway)
      let body = try answer.json()
      #expect(body["success"] == false)
      #expect(body["code"] == "upstream_failed")
      #expect(body["error"].string?.contains("OpenRouter answered 500") == true)
      let after = try await client.execute(uri: "/api/models", method: .get)
      #expect(try after.json()["data"] == before.json()["data"])
      let status = try await client.execute(uri: "/api/models/status", method: .get).json()
      #expect(status["data"]["openrouter"]["lastError"] == body["error"])
      #expect(status["data"]["openrouter"]["isStale"] == false)
    }
  }

  @Test func `while upstream asks for patience, the answer says how long`() async throws {
    let served = try await ServedModels([
      .success(ServedModels.listing),
      .failure(.rejected(status: 429, message: "slow down", retryAfter: .seconds(1800))),
    ])
    try await served.serve { client, _ in
      let first = try await client.execute(uri: "/api/models/refresh", method: .post)
      #expect(first.status == .badGateway)
      served.clock.advance(by: .seconds(60))
      for _ in 0..<20 {
        let answer = try await client.execute(uri: "/api/models/refresh", method: .post)
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.headers[.retryAfter] == "1740")
        let body = try answer.json()
        #expect(body["success"] == false)
        #expect(body["code"] == "retry_later")
        #expect(body["retryAfter"] == 1740)
        #expect(
          body["error"] == "OpenRouter answered 429: slow down; it may be asked again in 29 min")
      }
    }
    #expect(served.provider?.calls == 2)
  }

  @Test func `an empty list removes no models`() async throws {
    let served = try await ServedModels([
      .success(ServedModels.listing), .success(ListingBody.of([String]())),
    ])
    let answer = try await served.ask("/api/models/refresh", .post)
    #expect(answer.status == .badGateway)
    #expect(try await served.json("/api/models/openrouter")["meta"]["count"] == 4)
  }

  @Test func `a refresh fails offline`() async throws {
    let answer = try await ServedModels(nil).ask("/api/models/refresh", .post)
    #expect(answer.status == .serviceUnavailable)
    #expect(try answer.json()["code"] == "offline")
  }

  @Test func `the status describes upstream`() async throws {
    let served = try await ServedModels()
    served.clock.advance(by: .seconds(90))
    let body = try await served.json("/api/models/status")
    #expect(body["data"]["initialized"] == true)
    #expect(body["data"]["core"]["categories"].texts.contains("claude"))
    let status = body["data"]["openrouter"]
    #expect(status["modelCount"] == 4)
    #expect(status["cacheAge"] == 90_000)
    #expect(status["lastFetch"] == status["lastSuccessfulFetch"])
    #expect(status["lastError"] == .null)
    #expect(status["isStale"] == false)
    let total = try await served.json("/api/models")["meta"]["total"]
    #expect(body["data"]["total"]["modelCount"] == total)
  }

  @Test func `statistics count models and requests`() async throws {
    let served = try await ServedModels([
      .success(ServedModels.listing), .failure(.unreachable("x")),
    ])
    try await served.serve { client, _ in
      for path in ["/api/models/search?q=claude", "/api/models/search", "/nowhere"] {
        _ = try await client.execute(uri: path, method: .get)
      }
      _ = try await client.execute(uri: "/api/models/refresh", method: .post)
      let data = try await client.execute(uri: "/api/models/statistics", method: .get).json()[
        "data"]
      let all = try await client.execute(uri: "/api/models", method: .get).json()
      let models = Array(all["data"]["combined"].members.values)
      #expect(data["total"] == all["meta"]["total"])
      #expect(data["byProvider"]["openrouter"] == 4)
      #expect(data["withVision"] == .number(Decimal(models.count { $0["supportsVision"] == true })))
      #expect(
        data["withFunction"] == .number(Decimal(models.count { $0["supportsFunction"] == true })))
      #expect(data["free"] == 2)
      let usage = data["usage"]
      #expect(usage["searches"] == 2)
      #expect(usage["requests"]["/api/models/search"] == 2)
      #expect(usage["requests"]["other"] == 1)
      #expect(usage["refreshes"]["failed"] == 1)
      #expect(usage["refreshes"]["changed"] == 1)
    }
  }
}
