import Foundation
import ModelCatalog
import ModelRegistry
import Support
import Testing

@testable import ModelCommands

/// Where a one-shot command gets its models.
@Suite(.timeLimit(.minutes(Sanitizers.patience)))
struct ModelSourceTests {
  private let program: Program

  init() throws { program = try Program() }

  /// Fetches once, to fill the cache for the server's address with `ids`.
  private func fill(from server: SimulatedOpenRouter) async throws {
    let outcome = try await program.run("refresh", "--upstream", server.address)
    #expect(outcome.status == 0)
  }

  private func age(by seconds: Double) throws {
    let cache = URL(filePath: program.cacheDirectory)
    for folder in try FileManager.default.contentsOfDirectory(
      at: cache, includingPropertiesForKeys: nil)
    {
      // Without its metadata, a body has the file's date.
      try FileManager.default.removeItem(at: folder.appending(path: "openrouter_meta.json"))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -seconds)],
        ofItemAtPath: folder.appending(path: "openrouter_models.json").path)
    }
  }

  @Test func `a fresh cache is used without a request`() async throws {
    try await SimulatedOpenRouter.serving(.listing(["a/model-1"])) { server in
      try await fill(from: server)
      let outcome = try await program.run(
        "list", "source:openrouter", "--format", "ids", "--upstream", server.address)
      #expect(outcome == .init(output: "a/model-1\n", error: "", status: 0))
      #expect(server.requests.count == 1)
    }
  }

  @Test func `without a cache upstream is requested first`() async throws {
    try await SimulatedOpenRouter.serving(.listing(["a/model-1"])) { server in
      let outcome = try await program.run(
        "list", "source:openrouter", "--format", "ids", "--upstream", server.address)
      #expect(outcome == .init(output: "a/model-1\n", error: "", status: 0))
    }
  }

  @Test func `a stale cache is refreshed first`() async throws {
    try await SimulatedOpenRouter.serving(
      .listing(["a/model-1"]), .listing(["a/model-1", "a/model-2"])
    ) { server in
      try await fill(from: server)
      try age(by: 7200)
      let outcome = try await program.run(
        "list", "source:openrouter", "--format", "ids", "--sort", "name", "--upstream",
        server.address)
      #expect(outcome == .init(output: "a/model-1\na/model-2\n", error: "", status: 0))
    }
  }

  @Test func `if upstream fails, the stale cache is used with a notice`() async throws {
    try await SimulatedOpenRouter.serving(
      .listing(["a/model-1"]), .error(503, "Down for a while")
    ) { server in
      try await fill(from: server)
      try age(by: 7200)
      let outcome = try await program.run(
        "list", "source:openrouter", "--format", "ids", "--upstream", server.address)
      #expect(
        outcome
          == .init(
            output: "a/model-1\n",
            error: "modeldex: OpenRouter answered 503: Down for a while; OpenRouter's models are "
              + "those of 2 h ago\n", status: 0))
    }
  }

  @Test func `nothing requests upstream before Retry-After is over, not even refresh`() async throws
  {
    let refusal = Answer.error(429, "Slowly", retryAfter: "1790")
    try await SimulatedOpenRouter.serving(.listing(["a/model-1"]), otherwise: refusal) { server in
      func list() async throws -> Program.Outcome {
        try await program.run("list", "gpt-5.4", "--upstream", server.address)
      }
      try await fill(from: server)
      try age(by: 7200)
      _ = try await list()
      #expect(server.requests.count == 2)
      let refusal = "modeldex: OpenRouter answered 429: Slowly; "
      let answer = try await list()
      #expect(
        answer.error == refusal + "the next try is due in 29 min; "
          + "OpenRouter's models are those of 2 h ago\n")
      #expect(answer.status == 0)
      let refresh = try await program.run("refresh", "--upstream", server.address)
      #expect(refresh.error == refusal + "it may be asked again in 30 min\n")
      #expect(refresh.status == 2)
      #expect(server.requests.count == 2)
    }
  }

  @Test func `without a cache the core models are used while Retry-After holds`() async throws {
    try await SimulatedOpenRouter.serving(
      otherwise: .error(429, "Slowly", retryAfter: "1790")
    ) { server in
      for end in ["only the core models", "the next try is due in 29 min; only the core models"] {
        let answer = try await program.run("list", "gpt-5.4", "--upstream", server.address)
        #expect(
          answer.error == "modeldex: OpenRouter answered 429: Slowly; \(end) are known\n")
      }
      #expect(server.requests.count == 1)
    }
  }

  @Test func `without cache and upstream the core models are used`() async throws {
    let outcome = try await program.run(
      "list", "gpt-5.4", "--format", "ids", "--limit", "1", "--upstream", "http://127.0.0.1:1")
    #expect(
      outcome
        == .init(
          output: "gpt-5.4\n",
          error: "modeldex: OpenRouter cannot be reached: connection refused; only the core models "
            + "are known\n", status: 0))
  }

  @Test func `offline there are no requests, however old the cache`() async throws {
    try await SimulatedOpenRouter.serving(.listing(["a/model-1"])) { server in
      try await fill(from: server)
      try age(by: 86400 * 3)
      let outcome = try await program.run(
        "list", "source:openrouter", "--format", "ids", "--offline", "--upstream", server.address)
      #expect(
        outcome
          == .init(
            output: "a/model-1\n",
            error: "modeldex: the network is switched off; OpenRouter's models are those of 3 days "
              + "ago\n", status: 0))
      #expect(server.requests.count == 1)
    }
  }

  @Test func `upstream is awaited only up to the time limit`() async throws {
    let gate = Gate()
    try await SimulatedOpenRouter.serving(.listing(["a/model-1"]).held(by: gate)) { server in
      let settings = try Settings(
        flags: [.upstream: server.address, .cacheDir: program.cacheDirectory], environment: [:])
      let clock = TestClock()
      var modelSource = ModelSource(
        settings: settings, console: Console(color: .never, environment: [:]))
      modelSource.clock = clock
      async let result = modelSource.refresh(within: .seconds(10))
      await server.received(1)
      clock.advance(by: .seconds(10))
      #expect(await result == nil)
      gate.open()
    }
  }

  @Test func `the past is read through the history that the registry writes`() throws {
    let settings = try Settings(flags: [.cacheDir: program.cacheDirectory], environment: [:])
    let modelSource = ModelSource(
      settings: settings, console: Console(color: .never, environment: [:]))
    #expect(try modelSource.history() === modelSource.registry.history)
  }

  @Test(arguments: [
    (nil, "OpenRouter has not answered in 10 s; only the core models are known"),
    (
      ProviderError.unreachable("connection refused"),
      "OpenRouter cannot be reached: connection refused; only the core models are known"
    ),
  ])
  func `a notice gives the reason why the list is not fresh`(
    error: ProviderError?, notice: String
  ) {
    let snapshot = Snapshot(catalog: .empty, published: .now)
    #expect(
      ModelSourceNotice.after(
        error.map { .failure($0) }, snapshot, patience: .seconds(10), now: .now) == notice)
  }

  @Test func `a cache that cannot be written leaves no partial files`() async throws {
    try program.write(Data("mine".utf8), to: ".cache/modeldex")
    try await SimulatedOpenRouter.serving(otherwise: .listing(["a/model-1"])) { server in
      let listed = try await program.run(
        "list", "source:openrouter", "--format", "ids", "--upstream", server.address)
      #expect(listed.output == "a/model-1\n")
      #expect(listed.status == 0)
      #expect(listed.error.hasPrefix("modeldex: the cache \(program.cacheDirectory)"))
      #expect(listed.error.hasSuffix("cannot be written: not a directory\n"))
      let refreshed = try await program.run("refresh", "--upstream", server.address)
      #expect(refreshed.status == 2)
    }
    #expect(try String(contentsOfFile: program.cacheDirectory, encoding: .utf8) == "mine")
  }

  @Test func `a signal ends it with status 128 plus its number`() async throws {
    let gate = Gate()
    try await SimulatedOpenRouter.serving(.listing(["a/model-1"]).held(by: gate)) { server in
      async let outcome = program.shell(
        """
        env --default-signal=INT modeldex list --upstream \(server.address) &
        echo $! > pid; wait $!
        """)
      await server.received(1)
      let text = try String(contentsOf: program.home.url("pid"), encoding: .utf8)
      let pid = try #require(Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)))
      kill(pid, SIGINT)
      #expect(try await outcome.status == 130)
      gate.open()
    }
  }

  @Test func `favorites are those of the browser`() async throws {
    try program.cache(ListingBody.of(["a/one", "a/two"]))
    let none = try await program.run("list", "is:favorite", "--format", "ids")
    #expect(
      none
        == .init(output: "", error: "modeldex: nothing matches “is:favorite”\n", status: 1))
    try program.write(
      Data(#"{"favorites": ["a/two"], "usesMouse": true}"#.utf8),
      to: ".local/state/modeldex/state.json")
    let one = try await program.run("list", "is:favorite", "--format", "ids")
    #expect(one == .init(output: "a/two\n", error: "", status: 0))
  }

  @Test(arguments: [
    ("json", "[]\n"), ("jsonl", ""), ("ids", ""), ("table", ""), ("tsv", "id\n"),
    ("csv", "id\r\n"), ("markdown", "| ID |\n| --- |\n"),
  ])
  func `if nothing matches, the format is kept and the status is 1`(
    format: String, output: String
  ) async throws {
    try program.cache(ListingBody.of(["a/one"]))
    let columns = ["json", "jsonl", "ids"].contains(format) ? "" : "--columns id"
    let outcome = try await program.shell(
      "modeldex list a/two source:openrouter --format \(format) \(columns)")
    #expect(
      outcome
        == .init(
          output: output, error: "modeldex: nothing matches “a/two source:openrouter”\n",
          status: 1))
  }
}
