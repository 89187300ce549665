import Foundation
import Support
import Testing

struct ChangesTests {
  private static let offline =
    "modeldex: the network is switched off; only the core models are known\n"

  private let program: Program

  init() async throws {
    program = try Program()
    try await PastBodies.importAll(into: program)
  }

  @Test func `the difference between two days is one line per model`() async throws {
    #expect(
      try await program.run("diff", "2026-07-01", "2026-08-01")
        == .init(
          output: """
            2026-07-01 to 2026-08-01 12:00 UTC: 2 changed, 2 more in descriptions and scheduled prices
            ~ a/one-pro  context 128k → 64k ▼
            ~ a/two  in 3.00 → 2.00 $/M ▼ −33%; out 3.00 → 2.00 $/M ▼ −33%

            """, error: "", status: 0))
  }

  @Test func `noise is listed on request`() async throws {
    let outcome = try await program.run("diff", "2026-07-01", "2026-08-01", "--noise")
    #expect(outcome.output.contains("\n~ a/words  description About a/words. → Other words.\n"))
    #expect(outcome.output.hasSuffix("\n~ scheduled prices: a/hourly\n"))
    #expect(outcome.error == "")
  }

  @Test func `models are added and removed, and a changed list shows its additions`() async throws {
    let outcome = try await program.run("diff", "2026-08-01", "2026-08-21")
    #expect(
      outcome.output == """
        2026-08-01 12:00 UTC to 2026-08-21 06:30 UTC: 1 added, 1 removed, 1 changed, \
        2 more in descriptions and scheduled prices
        + a/one-2-pro  free
        - a/one-pro
        ~ a/two  in 2.00 → 4.00 $/M ▲ +100%; out 2.00 → 4.00 $/M ▲ +100%; \
        parameters unknown → seed tools

        """)
  }

  @Test func `a terminal without UTF-8 gets ASCII`() async throws {
    let outcome = try await program.run(
      "diff", "2026-07-01", "2026-08-01", setting: ["LANG": "C"])
    #expect(
      outcome.output.contains("\n~ a/two  in 3.00 > 2.00 $/M v -33%; out 3.00 > 2.00 $/M v -33%\n"))
  }

  @Test func `json has ids, and fields named as in a model's JSON`() async throws {
    let outcome = try await program.run("diff", "2026-07-01", "2026-08-01", "--format", "json")
    #expect(
      outcome.output.filter { !$0.isWhitespace } == #"""
        {"added":[],"removed":[],"changed":[{"id":"a/one-pro","fields":[{"field":"contextWindow","old":128000,\#
        "new":64000}]},{"id":"a/two","fields":[{"field":"pricing.input","old":3,"new":2},\#
        {"field":"pricing.output","old":3,"new":2}]}]}
        """#)
  }

  @Test func `the newest list is compared with the one before it`() async throws {
    let outcome = try await program.run("changes", "--since", "last", "--offline")
    #expect(
      outcome.output.hasPrefix("2026-08-01 12:00 UTC to 2026-08-21 06:30 UTC: 1 added, 1 removed, ")
    )
    #expect(outcome.status == 0)
  }

  @Test func `last is the time when changes were marked read in the browser`() async throws {
    try program.write(
      Data(#"{"favorites":[],"read":{"until":"2026-07-03T10:00:00.000Z"}}"#.utf8),
      to: ".local/state/modeldex/state.json")
    let outcome = try await program.run("changes", "--since", "last", "--offline")
    #expect(outcome.output.hasPrefix("2026-07-01 to 2026-08-21 06:30 UTC: 1 added, 1 removed, "))
  }

  @Test func `a date before the history begins means its beginning`() async throws {
    let outcome = try await program.run("changes", "--since", "2020-01-01", "--offline")
    #expect(outcome.output.hasPrefix("2026-07-01 to 2026-08-21 06:30 UTC: "))
    #expect(outcome.error == Self.offline + "modeldex: the history begins 2026-07-01T00:00:00Z\n")
  }

  @Test func `the end of the current day means now`() async throws {
    let today = Date().formatted(.iso8601.year().month().day())
    let outcome = try await program.run("diff", "2026-08-01", today)
    #expect(outcome.output.hasPrefix("2026-08-01 12:00 UTC to 2026-08-21 06:30 UTC: 1 added, "))
    let listed = try await program.run("list", "a/two", "--as-of", today, "--format", "ids")
    #expect(listed.output == "a/two\n")
  }

  @Test func `without changes in the last week nothing is listed`() async throws {
    let outcome = try await program.run("changes", "--offline")
    #expect(outcome.output.hasSuffix(": nothing changed\n"))
    #expect(outcome.status == 0)
  }

  @Test(arguments: [
    ("diff 2026-07-01 yesterday", 64, "to: “yesterday” is not a date: "),
    ("diff 2026-07-32 2026-08-01", 64, "from: “2026-07-32” is not a date: "),
    ("diff 2026-06-30 2026-08-01", 1, "the history begins 2026-07-01T00:00:00Z"),
    ("diff 2026-07-01 2999-01-01", 1, "that time is still to come"),
    ("changes --since 2999-01-01 --offline", 1, "that time is still to come"),
    ("changes --since next", 64, "--since: “next” is not a date: "),
    ("diff 2026-07-01 2026-08-01 --cache-dir empty", 1, "the history is empty"),
    ("diff 2026-07-01 2026-08-01 --upstream x.json", 2, "no history is kept of "),
  ])
  func `an invalid request is an error of one line`(
    line: String, status: Int32, complaint: String
  ) async throws {
    let outcome = try await program.shell("modeldex \(line)")
    #expect(outcome.output == "")
    #expect(outcome.error.split(separator: "\n").last?.hasPrefix("modeldex: \(complaint)") == true)
    #expect(outcome.status == status)
  }

  @Test func `a refresh is in the changes immediately`() async throws {
    try await SimulatedOpenRouter.serving(
      .body(ListingBody.of(["a/one"])), .body(ListingBody.of(["a/one", "a/two"]))
    ) { server in
      _ = try await program.run("refresh", "--upstream", server.address)
      _ = try await program.run("refresh", "--upstream", server.address)
      let outcome = try await program.run(
        "changes", "--since", "last", "--offline", "--upstream", server.address)
      #expect(outcome.output.hasSuffix(": 1 added\n+ a/two  1.00 in, 1.00 out $/M\n"))
    }
  }

  @Test func `atom has every change of the time as a feed`() async throws {
    let program = try Program()
    try await PastBodies.importAll(into: program)
    let outcome = try await program.run(
      "changes", "--since", "2026-07-01", "--format", "atom", "--offline")
    #expect(outcome.status == 0)
    let ids = outcome.output.components(separatedBy: "<id>").dropFirst(2).map {
      String($0.prefix { $0 != "<" })
    }
    #expect(
      Set(ids) == [
        "https://openrouter.ai/a/one-pro#2026-08-01", "https://openrouter.ai/a/two#2026-08-01",
        "https://openrouter.ai/a/one-pro#2026-08-21",
        "https://openrouter.ai/a/one-2-pro#2026-08-21",
        "https://openrouter.ai/a/two#2026-08-21",
      ])
    // The price of a model went down and up again: the difference has neither.
    #expect(outcome.output.contains("in 3.00 → 2.00 $/M"))
    let nothing = try await program.run(
      "changes", "--since", "2026-08-22", "--format", "atom", "--offline")
    #expect(nothing.status == 0 && !nothing.output.contains("<entry>"))
  }
}
