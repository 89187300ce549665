import Foundation
import Support
import Testing

/// `categories`, `stats` and `status`.
struct CountsTests {
  private let program: Program

  init() throws { program = try Program() }

  private func body() throws -> String {
    try program.write(
      ListingBody.of([
        .init("acme/rocket-1", price: "0"), .init("acme/rocket-2"), .init("acme/rocket-3"),
        .init("lone/wolf").with("supported_parameters", #"["tools","reasoning"]"#),
      ]), to: "body.json")
  }

  @Test func `categories are counted, and a family of three is a category`() async throws {
    let outcome = try await program.run("categories", "--upstream", try body())
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("category\tname\tmodels\ngpt\tGPT\t"))
    #expect(outcome.output.hasSuffix("rocket\tRocket\t3\nother\tOther\t1\n"))
  }

  @Test func `categories have every format`() async throws {
    let body = try body()
    let ids = try await program.run("categories", "--upstream", body, "--format", "ids")
    #expect(ids.output.hasSuffix("\nrocket\nother\n"))
    let lines = try await program.run("categories", "--upstream", body, "--format", "jsonl")
    #expect(
      lines.output.hasSuffix(
        #"""
        {"key":"rocket","name":"Rocket","count":3}
        {"key":"other","name":"Other","count":1}

        """#))
    let table = try await program.run("categories", "--upstream", body, "--format", "markdown")
    #expect(table.output.hasSuffix("| rocket | Rocket | 3 |\n| other | Other | 1 |\n"))
  }

  @Test func `counts are those of the listing and the core models`() async throws {
    let outcome = try await program.run("stats", "--upstream", try body(), "--format", "json")
    let counts = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(
      Set(counts.keys) == [
        "total", "byProvider", "byCategory", "withVision", "withFunction", "withReasoning", "free",
      ])
    let providers = try #require(counts["byProvider"] as? [String: Int])
    #expect(providers["openrouter"] == 4)
    #expect(counts["total"] as? Int == providers.values.reduce(0, +))
    #expect((counts["byCategory"] as? [String: Int])?["rocket"] == 3)
    #expect(counts["free"] as? Int == 1)
    let text = try await program.run("stats", "--upstream", try body())
    #expect(text.output.hasPrefix("Models          "))
    #expect(text.output.contains("\nBy provider\n  openai "))
  }

  @Test func `status describes the cache without a request`() async throws {
    try program.cache(ListingBody.of(["a/one", "a/two"]), age: 7200)
    let outcome = try await program.run("status")
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("OpenRouter    2 models"))
    #expect(lines.contains("Source        https://openrouter.ai/api/v1"))
    #expect(lines.contains("Cache         \(program.cacheDirectory)"))
    #expect(lines.contains("Age           2 h, stale: older than 60 min"))
    #expect(lines.contains("Next refresh  with the next command"))
  }

  private static let dates = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  @Test func `status as json is the API's`() async throws {
    try program.cache(ListingBody.of(["a/one", "a/two"]), age: 60)
    let outcome = try await program.run("status", "--format", "json")
    let status = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(Set(status.keys) == ["initialized", "core", "openrouter", "history", "total"])
    let openRouter = try #require(status["openrouter"] as? [String: Any])
    #expect(
      Set(openRouter.keys) == [
        "modelCount", "lastFetch", "lastSuccessfulFetch", "lastChange", "cacheAge", "isStale",
        "isRefreshing", "cacheTTL", "lastError", "nextRefresh", "skippedRows", "unreadablePrices",
        "rowsOverLimit",
        "valuesOverLimit",
        "otherPriceKeys",
      ])
    #expect(openRouter["modelCount"] as? Int == 2)
    #expect(openRouter["isStale"] as? Bool == false)
    #expect(openRouter["cacheTTL"] as? Int == 3_600_000)
    #expect(try #require(openRouter["cacheAge"] as? Int) >= 60_000)
    #expect(openRouter["lastError"] is NSNull)
    let next = try Date(#require(openRouter["nextRefresh"] as? String), strategy: Self.dates)
    let fetched = try Date(
      #require(openRouter["lastSuccessfulFetch"] as? String), strategy: Self.dates)
    #expect(next.timeIntervalSince(fetched) == 3600)
  }

  @Test func `the last failure is shown until a refresh succeeds`() async throws {
    try await SimulatedOpenRouter.serving(
      .listing(["a/one"]), .error(503, "Down"), .listing(["a/one"])
    ) { server in
      for failure in [nil, "OpenRouter answered 503: Down", nil] {
        _ = try await program.run("refresh", "--upstream", server.address)
        let text = try await program.run("status", "--upstream", server.address)
        let line = text.output.split(separator: "\n").first { $0.hasPrefix("Last failure") }
        #expect(line?.contains("\(failure ?? ""), ") == (failure == nil ? nil : true))
        let json = try await program.run(
          "status", "--upstream", server.address, "--format", "json")
        #expect(
          json.output.contains("\"lastError\": \(failure.map { "\"\($0)\"" } ?? "null")"))
      }
    }
  }
}
