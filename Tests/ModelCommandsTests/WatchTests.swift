import Foundation
import Support
import Testing

@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct WatchTests {
  private let program: Program

  init() throws { program = try Program() }

  private static let before = ListingBody.of([
    .init("a/one"), .init("a/two", price: "0"), .init("a/three"),
  ])
  private static let after = ListingBody.of([
    .init("a/one", price: "0"), .init("a/four", price: "0").with("name", "\"Four\""),
    .init("a/three"),
  ])

  private func watch(
    _ arguments: String..., with answers: [Answer] = [.body(before), .body(after)]
  ) async throws -> Program.Outcome {
    var outcome: Program.Outcome?
    let server = try await SimulatedOpenRouter(answering: .body(Self.after))
    server.next(answers)
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    outcome = try await program.shell(
      "modeldex watch --upstream \(server.address) --refresh-interval 1s \(words)")
    await server.stop()
    return try #require(outcome)
  }

  @Test func `the first event is printed, and ends the watch with --once`() async throws {
    #expect(
      try await watch("is:free", "--once")
        == .init(
          output: "+ a/four  Four  listed\n", error: "modeldex: watching; 1 model matches now\n",
          status: 0))
  }

  @Test func `the reason is what changed`() async throws {
    #expect(
      try await watch("a/one is:free", "--once").output
        == "+ a/one  Name of a/one  in 1.00 → 0.00 $/M ▼ −100%; out 1.00 → 0.00 $/M ▼ −100%\n")
    #expect(
      try await watch("a/two", "--once").output == "- a/two  Name of a/two  no longer listed\n")
  }

  @Test func `with json each event is a line with the whole model`() async throws {
    let outcome = try await watch("is:free", "--once", "--format", "json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(json["event"] as? String == "began")
    #expect(json["id"] as? String == "a/four")
    #expect(json["cause"] as? String == "listed")
    #expect((json["model"] as? [String: Any])?["contextWindow"] as? Int == 128_000)
    #expect(outcome.output.filter(\.isNewline).count == 1)
  }

  @Test func `a command gets the event, and the id is never part of the script`() async throws {
    let outcome = try await watch(
      "is:free", "--once", "--exec",
      #"echo "$MODELDEX_EVENT $MODELDEX_MODEL_ID"; cut -c1-33; exit 3"#)
    #expect(
      outcome
        == .init(
          output:
            "+ a/four  Four  listed\nbegan a/four\n{\"event\":\"began\",\"id\":\"a/four\",\"n\n",
          error: """
            modeldex: watching; 1 model matches now
            modeldex: the command for a/four ended with 3

            """, status: 0))
  }

  @Test func `a command has default signal handling`() async throws {
    let outcome = try await watch("is:free", "--once", "--exec", "yes | head -1; kill -USR1 $$")
    #expect(outcome.output == "+ a/four  Four  listed\ny\n")
    #expect(
      outcome.error.hasSuffix(" matches now\nmodeldex: the command for a/four ended with 138\n"))
  }

  @Test func `Ctrl-c ends it with status 130`() async throws {
    try await SimulatedOpenRouter.serving(otherwise: .body(Self.before)) { server in
      async let outcome = program.shell(
        """
        env --default-signal=INT modeldex watch is:free --upstream \(server.address) \\
          --refresh-interval 1s &
        echo $! > pid; wait $!
        """)
      await server.received(2)
      let text = try String(contentsOf: program.home.url("pid"), encoding: .utf8)
      let pid = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
      kill(pid, SIGINT)
      #expect(
        try await outcome
          == .init(output: "", error: "modeldex: watching; 1 model matches now\n", status: 130))
    }
  }

  @Test func `commands that fail or read nothing do not stop it`() async throws {
    let server = try await SimulatedOpenRouter(answering: .body(Self.before))
    server.next([.body(Self.before), .body(Self.after), .body(Self.before), .body(Self.after)])
    // It ends when it writes a line after its reader has ended.
    let outcome = try await program.shell(
      "modeldex watch source:openrouter --upstream \(server.address) --refresh-interval 1s "
        + "--exec 'exec <&-; exit 1' | head -3")
    await server.stop()
    #expect(
      outcome.output == """
        + a/four  Four  listed
        - a/two  Name of a/two  no longer listed
        + a/two  Name of a/two  listed

        """)
    #expect(outcome.error.contains("modeldex: the command for a/four ended with 1\n"))
    #expect(outcome.error.contains("modeldex: the command for a/two ended with 1\n"))
  }

  @Test func `a failing refresh is reported once, and the watch continues`() async throws {
    let outcome = try await watch(
      "is:free", "--once",
      with: [.body(Self.before), .error(500, "Out of order", retryAfter: "1"), .body(Self.after)])
    #expect(
      outcome.error == """
        modeldex: watching; 1 model matches now
        modeldex: OpenRouter answered 500: Out of order

        """)
    #expect(outcome.output == "+ a/four  Four  listed\n")
  }

  @Test(arguments: [
    ("watch", 64, "Missing expected argument '<query> ...'"),
    ("watch is:fre", 64, "is:"),
    ("watch is:free --offline", 2, "the network is switched off: nothing would ever change"),
  ])
  func `an invalid watch is an error of one line`(
    line: String, status: Int32, complaint: String
  ) async throws {
    let outcome = try await program.shell("modeldex \(line)")
    #expect(outcome.status == status)
    #expect(outcome.output == "")
    #expect(outcome.error.hasPrefix("modeldex: "))
    #expect(outcome.error.contains(complaint))
  }
}
