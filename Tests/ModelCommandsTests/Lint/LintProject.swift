import Foundation
import ModelCatalog
import Support

/// A program with a history of two lists, and a folder of files to check.
struct LintProject {
  let program: Program

  private static func row(_ id: String, price: String = "0.0000001") -> ListingBody.Row {
    ListingBody.Row(id, price: price)
  }

  /// The last day of the model that expires.
  static let lastDay = CalendarDay(Date(timeIntervalSinceNow: 20 * 86400))

  /// The first list is of 2026-07-01, the second of now.
  init() async throws {
    program = try Program()
    let stay = [
      "anthropic/claude-opus-5", "openai/gpt-oss-120b", "anthropic/claude-sonnet-4.5",
      "anthropic/claude-opus-4.8", "openai/gpt-4o", "meta-llama/llama-3.3-70b-instruct",
      "google/veo-3.1",
    ].map { Self.row($0) }
    let others = [
      Self.row("inclusionai/ring-2.6-1t").with("expiration_date", "\"\(Self.lastDay)\""),
      Self.row("~anthropic/claude-sonnet-latest")
        .with("alias_target", #"{"name":"x","slug":"anthropic/claude-sonnet-4.5"}"#),
      Self.row("anthropic/claude-sonnet-4.6")
        .with("canonical_slug", "\"anthropic/claude-4.6-sonnet-20260217\""),
      Self.row("z-ai/glm-5.3").with("expiration_date", "\"2098-12-31\""),
    ]
    let gone = [
      "x-ai/grok-4.1-fast", "meta-llama/llama-3.3-70b-instruct:free",
      "deepseek/deepseek-r1-0528:free", "anthropic/claude-3-opus", "openai/o1-preview",
    ].map { Self.row($0) }
    let first = ListingBody.of(stay + others + gone + [Self.row("openai/gpt-5.6-luna")])
    let newer = Self.row("x-ai/grok-4.3").with("created", "1784000000")
    let second = ListingBody.of(
      stay + others + [newer, Self.row("openai/gpt-5.6-luna", price: "0.0000002")])
    let file = try program.write(first, to: "lists/models-20260701.json")
    _ = try await program.run("import", file)
    try program.cache(second)
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try program.write(Data(text.utf8), to: "project/\(name)")
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: program.home.url("project/\(name)")), as: UTF8.self)
  }

  /// Runs `modeldex lint` in the folder.
  func lint(_ arguments: String = "") async throws -> Program.Outcome {
    try await program.shell("cd project && modeldex lint --offline \(arguments)")
  }

  /// The lines of findings, without the columns.
  func findings(_ arguments: String = "") async throws -> [String] {
    try await lint(arguments).output.split(separator: "\n").map(String.init)
  }
}
