import Foundation
import Support
import Testing

/// The browser opened without its argument parser shows what `modeldex browse` shows.
@Suite(
  .serialized, .enabled(if: TerminalSession.isAvailable, "these tests need tmux"))
struct PlainStartScreenTests {
  @Test(arguments: [
    [:], ["MODELDEX_ASCII": "1"], ["NO_COLOR": "1"], ["MODELDEX_NO_OPENROUTER": "1"],
    ["MODELDEX_COLUMNS": "name,context"], ["MODELDEX_WORKLOAD": "in=2k out=500"],
    ["LC_ALL": "C"], ["TERM": "dumb-and-unknown"],
  ])
  func `the same screen, status and message`(variables: [String: String]) async throws {
    let two = Answer.listing(["anthropic/claude-x", "openai/gpt-x"])
    try await SimulatedOpenRouter.serving(two) { server in
      let directory = try TemporaryDirectory()
      let environment = BrowserSession.environment(in: directory)
        .merging([
          "MODELDEX_UPSTREAM": server.address, "MODELDEX_CACHE_DIR": directory.url("cache").path,
        ]) { $1 }
        .merging(variables) { $1 }
      try Self.fillCache(environment)
      var shown: String?
      var statuses: [Int] = []
      for arguments in [["browse"], []] {
        let session = try TerminalSession(
          [BuiltProgram.modeldex] + arguments, columns: 100, rows: 30, environment: environment)
        if variables["TERM"] == nil {
          try session.waitFor("cached")
          if let shown {
            try session.wait(for: "the same screen") { try session.styledScreen() == shown }
          } else {
            shown = try Self.settledScreen(of: session)
          }
          try session.type("q")
        }
        statuses.append(try session.exitStatus())
      }
      #expect(Set(statuses).count == 1)
    }
  }

  /// It runs on the main thread, which then gets the signals.
  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal restores the terminal and is the status`(signal: Int32) throws {
    let directory = try TemporaryDirectory()
    let environment = BrowserSession.environment(in: directory)
      .merging(["MODELDEX_OFFLINE": "1", "MODELDEX_CACHE_DIR": directory.url("cache").path]) { $1 }
    let session = try TerminalSession(
      [BuiltProgram.modeldex], columns: 100, rows: 30, environment: environment)
    try session.waitFor("40 core")
    try session.signal(signal)
    #expect(try session.exitStatus() == Int(128 + signal))
    #expect(try session.leftModesAsFound())
  }

  private static func fillCache(_ environment: [String: String?]) throws {
    let session = try TerminalSession(
      [BuiltProgram.modeldex, "refresh"], columns: 100, rows: 30, environment: environment)
    #expect(try session.exitStatus() == 0)
  }

  /// A screen that stays.
  private static func settledScreen(of session: TerminalSession) throws -> String {
    var last = ""
    var equal = 0
    try session.wait(for: "a screen that stays") {
      let now = try session.styledScreen()
      equal = now == last ? equal + 1 : 0
      last = now
      return equal == 5
    }
    return last
  }
}
