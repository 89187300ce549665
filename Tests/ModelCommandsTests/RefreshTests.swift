import Foundation
import Support
import Testing

struct RefreshTests {
  private let program: Program

  init() throws { program = try Program() }

  private static let before = ListingBody.of([
    .init("a/one"), .init("a/two"), .init("a/three"), .init("a/four"),
  ])
  private static let after = ListingBody.of([
    .init("a/one"), .init("a/two", price: "0.0000005").with("context_length", "200000"),
    .init("a/three").with("description", "\"Other words.\""), .init("a/five", price: "0"),
  ])

  @Test func `added, removed and changed models are shown, with old and new values`() async throws {
    try await SimulatedOpenRouter.serving(.body(Self.before), .body(Self.after)) { server in
      let first = try await program.run("refresh", "--upstream", server.address)
      #expect(
        first
          == .init(
            output: "4 models on OpenRouter, fetched for the first time\n", error: "", status: 0))
      let second = try await program.run("refresh", "--upstream", server.address)
      #expect(
        second
          == .init(
            output: """
              4 models on OpenRouter: 1 added, 1 removed, 1 changed, 1 more in descriptions
              + a/five  free
              - a/four
              ~ a/two  in 1.00 → 0.50 $/M ▼ −50%; out 1.00 → 0.50 $/M ▼ −50%; \
              context 128k → 200k ▲

              """, error: "", status: 0))
    }
  }

  @Test func `the same list is not a change`() async throws {
    try await SimulatedOpenRouter.serving(otherwise: .body(Self.before)) { server in
      _ = try await program.run("refresh", "--upstream", server.address)
      let same = try await program.run("refresh", "--upstream", server.address)
      #expect(
        same
          == .init(output: "4 models on OpenRouter, nothing changed\n", error: "", status: 0))
      let none = try await program.run("refresh", "--upstream", server.address, "--format", "json")
      #expect(
        none
          == .init(
            output: "{\n  \"added\": [],\n  \"removed\": [],\n  \"changed\": []\n}\n", error: "",
            status: 0))
    }
  }

  @Test func `json names fields as a model's JSON does`() async throws {
    let changed = ListingBody.of([.init("a/one", price: "0.000002")])
    try await SimulatedOpenRouter.serving(
      .body(ListingBody.of(["a/one"])), .body(changed)
    ) { server in
      _ = try await program.run("refresh", "--upstream", server.address)
      let outcome = try await program.run(
        "refresh", "--upstream", server.address, "--format", "json")
      let text = outcome.output.filter { !$0.isWhitespace }
      #expect(
        text == #"""
          {"added":[],"removed":[],"changed":[{"id":"a/one","fields":[{"field":"pricing.input",\#
          "old":1,"new":2},{"field":"pricing.output","old":1,"new":2}]}]}
          """#)
    }
  }

  @Test(arguments: [
    (Answer.error(500, "Out of order"), "OpenRouter answered 500: Out of order"),
    (.error(429, "Slowly", retryAfter: "60"), "OpenRouter answered 429: Slowly"),
    (.listing([]), "OpenRouter's list is empty, so it is not believed"),
  ])
  func `an unusable answer is an error that removes no models`(
    answer: Answer, complaint: String
  ) async throws {
    try await SimulatedOpenRouter.serving(.body(Self.before), otherwise: answer) { server in
      _ = try await program.run("refresh", "--upstream", server.address)
      let failed = try await program.run("refresh", "--upstream", server.address)
      #expect(
        failed
          == .init(output: "", error: "modeldex: \(complaint)\n", status: 2))
      let left = try await program.run(
        "list", "source:openrouter", "--format", "ids", "--upstream", server.address)
      #expect(left.output.split(separator: "\n").count == 4)
    }
  }

  @Test func `a refresh fails offline`() async throws {
    let outcome = try await program.run("refresh", "--offline")
    #expect(
      outcome
        == .init(
          output: "", error: "modeldex: the network is switched off\n", status: 2))
  }

  @Test func `a Retry-After holds for the next commands, which do not ask`() async throws {
    try await SimulatedOpenRouter.serving(
      otherwise: .error(429, "slow down", retryAfter: "3600")
    ) { server in
      let first = try await program.run("refresh", "--upstream", server.address)
      #expect(first.error == "modeldex: OpenRouter answered 429: slow down\n")
      for _ in 0..<3 {
        let next = try await program.run("refresh", "--upstream", server.address)
        #expect(next.status == 2)
        #expect(
          next.error.hasPrefix(
            "modeldex: OpenRouter answered 429: slow down; it may be asked again in "))
      }
      #expect(server.requests.count == 1)
    }
  }

  @Test func `a list that is too large is used in part, and status counts the rest`() async throws {
    let rows = (0..<20_007).map { #"{"id":"\#($0)"}"# }.joined(separator: ",")
    let body = Data("{\"data\":[\(rows)]}".utf8)
    try await SimulatedOpenRouter.serving(.body(body)) { server in
      let outcome = try await program.run("refresh", "--upstream", server.address)
      #expect(outcome.status == 0)
      #expect(
        outcome.error
          == "modeldex: the list is too large, and not all of it is used; "
          + "modeldex status counts what\n")
      let status = try await program.run("status", "--offline", "--upstream", server.address)
      #expect(status.output.contains("20,000 models (7 rows left out, over the limits)"))
      #expect(status.output.contains("1 list since "))
      #expect(status.output.contains("of 256 MiB; when it is full, the oldest go first: "))
    }
  }

  @Test func `unreadable rows are counted`() async throws {
    let body = try program.write(
      ListingBody.ofJSON([ListingBody.Row("a/one").json, #"{"id":5}"#]), to: "body.json")
    let outcome = try await program.run("refresh", "--upstream", body)
    #expect(outcome.status == 0)
    #expect(outcome.error == "modeldex: 1 row of the list could not be read\n")
  }

  @Test func `a list that was not saved is an error even if output is a closed pipe`() async throws
  {
    try program.write(Data("mine".utf8), to: ".cache/modeldex")
    try await SimulatedOpenRouter.serving(otherwise: .body(Self.before)) { server in
      // The reader of descriptor 3 has ended before the program starts.
      let outcome = try await program.shell(
        "exec 3> >(true); wait $!; modeldex refresh --upstream \(server.address) >&3")
      #expect(outcome.error.hasSuffix("cannot be written: not a directory\n"))
      #expect(outcome.status == 2)
    }
  }

  @Test func `only models without any cost are called free`() async throws {
    let row = ListingBody.Row("a/two", price: "0").with(
      "pricing", #"{"prompt": "0", "completion": "0", "request": "0.01"}"#)
    try await SimulatedOpenRouter.serving(
      .body(ListingBody.of(["a/one"])),
      .body(ListingBody.of([.init("a/one"), row]))
    ) { server in
      _ = try await program.run("refresh", "--upstream", server.address)
      let outcome = try await program.run("refresh", "--upstream", server.address)
      #expect(outcome.output.hasSuffix("+ a/two  0.00 in, 0.00 out $/M\n"))
    }
  }
}
