import Foundation
import Support
import Testing

/// A cache of another user: the reason is shown, wherever the cache was needed.
@Suite(.enabled(if: geteuid() == 0 && Tool.isThere("setpriv"), "not root, or no setpriv"))
struct UnreadableCacheTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test(
    arguments: [
      ("status", 0), ("list claude --offline --format ids", 0), ("changes --since 2020-01-01", 2),
      ("history a/one", 2), ("diff 2020-01-01 2020-02-01", 2), ("list --as-of 2026-01-01", 2),
    ] as [(String, Int32)], ["700 cache", "600 cache/openrouter_models.json"])
  func `the reason is the system's, and no type's name`(
    command: (line: String, status: Int32), mode: String
  ) async throws {
    let body = try program.write(ListingBody.of(["a/one"]), to: "a-20260101.json")
    try program.write(ListingBody.of(["a/one"]), to: "cache/openrouter_models.json")
    let outcome = try await program.shell(
      """
      chmod 755 . cache; chmod 644 cache/*
      modeldex import \(body) --cache-dir cache >/dev/null
      chmod \(mode)
      exec setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/tmp \
        $(command -v modeldex) \(command.line) --cache-dir "$PWD/cache"
      """)
    #expect(outcome.status == command.status)
    let cache = program.home.path + "/cache"
    let said = outcome.output + outcome.error
    #expect(said.contains("the cache \(cache) cannot be read: permission denied"))
    #expect(!said.contains("Fault") && !said.contains("reason:"))
  }
}
