import Support
import Testing

/// Past dates that the browser cannot show: errors on stderr before the screen opens.
struct BrowsePastTests {
  @Test(arguments: [
    (
      "yesterday", 64,
      "--as-of: “yesterday” is not a date: write 2026-08-01 or 2026-08-01T12:00:00Z"
    ),
    (
      "2026-02-30", 64,
      "--as-of: “2026-02-30” is not a date: write 2026-08-01 or 2026-08-01T12:00:00Z"
    ),
    ("2999-01-01", 1, "that time is still to come"),
    ("2020-01-01", 1, "the history is empty"),
  ])
  func `the error is one line`(
    date: String, status: Int, complaint: String
  ) async throws {
    let outcome = try await Program().run("browse", "--offline", "--as-of", date)
    #expect(
      outcome
        == .init(output: "", error: "modeldex: \(complaint)\n", status: Int32(status)))
  }

  @Test func `a saved list has no history`() async throws {
    let program = try Program()
    let path = try program.write(ListingBody.of(["a/b"]), to: "saved.json")
    let outcome = try await program.run("browse", "--upstream", path, "--as-of", "2026-01-01")
    #expect(outcome.status == 2)
    #expect(
      outcome.error
        == "modeldex: no history is kept of \(path): it is a file; name the server whose history is "
        + "meant, as with --upstream https://openrouter.ai/api/v1\n")
  }
}
