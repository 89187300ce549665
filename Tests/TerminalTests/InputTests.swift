import Foundation
import Support
import Testing

extension TerminalTests {
  /// Input from the terminal; the table of faults is in `FaultTests`.
  struct InputTests {
    private let two = Answer.listing(["anthropic/claude-x", "openai/gpt-x"])

    private func browsing(
      flags: [String] = [], body: (BrowserSession) throws -> Void
    ) async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let session = try BrowserSession(upstream: server.address, flags: flags)
        try session.terminal.waitFor("● live")
        try body(session)
      }
    }

    /// When the help has opened and closed, everything sent before has been read.
    private func settle(_ terminal: TerminalSession) throws {
      try terminal.type("?")
      try terminal.waitFor("─ Help ")
      try terminal.press("Escape")
      try terminal.waitFor("the list") { !$0.contains("─ Help ") }
    }

    @Test(
      arguments: [
        "\u{1B}[113;5u", "\u{1B}[27;5;113~", "\u{1B}[?62;4q", "\u{1B}[200;1q", "\u{1B}[I",
        "\u{1B}[O", "\u{1B}]11;rgb:qqqq/tttt/ssss\u{7}", "\u{1B}]11;rgb:q/t/s\u{1B}\\",
        "\u{1B}P1$rq\u{1B}\\", "\u{1B}_Gq\u{1B}\\", "\u{1B}[24;80R", "\u{1B}[[Z",
        "\u{1B}[<0;500;500M", "\u{1B}[M\u{23}qt", "\u{1B}[201~",
      ])
    func `an unknown sequence does nothing`(sequence: String) async throws {
      try await browsing { session in
        // The help is a first step, so that the hints are others after it.
        try settle(session.terminal)
        let before = try session.calmScreen()
        try session.terminal.send(sequence.utf8)
        try settle(session.terminal)
        try session.terminal.waitFor("the same screen") { $0 == before }
      }
    }

    @Test func `Escape acts without waiting for another key`() async throws {
      try await browsing { session in
        try session.terminal.type("/claude-x")
        try session.terminal.waitFor("1 of 42")
        try session.terminal.press("Escape")
        try session.terminal.waitFor("the list's keys") { $0.contains("q quit") }
      }
    }

    @Test func `a paste is text even if it looks like keys`() async throws {
      try await browsing { session in
        try session.terminal.paste("q\nt\u{1B}[31m\tz")
        try session.terminal.waitFor("/ q t[31m z")
        try session.terminal.waitFor("[on]")
        // A paste without an end is still a paste.
        try session.terminal.send([0x15] + "\u{1B}[200~q r".utf8)
        try session.terminal.waitFor("/ q r")
      }
    }

    @Test func `a character may arrive in two parts with events in between`() async throws {
      try await browsing { session in
        try session.terminal.type("/x")
        try session.terminal.waitFor("/ x")
        try session.terminal.send([0xE6, 0xBC])
        try session.terminal.resize(columns: 90, rows: 30)
        try session.terminal.waitFor("the new width") {
          $0.split(separator: "\n").contains { $0.hasPrefix("╭") && $0.count == 90 }
        }
        try session.terminal.send([0xA2])
        try session.terminal.waitFor("/ x漢")
      }
    }

    @Test func `the mouse is captured until m releases it, also in the next run`()
      async throws
    {
      try await SimulatedOpenRouter.serving(two) { server in
        let first = try BrowserSession(upstream: server.address)
        let before = try first.terminal.waitFor("● live")
        #expect(try first.modes() == "1 0 1")
        try first.terminal.send("\u{1B}[<65;60;10M".utf8)
        try first.terminal.waitFor("a scrolled list") { $0 != before }
        try first.terminal.type("m")
        try first.terminal.wait(for: "the mouse's release") { try first.modes() == "1 0 0" }
        try first.terminal.type("q")
        _ = try first.terminal.exitStatus()
        let second = try BrowserSession(upstream: server.address, in: first.directory)
        try second.terminal.waitFor("● cached")
        #expect(try second.modes() == "1 0 0")
      }
    }

    @Test func `a burst of keys is drawn in a few frames`() async throws {
      try await browsing { session in
        let output = try session.terminal.record()
        try session.terminal.send(String(repeating: "jk", count: 200).utf8)
        try settle(session.terminal)
        let sent = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        #expect(sent.components(separatedBy: "\u{1B}[?2026h").count < 100)
      }
    }

    @Test func `a page opener's output is discarded, and it cannot reach the terminal`()
      async throws
    {
      let directory = try TemporaryDirectory()
      let opener = directory.url("opener")
      try """
      #!/bin/sh
      echo NOISE; echo NOISE >&2
      (echo NOISE > /dev/tty) 2> /dev/null
      files=$(for file in 0 1 2; do readlink /proc/$$/fd/$file; done)
      echo "$files" "$1" > "\(directory.path)/files"
      """.write(to: opener, atomically: true, encoding: .utf8)
      chmod(opener.path, 0o755)
      try await SimulatedOpenRouter.serving(two) { server in
        let session = try BrowserSession(
          upstream: server.address, environment: ["BROWSER": opener.path])
        try session.terminal.waitFor("● live")
        try session.terminal.type("/openai/gpt-x")
        try session.terminal.waitFor("1 of 42")
        try session.terminal.press("Enter")
        try session.terminal.type("o")
        let screen = try session.terminal.waitFor("● opened https://openrouter.ai/openai/gpt-x")
        #expect(!screen.contains("NOISE"))
        let files = try String(contentsOf: directory.url("files"), encoding: .utf8)
        #expect(
          files == "/dev/null\n/dev/null\n/dev/null https://openrouter.ai/openai/gpt-x\n")
      }
    }
  }
}
