import Foundation
import Support
import Testing

/// History in the browser: what changed since the last run, and past catalogues.
extension TerminalTests {
  @Test func `news arrives while the browser is open, and read marks persist`() async throws {
    let before = Answer.listing(["anthropic/claude-x", "openai/gpt-x"])
    let after = Answer.listing(["anthropic/claude-x", "openai/gpt-x", "openai/gpt-y"])
    try await SimulatedOpenRouter.serving(before) { server in
      let session = try BrowserSession(upstream: server.address)
      try session.terminal.waitFor("● live")
      server.answer(after)
      try session.terminal.type("r")
      try session.terminal.waitFor("a badge of one") { Self.badge($0) == "● 1" }
      try session.terminal.type("hjj")
      let screen = try session.terminal.waitFor("Changed since you last looked")
      #expect(screen.contains("new, 1.00 in"))
      try session.terminal.type("ld")
      try session.terminal.waitFor("Nothing has changed since")
      try session.terminal.type("q")
      #expect(try session.terminal.exitStatus() == 0)
      let second = try BrowserSession(upstream: server.address, in: session.directory)
      try second.terminal.waitFor("3 OpenRouter")
      // It begins where the first one ended.
      try second.terminal.waitFor("Nothing has changed since")
    }
  }

  @Test func `the browser opens on a past date, and r returns to now`() async throws {
    let answers = [
      Answer.listing(["anthropic/claude-x"]),
      Answer.listing(["anthropic/claude-x", "openai/gpt-y"]),
    ]
    try await SimulatedOpenRouter.serving(answers[0]) { server in
      let session = try BrowserSession(upstream: server.address)
      try session.terminal.waitFor("● live")
      let moment = Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
      server.answer(answers[1])
      try session.terminal.type("r")
      try session.terminal.waitFor("2 OpenRouter")
      try session.terminal.type("q")
      _ = try session.terminal.exitStatus()
      let past = try BrowserSession(
        upstream: server.address, flags: ["--as-of", moment], in: session.directory)
      try past.terminal.waitFor("the past: as of")
      try past.terminal.waitFor("1 OR")
      try past.terminal.type("r")
      try past.terminal.waitFor("2 OpenRouter")
    }
  }

  private static func badge(_ screen: String) -> String? {
    let line = screen.split(separator: "\n").first { $0.contains(" Changed ") }
    return line?.split(separator: "│").first?.split(separator: "Changed").last
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
