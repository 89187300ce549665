import Foundation
import ModelCatalog
import Support
import Testing

// Common faults of terminal programs, and the tests that check the built program for them:
//
//  1 the terminal goes away         `a closed terminal ends the program, …`
//  2 terminal not restored          `a signal restores the terminal`, FuzzTests `a signal at …`
//  3 libraries write on the screen  `a library's output on stderr is held back until the end`
//  4 resizing                       `search, toggle, detail, resize and help`, `the screen is
//                                   complete at any size`, `exported LINES and COLUMNS …`, FuzzTests
//  5 the width of letters           `characters of every width keep the columns aligned`
//  6 flicker                        `a key sends only the difference, in one frame`
//  7 Escape's delay                 `Escape acts without waiting for another key`
//  8 unknown sequences              `an unknown sequence does nothing`
//  9 pastes as shortcuts            `a paste is text even if it looks like keys`
// 10 characters in two reads        `a character may arrive in two parts with events in between`
// 11 untrusted text                 `text from upstream cannot control the terminal`
// 12 children's output              `a page opener's output is discarded, …`
// 13 the grabbed mouse              `the mouse is captured until m releases it, …`
// 14 Ctrl-Z and SIGSTOP             `suspend and continue, …`, `after a stop from outside …`
// 15 a stalled terminal             `a stalled terminal cannot delay the end`
// 16 O_NONBLOCK on the terminal     `the terminal stays blocking for other programs …`
// 17 colours                        `the browser runs in terminals …`, `NO_COLOR is honoured`
// 18 unknown TERM                   `the browser reports terminals that it cannot use`
// 19 a locale without UTF-8         `a locale without UTF-8 gets ASCII`
// 20 work while idle                `idle, it sleeps`
// 21 curses on several threads      the compiler (`Terminal` isn't Sendable), FuzzTests
// 22 slow lines                     `a burst of keys is drawn in a few frames`
// 23 the last cell, odd sizes       `the last cell of the screen is drawn`, `a terminal without
//                                   a size …`
extension TerminalTests {
  struct FaultTests {
    private let two = Answer.listing(["anthropic/claude-x", "openai/gpt-x"])

    private static let hostile = [
      "\u{1B}]52;c;c3RvbGVu\u{7}", "\u{1B}]0;stolen\u{7}", "\u{1B}[31mred", "\u{9B}31m",
      "\u{1B}P1$rx\u{1B}\\", "\u{202E}backwards", "new\nline", "bell\u{7}", "zero\u{200B}width",
    ]

    private static let wide = [
      "漢字かな", "👨‍👩‍👧‍👦 family", "❤️ heart", "🇩🇪 flag", "👍🏽 thumb", "1️⃣ key", "e\u{301}\u{302}",
      "한국어", "ｆｕｌｌ", "\u{1FAE8} new", "क्षि", "a\u{AD}b", "…—“”",
    ]

    private func listing(named names: [String]) -> Answer {
      Answer.body(
        ListingBody.of(
          names.enumerated().map { index, name in
            ListingBody.Row("author/model-\(index)")
              .with("name", ListingBody.Row.quoted(name))
              .with("description", ListingBody.Row.quoted(name))
          }))
    }

    @Test func `characters of every width keep the columns aligned`() async throws {
      try await SimulatedOpenRouter.serving(listing(named: Self.wide)) { server in
        let session = try BrowserSession(
          upstream: server.address, flags: ["source:openrouter"])
        try session.terminal.waitFor("● live")
        let screen = try session.terminal.waitFor("漢字かな")
        for row in screen.split(separator: "\n").dropFirst(2).prefix(26) {
          #expect(CellWidth.of(row) == 100, "\(row)")
          #expect(row.hasSuffix("│") || row.hasSuffix("┤") || row.hasSuffix("┃"), "\(row)")
        }
        try session.expectRepaintChangesNothing()
      }
    }

    @Test func `text from upstream cannot control the terminal`() async throws {
      let gate = Gate()
      let names = Self.hostile.map { "name \($0) end" }
      try await SimulatedOpenRouter.serving(listing(named: names).held(by: gate)) { server in
        let session = try BrowserSession(
          upstream: server.address, flags: ["source:openrouter"])
        try session.terminal.waitFor("refreshing")
        let title = try session.terminal.property("#{pane_title}")
        let output = try session.terminal.record()
        gate.open()
        try session.terminal.waitFor("● live")
        try session.terminal.type("jjjjjjjjj")
        try session.terminal.press("C-l")
        try session.terminal.waitFor("backwards")
        let sent = String(decoding: try Data(contentsOf: output), as: UTF8.self)
        for part in ["\u{1B}]", "\u{1B}P", "\u{9B}", "\u{202E}", "\u{200B}", "\u{7}", "\u{85}"] {
          #expect(!sent.unicodeScalars.contains(part.unicodeScalars), "\(part.debugDescription)")
        }
        #expect(try session.terminal.property("#{pane_title}") == title)
      }
    }

