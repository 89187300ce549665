import Foundation
import Support
import Testing

struct HistoryTests {
  private let program: Program

  init() async throws {
    program = try Program()
    try await PastBodies.importAll(into: program)
  }

  @Test func `a removed model has dates, changes, prices and a successor`() async throws {
    let outcome = try await program.run("history", "a/one-pro", "--offline")
    #expect(
      outcome.output == """
        Name of a/one-pro
        a/one-pro

        First seen  2026-07-01, where the history begins
        Last seen   2026-08-01 12:00 UTC
        Removed     not listed on 2026-08-21 06:30 UTC
        Successor   likely a/one-2-pro

        Changes
          2026-08-21 06:30 UTC  no longer listed
          2026-08-01 12:00 UTC  context 128k → 64k ▼

        Prices
          from        until                 input $/M  output $/M
          2026-07-01  2026-08-21 06:30 UTC       1.00        1.00

        """)
    #expect(outcome.status == 0)
  }

  @Test func `as of a date later entries are left out`() async throws {
    let then = try await program.run("history", "a/one-pro", "--as-of", "2026-08-01")
    #expect(then.output.contains("context 128k → 64k ▼"))
    #expect(!then.output.contains("2026-08-21"))
    #expect(!then.output.contains("Successor"))
    #expect(
      then.error
        == "modeldex: OpenRouter's models as of 2026-08-01 12:00 UTC\n")
    #expect(then.status == 0)
    let before = try await program.run("history", "a/one-2-pro", "--as-of", "2026-07-01")
    #expect(before.error.hasSuffix("modeldex: a/one-2-pro was not listed yet\n"))
    #expect(before.status == 1)
  }

  @Test func `scheduled prices are one line of changes`() async throws {
    let outcome = try await program.run("history", "a/hourly", "--offline")
    #expect(
      outcome.output.contains(
        """
        Changes
          2026-08-21 06:30 UTC  followed its schedule 2 times, 1.00–4.00 in, 2.00 out
                                $/M, since 2026-08-01 12:00 UTC

        """))
    #expect(!outcome.output.contains("▲"))
  }

  @Test func `json is the API's`() async throws {
    let outcome = try await program.run("history", "a/two", "--offline", "--format", "json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(
      Set(json.keys) == [
        "id", "name", "firstSeen", "lastSeen", "historyBegan", "isListed", "removed", "successor",
        "changes", "prices",
      ])
    #expect((json["changes"] as? [Any])?.count == 2)
    #expect((json["prices"] as? [[String: Any]])?.map { $0["input"] as? Double } == [3, 2, 4])
  }

  @Test func `noise is shown on request`() async throws {
    let without = try await program.run("history", "a/words", "--offline")
    #expect(without.output.contains("\nNo changes\n"))
    let with = try await program.run("history", "a/words", "--offline", "--noise")
    #expect(with.output.contains("  description Other words. → About a/words.\n"))
  }

  @Test func `a core model has the history of its counterpart`() async throws {
    let body = try program.write(ListingBody.of(["openai/gpt-5.4"]), to: "gpt-20260825.json")
    _ = try await program.run("import", body)
    let outcome = try await program.run("history", "gpt-5.4", "--offline")
    #expect(outcome.error.hasSuffix("modeldex: gpt-5.4 is openai/gpt-5.4\n"))
    #expect(outcome.output.contains("\n  2026-08-25  listed\n"))
    #expect(outcome.status == 0)
  }

  @Test func `an unknown id gives the nearest, including removed models`() async throws {
    let outcome = try await program.run("history", "a/one-prp", "--offline")
    #expect(outcome.output == "")
    #expect(
      outcome.error.contains(
        "modeldex: there is no model “a/one-prp”; the nearest are:\n  a/one-pro\n"))
    #expect(outcome.status == 1)
  }

  @Test func `a core model without a counterpart has no history`() async throws {
    let outcome = try await program.run("history", "gpt-5.4", "--offline")
    #expect(outcome.error.hasSuffix("modeldex: the history has nothing about gpt-5.4\n"))
    #expect(outcome.status == 1)
  }
}
