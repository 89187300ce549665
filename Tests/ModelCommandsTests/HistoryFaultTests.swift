import Foundation
import ModelCatalog
import ModelRegistry
import Support
import Testing

/// The history with programs that run concurrently, are killed, or have no disk space.
struct HistoryFaultTests {
  private let program: Program

  init() throws { program = try Program() }

  private static let before = ListingBody.of(["a/one", "a/two", "a/four"])
  private static let after = ListingBody.of([
    .init("a/one"), .init("a/two", price: "0.0000005"), .init("a/five"),
  ])

  /// The history of that server's lists.
  private func history(_ server: SimulatedOpenRouter) throws -> CatalogHistory {
    let upstream = try Upstream(server.address)
    let folder = try #require(upstream.cacheFolderName)
    return CatalogHistory(directory: "\(program.cacheDirectory)/\(folder)")
  }

  private func news(_ history: CatalogHistory) async throws -> [String] {
    try await history.entries(since: .distantPast).map { entry in
      switch entry.kind {
      case .added: "+\(entry.id)"
      case .removed: "-\(entry.id)"
      case .changed(let fields): "~\(entry.id) \(fields.compactMap(\.field.jsonKey))"
      case .returned, .scheduledPrice: "?\(entry.id)"
      }
    }.sorted()
  }

  private static let allNews = [
    "+a/five", "-a/four", "~a/two [\"pricing.input\", \"pricing.output\"]",
  ]

  @Test func `two programs that refresh at once record each change once`() async throws {
    try await SimulatedOpenRouter.serving(
      .body(Self.before), otherwise: .body(Self.after)
    ) { server in
      _ = try await program.run("refresh", "--upstream", server.address)
      let line = "modeldex refresh --upstream \(server.address) &"
      let both = try await program.shell("\(line) \(line) wait")
      // Upstream is asked once a second at most, so one of them waits.
      let messages = both.error.split(separator: "\n")
      #expect(messages.allSatisfy { $0.contains("waiting for another modeldex") })
      let history = try history(server)
      #expect(try await news(history) == Self.allNews)
      let span = try #require(try await history.dateRange())
      #expect((2...3).contains(span.observations))
    }
  }

  /// Records a second list during a fault; returns whether the program succeeded.
  private func recordingTwice(
    _ spoil: (_ command: String) -> String,
    expecting check: (Program.Outcome, _ isRecorded: Bool) -> Void
  ) async throws {
    try await SimulatedOpenRouter.serving(
      .body(Self.before), otherwise: .body(Self.after)
    ) { server in
      let line = "modeldex refresh --upstream \(server.address)"
      #expect(try await program.shell(line).status == 0)
      let spoilt = try await program.shell(spoil(line))
      let history = try history(server)
      let found = try await news(history)
      let observations = try #require(try await history.dateRange()).observations
      #expect(observations == 1 && found == [] || observations == 2 && found == Self.allNews)
      check(spoilt, observations == 2)
      // The next refresh succeeds.
      #expect(try await program.shell(line).status == 0)
      #expect(try await news(history) == Self.allNews)
    }
  }

  @Test(arguments: [2, 4, 12, 20, 28, 36, 44, 52, 60, 100])
  func `a full disk leaves the previous state with a notice, or the next`(
    kilobytes: Int
  ) async throws {
    try await recordingTwice {
      "trap '' XFSZ; ulimit -f \(kilobytes); \($0)"
    } expecting: { outcome, isRecorded in
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("3 models on OpenRouter: 1 added, 1 removed, 1 changed\n"))
      #expect(isRecorded == !outcome.error.contains("the history "))
    }
  }

  private static let strace = "/usr/bin/strace"

  /// strace kills the program at a given write.
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: strace), "strace is not installed"),
    arguments: 1...12)
  func `a kill at a write leaves the previous state or the next`(write: Int) async throws {
    try await recordingTwice {
      """
      \(Self.strace) -f -qq -o /dev/null -e trace=pwrite64 \
      -e inject=pwrite64:signal=SIGKILL:when=\(write) \($0)
      """
    } expecting: { outcome, isRecorded in
      #expect([0, 137].contains(outcome.status))
      #expect(isRecorded || outcome.status == 137)
    }
  }

  @Test func `without disk space there is a notice, no history, and every model`() async throws {
    try await SimulatedOpenRouter.serving(otherwise: .body(Self.before)) { server in
      let line = "modeldex refresh --upstream \(server.address)"
      let full = try await program.shell("trap '' XFSZ; ulimit -f 8; \(line)")
      #expect(full.output == "3 models on OpenRouter, fetched for the first time\n")
      let history = try history(server)
      // Long paths are truncated.
      #expect(full.error.contains("the history \(program.home.path)"))
      #expect(full.error.contains(" cannot be used: "))
      #expect(full.status == 0)
      let roomy = try await program.shell(line)
      #expect(
        roomy == .init(output: "3 models on OpenRouter, nothing changed\n", error: "", status: 0))
      #expect(try await history.models(asOf: Date()).map(\.id) == ["a/four", "a/one", "a/two"])
    }
  }

  @Test func `a removed model is listed by state or by its id`() async throws {
    try await SimulatedOpenRouter.serving(
      .body(Self.before), otherwise: .body(Self.after)
    ) { server in
      func ids(_ query: String) async throws -> String {
        try await program.run(
          "list", "--format", "ids", "--upstream", server.address, "source:openrouter", query
        ).output
      }
      for _ in 0..<2 { _ = try await program.run("refresh", "--upstream", server.address) }
      #expect(try await ids("is:removed") == "a/four\n")
      #expect(try await ids("a/four") == "a/four\n")
      #expect(try await ids("is:changed") == "a/two\n")
      #expect(try await ids("author:a") == "a/five\na/one\na/two\n")
    }
  }
}
