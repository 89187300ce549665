import Foundation
import Support
import Testing

extension TerminalTests {
  /// The browser behind a shell with job control.
  struct BackgroundTests {
    private let two = Answer.listing(["anthropic/claude-x", "openai/gpt-x"])

    private func shell(
      _ body: (TerminalSession, String) throws -> Void
    ) async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let directory = try TemporaryDirectory()
        let terminal = try TerminalSession(
          ["bash", "--norc", "--noprofile", "-i"],
          environment: BrowserSession.environment(in: directory).merging(["PS1": "% "]) { $1 })
        // The shell shows at once that a job has stopped, not only before its next prompt.
        try terminal.type("set -b\n")
        try body(
          terminal,
          BrowserSession.arguments(upstream: server.address, in: directory).joined(separator: " "))
      }
    }

    /// The shell reads what is typed, and the browser comes with `fg` and ends with `q`.
    private func expectShell(_ terminal: TerminalSession) throws {
      try terminal.wait(for: "the shell") { try terminal.screen().contains("Stopped") }
      try terminal.type("stty sane; echo here-$((6*7))\n")
      try terminal.waitFor("here-42")
      #expect(try terminal.property("#{alternate_on}") == "0")
      try terminal.type("fg\n")
      try terminal.waitFor("● ")
      try terminal.type("q")
      try terminal.waitFor("the prompt") { !$0.contains("Browse") }
      try terminal.type("echo ended $?\n")
      try terminal.waitFor("ended 0")
    }

    @Test func `started in the background it stops until it is in the foreground`() async throws {
      try await shell { terminal, command in
        try terminal.type(command + " &\n")
        try expectShell(terminal)
      }
    }

    @Test func `continued in the background it stops again`() async throws {
      try await shell { terminal, command in
        try terminal.type(command + "\n")
        try terminal.waitFor("● live")
        try terminal.press("C-z")
        try terminal.wait(for: "the shell") { try terminal.screen().contains("Stopped") }
        try terminal.type("stty sane; clear; bg\n")
        try expectShell(terminal)
      }
    }

    @Test func `stopped from outside and continued in the background it stops again`() async throws
    {
      try await shell { terminal, command in
        try terminal.type(command + "\n")
        try terminal.waitFor("● live")
        let shell = RunningProcess(try terminal.processID())
        kill(try #require(shell.child).id, SIGSTOP)
        try terminal.wait(for: "the shell") { try terminal.screen().contains("Stopped") }
        try terminal.type("stty sane; tput rmcup; clear; bg\n")
        try expectShell(terminal)
      }
    }

    /// All that end a program by default and can be caught; the core dumps are in `FaultTests`.
    @Test(arguments: [
      SIGUSR1, SIGUSR2, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGPOLL, SIGPWR, SIGSTKFLT, SIGSYS,
      34, 40, 64,
    ])
    func `any signal that ends it restores the screen`(signal: Int32) async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let session = try BrowserSession(upstream: server.address)
        try session.terminal.waitFor("● live")
        try session.terminal.signal(signal)
        #expect(try session.terminal.exitStatus() == Int(128 + signal))
        try session.expectRestored()
      }
    }

    @Test(arguments: ["\u{1B}[200~never ended", "\u{1B}]0;never ended", "\u{1B}[200~"])
    func `Ctrl-C ends it within a text that never ends`(text: String) async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let session = try BrowserSession(upstream: server.address)
        try session.terminal.waitFor("● live")
        try session.terminal.send(text.utf8)
        // Only a key that arrives alone was typed: until then the text must have been read.
        _ = try session.calmScreen()
        try session.terminal.press("C-c")
        #expect(try session.terminal.exitStatus() == 130)
      }
    }

    @Test(
      .enabled(if: Tool.isThere("tic") && Tool.isThere("infocmp"), "no tic"),
      arguments: ["0x7fffffff", "0x1000000", "0x8000"])
    func `a terminal that claims any number of colours costs no memory for them`(
      colors: String
    ) async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let directory = try TemporaryDirectory()
        let source = directory.url("colours.ti")
        try Data("colours|test,\n\tcolors#\(colors), pairs#\(colors), use=xterm-256color,\n".utf8)
          .write(to: source)
        let database = directory.url("terminfo").path
        try Subprocess.run(["tic", "-x", "-o", database, source.path])
        let session = try BrowserSession(
          upstream: server.address, environment: ["TERM": "colours", "TERMINFO": database])
        try session.terminal.waitFor("● live")
        let process = RunningProcess(try session.terminal.processID())
        #expect(process.residentBytes < 200 << 20)
        try session.terminal.type("q")
        #expect(try session.terminal.exitStatus() == 0)
      }
    }

    @Test(
      arguments: [
        ("xx_YY.UTF-8", nil, false), ("xx_YY.utf8", nil, false), ("C", nil, true),
        ("xx_YY.ISO-8859-1", nil, true), ("C.UTF-8", "true", true),
      ] as [(String, String?, Bool)])
    func `the name of the locale decides on ASCII, and a setting overrides it`(
      locale: String, setting: String?, isASCII: Bool
    ) async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let session = try BrowserSession(
          upstream: server.address, environment: ["LC_ALL": locale, "MODELDEX_ASCII": setting])
        let screen = try session.terminal.waitFor(isASCII ? "* live" : "● live")
        #expect(screen.contains("─") == !isASCII)
      }
    }
  }
}
