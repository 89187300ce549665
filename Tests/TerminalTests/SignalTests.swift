import Foundation
import Support
import Testing

extension TerminalTests {
  /// Signals, stops and stalls; the table of faults is in `FaultTests`.
  struct SignalTests {
    private let two = Answer.listing(["anthropic/claude-x", "openai/gpt-x"])

    @Test(arguments: [SIGTSTP, SIGSTOP])
    func `after a stop from outside it restores its screen`(signal: Int32) async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let directory = try TemporaryDirectory()
        let terminal = try TerminalSession(
          ["bash", "--norc", "--noprofile", "-i"],
          environment: BrowserSession.environment(in: directory).merging(["PS1": "% "]) { $1 })
        let command = BrowserSession.arguments(upstream: server.address, in: directory)
        try terminal.type(command.joined(separator: " ") + "\n")
        try terminal.waitFor("● live")
        let shell = RunningProcess(try terminal.processID())
        kill(try #require(shell.child).id, signal)
        try terminal.wait(for: "the shell") { try terminal.screen().contains("Stopped") }
        // Now the shell's modes are set; with them, keys would wait for Enter.
        try terminal.type("stty sane; fg\n")
        try terminal.waitFor("Browse")
        try terminal.type("?")
        try terminal.waitFor("─ Help ")
        try terminal.press("Escape")
        try terminal.waitFor("the list") { !$0.contains("─ Help ") }
        try terminal.type("q")
        try terminal.waitFor("the prompt") { !$0.contains("Browse") }
        try terminal.type("echo ended $?\n")
        try terminal.waitFor("ended 0")
      }
    }

    @Test func `a stalled terminal cannot delay the end`() async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let session = try BrowserSession(upstream: server.address, columns: 300, rows: 100)
        try session.terminal.waitFor("● live")
        let process = try session.terminal.processID()
        let isStalled = try session.terminal.stall()
        try #require(isStalled)
        // Each draws the whole screen, until a write blocks.
        for _ in 0..<50 {
          try session.terminal.signal(SIGCONT)
          poll(nil, 0, 5)
        }
        try session.terminal.signal(SIGTERM)
        try session.terminal.waitForDeath(of: process)
        session.terminal.resume()
        #expect(try session.terminal.exitStatus() == 143)
        try session.expectRestored()
      }
    }

    @Test(arguments: [SIGTERM, SIGSEGV])
    func `the terminal stays blocking for other programs that share it`(signal: Int32)
      async throws
    {
      try await SimulatedOpenRouter.serving(two) { server in
        let session = try BrowserSession(upstream: server.address)
        try session.terminal.waitFor("● live")
        let shell = RunningProcess(
          try #require(pid_t(try session.terminal.property("#{pane_pid}"))))
        #expect(!shell.isNonblocking(descriptor: 0))
        try session.terminal.signal(signal)
        _ = try session.terminal.exitStatus()
        #expect(!shell.isNonblocking(descriptor: 0))
      }
    }

    @Test func `a library's output on stderr is held back until the end`() async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        // The dynamic linker reports every function on its first call.
        let session = try BrowserSession(
          upstream: server.address, environment: ["LD_DEBUG": "bindings"])
        let screen = try session.terminal.waitFor("● live")
        let before = try session.terminal.screenBehind()
        try session.terminal.type("/claude-x")
        let searched = try session.terminal.waitFor("1 of 42")
        #expect(!(screen + searched).contains("binding file"))
        try session.terminal.press("C-c")
        #expect(try session.terminal.exitStatus() == 130)
        try session.terminal.wait(for: "the linker's lines") {
          let after = try session.terminal.screen()
          return after != before && after.contains("binding file")
        }
      }
    }

    @Test func `idle, it sleeps`() async throws {
      try await SimulatedOpenRouter.serving(two) { server in
        let session = try BrowserSession(upstream: server.address)
        try session.terminal.waitFor("● live")
        let process = RunningProcess(try session.terminal.processID())
        let output = try session.terminal.record()
        let before = process.wakeUps
        // An observation period, not a deadline: a timer or a busy loop would show within it.
        poll(nil, 0, 1000)
        #expect(process.wakeUps - before < 5)
        #expect(try Data(contentsOf: output).isEmpty)
      }
    }
  }
}
