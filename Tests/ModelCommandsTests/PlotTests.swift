import Foundation
import Support
import Testing

/// `modeldex plot`: arguments in, picture out.
struct PlotTests {
  private static let source = "Scores: Artificial Analysis via OpenRouter"

  private static func program() throws -> Program {
    var program = try Program()
    try program.cache(ScoredModels.body)
    program.environment["COLUMNS"] = "80"
    program.environment["LINES"] = "24"
    return program
  }

  private static func lines(_ outcome: Program.Outcome) -> [String] {
    outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: ["C.UTF-8", "C"])
  func `the picture, and the source of the scores as its last line`(locale: String) async throws {
    let outcome = try await Self.program().run(
      "plot", "--y", "coding", "--offline", setting: ["LANG": locale])
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    try Golden.expect(
      outcome.output.trimmingCharacters(in: .newlines),
      matches: locale == "C" ? "coding-80x24-ascii" : "coding-80x24", in: "Plots")
    if locale == "C" { #expect(outcome.output.utf8.allSatisfy { $0 < 0x80 }) }
  }

  @Test func `in a pipe it has 30 lines of at most 100 cells`() async throws {
    var program = try Self.program()
    program.environment["COLUMNS"] = nil
    program.environment["LINES"] = nil
    let lines = Self.lines(try await program.run("plot", "--offline"))
    #expect(lines.count == 31 && lines[29] == Self.source && lines[30].isEmpty)
    #expect(lines.map(\.count).max() == 100)
  }

  @Test(
    arguments: [
      ("cost", "mean $/M"), ("input", "input $/M"), ("output", "output $/M"),
      ("context", "context"), ("created", "day of listing"),
    ])
  func `every horizontal axis has its title`(x: String, title: String) async throws {
    let outcome = try await Self.program().run("plot", "--x", x, "--y", "agentic", "--offline")
    let first = try #require(Self.lines(outcome).first)
    #expect(first.hasPrefix("agentic ↑ against ") && first.contains("◆ frontier"))
    #expect(first.contains(title))
  }

  @Test func `a workload from the flag or the environment is on the axis`() async throws {
    let program = try Self.program()
    let text = "in=3000 out=500 calls=50000/day"
    let flag = try await program.run("plot", "--workload", text, "--offline")
    let variable = try await program.run(
      "plot", "--offline", setting: ["MODELDEX_WORKLOAD": text])
    #expect(flag == variable)
    #expect(
      Self.lines(flag)[0].hasPrefix("intelligence ↑ against USD a month under the workload →")
        || Self.lines(flag)[0].hasPrefix("intelligence ↑ against $ a month →"))
    #expect(flag.output.contains("$10,000"))
  }

  @Test func `a query chooses the models`() async throws {
    let outcome = try await Self.program().run("plot", "author:anthropic -batch", "--offline")
    #expect(outcome.output.contains("Claude Opus 5") && outcome.output.contains("Claude Haiku 4.5"))
    #expect(!outcome.output.contains("GPT"))
  }

  @Test func `days are the same in every time zone`() async throws {
    let program = try Self.program()
    var answers: [Program.Outcome] = []
    for zone in ["UTC", "America/New_York", "Pacific/Kiritimati"] {
      answers.append(
        try await program.run("plot", "--x", "created", "--offline", setting: ["TZ": zone]))
    }
    #expect(answers[0].output.contains("2023-11-08") && answers[0].output.contains("2026-08-13"))
    #expect(answers.allSatisfy { $0 == answers[0] })
  }

  @Test func `without both figures there is a sentence and status 1`() async throws {
    let program = try Self.program()
    #expect(
      try await program.run("plot", "acme", "--offline")
        == .init(
          output: "",
          error: "modeldex: none of 1 model has both figures: intelligence and mean of input and "
            + "output price, USD per million tokens\n", status: 1))
    #expect(
      try await program.run("plot", "zzzzqqq", "--offline")
        == .init(output: "", error: "modeldex: nothing matches “zzzzqqq”\n", status: 1))
  }

  @Test func `colours are on request, and add nothing but colour`() async throws {
    let program = try Self.program()
    let plain = try await program.run("plot", "--offline")
    let painted = try await program.run("plot", "--offline", "--color", "always")
    #expect(!plain.output.contains("\u{1B}"))
    #expect(painted.output.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain.output)
    #expect(painted.output != plain.output)
  }

  @Test func `where there is no room it is a sentence`() async throws {
    let outcome = try await Self.program().run(
      "plot", "--offline", setting: ["COLUMNS": "20", "LINES": "8"])
    #expect(outcome.output.hasPrefix("24 models, 9 on the\nfrontier.\n"))
    #expect(outcome.output.hasSuffix(Self.source + "\n"))
  }
}