    /// A frame is collected in memory, for which such a limit holds as well.
    @Test func `a limit on the size of files leaves the screen whole`() async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let session = try BrowserSession(
          upstream: server.address,
          wrapper: ["/bin/sh", "-c", #"trap '' XFSZ; ulimit -f 0; exec "$@""#, "sh"])
        try session.terminal.waitFor("claude-x")
        try session.terminal.type("/gpt-x")
        let screen = try session.terminal.waitFor("one model") { !$0.contains("claude-x") }
        #expect(screen.contains("gpt-x"))
      }
    }

    @Test func `a key sends only the difference, in one frame`() async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let session = try BrowserSession(upstream: server.address, columns: 120, rows: 40)
        let before = try session.terminal.waitFor("● live")
        let output = try session.terminal.record()
        try session.terminal.type("j")
        try session.terminal.waitFor("another selection") { $0 != before }
        var sent = ""
        try session.terminal.wait(for: "a whole frame") {
          // The rest of the previous frame does not count.
          sent = String(decoding: try Data(contentsOf: output), as: UTF8.self)
          sent.removeSubrange(
            ..<(sent.firstRange(of: "\u{1B}[?2026h")?.lowerBound ?? sent.endIndex))
          return sent.hasSuffix("\u{1B}[?2026l")
        }
        #expect(sent.components(separatedBy: "\u{1B}[?2026h").count == 2)
        #expect(!sent.contains("\u{1B}[2J") && !sent.contains("\u{1B}[J"))
        #expect(sent.utf8.count < 3000)
      }
    }

    @Test(arguments: [(1, 1), (2, 40), (200, 1), (29, 7), (30, 8), (71, 15), (500, 500)])
    func `the screen is complete at any size`(columns: Int, rows: Int) async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let session = try BrowserSession(upstream: server.address)
        try session.terminal.waitFor("● live")
        try session.terminal.resize(columns: columns, rows: rows)
        if columns < 30 || rows < 8 {
          // Curses can't fill the last cell of a screen of one column.
          if columns * rows > 1 { try session.terminal.waitFor(columns < 9 ? "…" : "too small") }
        } else {
          try session.terminal.waitFor("the whole width") {
            $0.split(separator: "\n").contains { $0.hasPrefix("╭") && $0.count == columns }
          }
        }
        try session.expectRepaintChangesNothing()
        try session.terminal.type("q")
        #expect(try session.terminal.exitStatus() == 0)
      }
    }

    @Test func `the last cell of the screen is drawn`() async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let session = try BrowserSession(upstream: server.address)
        try session.terminal.waitFor("● live")
        try session.terminal.resize(columns: 9, rows: 1)
        try session.terminal.waitFor("only the sentence") { $0 == "too small\n" }
      }
    }

    @Test func `exported LINES and COLUMNS do not override the terminal's size`() async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let session = try BrowserSession(
          upstream: server.address, environment: ["LINES": "10", "COLUMNS": "40"])
        try session.terminal.waitFor("the whole width") {
          $0.split(separator: "\n").contains { $0.hasPrefix("╭") && $0.count == 100 }
        }
        try session.terminal.resize(columns: 80, rows: 24)
        try session.terminal.waitFor("the new width") {
          $0.split(separator: "\n").contains { $0.hasPrefix("╭") && $0.count == 80 }
        }
      }
    }

    @Test(arguments: ["linux", "xterm-256color"])
    func `a terminal without a size gets the default size`(type: String) async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let session = try BrowserSession(
          upstream: server.address,
          wrapper: ["sh", "-c", "stty rows 0 columns 0; exec \"$@\"", "sh"], columns: 80,
          rows: 24, environment: ["TERM": type, "LINES": nil, "COLUMNS": nil])
        let screen = try session.terminal.waitFor("● live")
        #expect(
          screen.split(separator: "\n").contains { $0.hasPrefix("╭") && $0.count == 80 })
      }
    }

    @Test func `a terminal whose absurd size cannot be replaced is reported`() throws {
      let session = try BrowserSession(
        upstream: "/nowhere", flags: ["--offline"],
        wrapper: ["sh", "-c", "stty rows 9999 columns 9999; exec \"$@\"", "sh"],
        environment: ["TERM": "linux"])
      try session.terminal.waitFor("modeldex: The terminal reports no size")
      #expect(try session.terminal.exitStatus() == 2)
    }

    @Test(arguments: [["NO_COLOR": "1"], [:]])
    func `NO_COLOR is honoured`(environment: [String: String]) async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let session = try BrowserSession(upstream: server.address, environment: environment)
        try session.terminal.waitFor("● live")
        let hasColor = try session.terminal.styledScreen().contains(/\u{1B}\[[0-9;]*3[0-7]m/)
        #expect(hasColor == environment.isEmpty)
      }
    }
  }
}
