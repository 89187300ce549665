import Foundation
import Support
import Testing

/// Past catalogues, without the network.
struct AsOfTests {
  private let program: Program

  init() async throws {
    program = try Program()
    try await PastBodies.importAll(into: program)
  }

  private static let note =
    "modeldex: OpenRouter's models as of 2026-08-01 12:00 UTC\n"

  @Test func `list uses the day's last list, and states its date`() async throws {
    #expect(
      try await program.run(
        "list", "source:openrouter sort:name", "--as-of", "2026-08-01", "--columns", "id,input")
        == .init(
          output: "id\tinput\na/hourly\t4\na/one-pro\t1\na/two\t2\na/words\t1\n",
          error: Self.note, status: 0))
  }

  @Test func `a time means exactly that time`() async throws {
    let before = try await program.run(
      "list", "a/two", "--as-of", "2026-08-01T11:59:59Z", "--columns", "input")
    #expect(before.output == "input\n3\n")
  }

  @Test func `ages and changes are relative to that time`() async throws {
    // The rows were listed on 2026-05-28.
    let ages = try await program.run(
      "list", "source:openrouter age<35d", "--as-of", "2026-07-01", "--format", "ids")
    #expect(ages.output.split(separator: "\n").count == 4)
    let later = try await program.run("list", "a/two age<35d", "--as-of", "2026-08-01")
    #expect(later.status == 1)
    let changed = try await program.run(
      "list", "is:changed sort:name", "--as-of", "2026-08-01", "--format", "ids")
    #expect(changed.output == "a/one-pro\na/two\n")
  }

  @Test func `show, categories and stats use the past list`() async throws {
    let shown = try await program.run("show", "a/one-pro", "--as-of", "2026-08-01")
    #expect(shown.output.contains("\nContext  64,000 tokens\n"))
    #expect(shown.output.contains("\nListed   2026-05-28, 2 months ago\n"))
    #expect(shown.error == Self.note)
    let categories = try await program.run(
      "categories", "--as-of", "2026-08-01", "--format", "json")
    #expect(categories.error == Self.note)
    let stats = try await program.run("stats", "--as-of", "2026-08-01", "--format", "json")
    #expect(stats.output.contains("\"openrouter\": 4"))
    #expect(stats.error == Self.note)
  }

  @Test func `a core model that was listed later is left out`() async throws {
    let old = try program.write(ListingBody.of(["a/old"]), to: "old-20230401.json")
    _ = try await program.run("import", old)
    let outcome = try await program.run("list", "--as-of", "2023-04-01", "--format", "ids")
    #expect(outcome.output.contains("a/old\n"))
    #expect(!outcome.output.contains("gpt-5.4\n"))
  }

  @Test(arguments: [
    ("2026-06-30", 1, "the history begins 2026-07-01T00:00:00Z"),
    ("2999-01-01", 1, "that time is still to come"),
    (
      "last week", 64,
      "--as-of: “last week” is not a date: write 2026-08-01 or 2026-08-01T12:00:00Z"
    ),
  ])
  func `a date without history is an error of one line`(
    moment: String, status: Int32, complaint: String
  ) async throws {
    for command in ["list", "plot", "categories", "stats", "show", "browse"] {
      let outcome = try await program.shell(
        "modeldex \(command) \(command == "show" ? "a/two" : "") --as-of '\(moment)'")
      #expect(outcome == .init(output: "", error: "modeldex: \(complaint)\n", status: status))
    }
  }

  @Test func `a removed model is shown with its removal date and successor`() async throws {
    try program.cache(PastBodies.third)
    let outcome = try await program.run("show", "a/one-pro")
    #expect(
      outcome.output.hasPrefix("Name of a/one-pro  removed, last seen 2026-08-01\na/one-pro\n"))
    #expect(outcome.output.contains("\nSuccessor  likely a/one-2-pro\n"))
    let json = try await program.run("show", "a/one-pro", "--format", "json")
    #expect(json.error == "modeldex: a/one-pro is removed, last seen 2026-08-01\n")
    #expect(json.output.contains("\"lastListed\": \"2026-08-01T12:00:00Z\""))
    let listed = try await program.run("list", "is:removed", "--format", "ids")
    #expect(listed.output == "a/one-pro\n")
  }
}
