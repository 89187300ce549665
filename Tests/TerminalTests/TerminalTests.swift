import Foundation
import Support
import Testing

/// The built program in a terminal, with keys, signals and a server.
///
/// Serialized, because each has a terminal and waits for its screen.
@Suite(
  .serialized, .enabled(if: TerminalSession.isAvailable, "these tests need tmux"))
struct TerminalTests {
  private let two = Answer.listing(["anthropic/claude-x", "openai/gpt-x"])

  // MARK: - Sources of the models

  @Test func `a first start shows the core list at once and the catalogue when it arrives`()
    async throws
  {
    let gate = Gate()
    try await SimulatedOpenRouter.serving(two.held(by: gate)) { server in
      let session = try BrowserSession(upstream: server.address)
      try session.terminal.waitFor("40 models · 40 core · 0 OpenRouter [on]")
      gate.open()
      try session.terminal.waitFor("42 models · 40 core · 2 OpenRouter [on]")
      try session.terminal.waitFor("● live · under 1 min old · next in 59 min")
      try session.terminal.type("q")
      #expect(try session.terminal.exitStatus() == 0)
      #expect(try session.terminal.leftModesAsFound())
    }
  }

  @Test func `a second start shows the cache without a request`() async throws {
    try await SimulatedOpenRouter.serving(two) { server in
      let first = try BrowserSession(upstream: server.address)
      try first.terminal.waitFor("● live")
      try first.terminal.type("q")
      _ = try first.terminal.exitStatus()
      let second = try BrowserSession(upstream: server.address, in: first.directory)
      try second.terminal.waitFor("2 OpenRouter")
      try second.terminal.waitFor("● cached")
      #expect(server.requests.count == 1)
    }
  }

  @Test func `without upstream and cache it shows the core list and the reason`() async throws {
    let server = try await SimulatedOpenRouter(answering: two)
    await server.stop()
    let session = try BrowserSession(upstream: server.address)
    try session.terminal.waitFor("▲ OpenRouter cannot be reached: connection refused")
    try session.terminal.waitFor("40 core")
    try session.terminal.waitFor("○ core only · last try failed")
    try session.terminal.type("r")
    try session.terminal.waitFor("✗ OpenRouter cannot be reached: connection refused")
  }

  @Test func `a new model appears in the open browser without a key`() async throws {
    let three = Answer.listing(["anthropic/claude-x", "openai/gpt-x", "new/arrival"])
    try await SimulatedOpenRouter.serving(two, otherwise: three) { server in
      let session = try BrowserSession(
        upstream: server.address, flags: ["--refresh-interval", "1s"])
      try session.terminal.waitFor("Name of new/arrival")
      try session.terminal.waitFor("43 models · 40 core · 3 OpenRouter")
    }
  }

  @Test func `a failing upstream removes no models`() async throws {
    try await SimulatedOpenRouter.serving(two, otherwise: .error(503, "maintenance")) { server in
      let session = try BrowserSession(upstream: server.address)
      try session.terminal.waitFor("● live")
      try session.terminal.type("r")
      try session.terminal.waitFor("✗ OpenRouter answered 503: maintenance; nothing was lost")
      try session.terminal.waitFor("42 models · 40 core · 2 OpenRouter")
    }
  }

  @Test func `r refreshes and reports the changes`() async throws {
    let changed = Answer.listing(["anthropic/claude-x", "openai/gpt-x"], price: "0.000002")
    try await SimulatedOpenRouter.serving(two, changed) { server in
      let session = try BrowserSession(upstream: server.address)
      try session.terminal.waitFor("● live")
      try session.terminal.type("r")
      try session.terminal.waitFor("● 2 changed")
      try session.terminal.type("r")
      try session.terminal.waitFor("the script has run out; nothing was lost")
    }
  }

  // MARK: - Keys

  @Test func `search, toggle, detail, resize and help`() async throws {
    try await SimulatedOpenRouter.serving(two) { server in
      let session = try BrowserSession(upstream: server.address)
      let terminal = session.terminal
      try terminal.waitFor("● live")
      try terminal.type("/claude-x")
      try terminal.waitFor("1 of 42")
      #expect(try terminal.property("#{cursor_flag}") == "1")
      try terminal.press("Escape")
      try terminal.waitFor("/ claude-x")
      try terminal.press("Escape")
      try terminal.waitFor("press / and type")
      try terminal.type("t")
      try terminal.waitFor("2 OpenRouter [off]")
      try terminal.type("t")
      try terminal.waitFor("[on]")
      try terminal.resize(columns: 40, rows: 10)
      try terminal.waitFor("42 = 40 core + 2 OR")
      try terminal.press("Enter")
      try terminal.waitFor("$ per M")
      try terminal.resize(columns: 20, rows: 5)
      try terminal.waitFor("need 30×8")
      try terminal.resize(columns: 150, rows: 45)
      try terminal.waitFor("Parameters")
      try terminal.press("Enter")
      try terminal.waitFor("LISTED")
      try terminal.type("?")
      try terminal.waitFor("─ Help ")
      try terminal.paste("favorite\nq")
      try terminal.waitFor("› favorite q")
      try terminal.press("Escape")
      try terminal.press("C-c")
      #expect(try terminal.exitStatus() == 130)
    }
  }

  @Test func `favorites and the toggle persist to the next run`() async throws {
    try await SimulatedOpenRouter.serving(two) { server in
      let first = try BrowserSession(upstream: server.address)
      try first.terminal.waitFor("● live")
      try first.terminal.type("/claude-x")
      try first.terminal.waitFor("1 of 42")
      try first.terminal.press("Enter")
      try first.terminal.type("f")
      try first.terminal.waitFor("★")
      try first.terminal.type("tq")
      _ = try first.terminal.exitStatus()
      let second = try BrowserSession(upstream: server.address, in: first.directory)
      try second.terminal.waitFor("[off]")
      // The query is back, too.
      try second.terminal.waitFor("/ claude-x")
      try second.terminal.type("t/")
      try second.terminal.press("C-u")
      try second.terminal.type("is:favorite")
      try second.terminal.waitFor("1 of 42")
    }
  }

  // MARK: - Terminal

  @Test(
    arguments: [
      (SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130), (SIGQUIT, 131), (SIGSEGV, 139),
      (SIGILL, 132), (SIGABRT, 134),
    ])
  func `a signal restores the terminal`(signal: Int32, status: Int) async throws {
    try await SimulatedOpenRouter.serving(two) { server in
      let session = try BrowserSession(upstream: server.address)
      try session.terminal.waitFor("● live")
      try session.terminal.signal(signal)
      #expect(try session.terminal.exitStatus() == status)
      try session.expectRestored()
    }
  }

  @Test(arguments: [[], ["sh", "-c", "trap '' HUP; exec \"$@\"", "sh"]])
  func `a closed terminal ends the program, even if SIGHUP is ignored`(
    wrapper: [String]
  ) async throws {
    try await SimulatedOpenRouter.serving(two) { server in
      let session = try BrowserSession(upstream: server.address, wrapper: wrapper)
      try session.terminal.waitFor("● live")
      let process = try session.terminal.processID()
      try session.terminal.hangUp()
      try session.terminal.waitForDeath(of: process)
    }
  }

  @Test func `suspend and continue, in a terminal of another size`() async throws {
    try await SimulatedOpenRouter.serving(two) { server in
      let directory = try TemporaryDirectory()
      let terminal = try TerminalSession(
        ["bash", "--norc", "--noprofile", "-i"],
        environment: BrowserSession.environment(in: directory).merging(["PS1": "% "]) { $1 })
      let command = BrowserSession.arguments(upstream: server.address, in: directory)
      try terminal.type(command.joined(separator: " ") + "\n")
      try terminal.waitFor("● live")
      try terminal.press("C-z")
      try terminal.waitFor("Stopped")
      #expect(try terminal.property("#{alternate_on}") == "0")
      try terminal.resize(columns: 75, rows: 20)
      try terminal.type("fg\n")
      try terminal.waitFor("42 models")
      try terminal.type("q")
      try terminal.waitFor("the prompt") { !$0.contains("Browse") }
      try terminal.type("echo ended $?\n")
      try terminal.waitFor("ended 0")
    }
  }

  @Test(
    arguments: ["linux", "vt100", "screen", "xterm-256color", "tmux-256color", "xterm-ghostty"],
    ["auto", "always"])
  func `the browser runs in terminals that can position a cursor`(type: String, color: String)
    async throws
  {
    try await SimulatedOpenRouter.serving(two) { server in
      let session = try BrowserSession(
        upstream: server.address, flags: ["--color", color], environment: ["TERM": type])
      try session.terminal.waitFor("Browse")
      try session.terminal.waitFor("live")
      try session.terminal.type("q")
      #expect(try session.terminal.exitStatus() == 0)
    }
  }

  @Test(
    arguments: [
      ("dumb", "The terminal TERM=dumb can't place its cursor"),
      ("bogus", "This system has no description of the terminal TERM=bogus"),
      (nil, "TERM is not set"),
    ] as [(String?, String)])
  func `the browser reports terminals that it cannot use`(type: String?, sentence: String) throws {
    let session = try BrowserSession(
      upstream: "/nowhere", flags: ["--offline"], environment: ["TERM": type])
    try session.terminal.waitFor("modeldex: \(sentence)")
    #expect(try session.terminal.exitStatus() == 2)
  }

  @Test func `a locale without UTF-8 gets ASCII`() async throws {
    try await SimulatedOpenRouter.serving(two) { server in
      let session = try BrowserSession(upstream: server.address, environment: ["LC_ALL": "C"])
      let screen = try session.terminal.waitFor("42 models")
      #expect(!screen.contains { !$0.isASCII })
      #expect(screen.contains("+- Browse"))
    }
  }

  private func directory(config: String) throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    let folder = directory.url("config/modeldex")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(config.utf8).write(to: folder.appending(path: "config.json"))
    return directory
  }

  @Test func `keys come from the config file`() async throws {
    try await SimulatedOpenRouter.serving(two) { server in
      let session = try BrowserSession(
        upstream: server.address,
        in: try directory(config: #"{"keys": {"quit": "Q", "help": "F1"}}"#))
      try session.terminal.waitFor("F1 keys and marks  Q quit")
      try session.terminal.type("q?Q")
      #expect(try session.terminal.exitStatus() == 0)
    }
  }

  @Test(
    arguments: [
      ("fly", "keys: fly: there is no such action"), ("quit", "keys: quit: x is the key of"),
    ])
  func `keys that are not possible are reported before the screen opens`(
    action: String, complaint: String
  ) throws {
    let session = try BrowserSession(
      upstream: "/nowhere", flags: ["--offline"], columns: 200,
      in: try directory(config: #"{"keys": {"\#(action)": "x"}}"#))
    let screen = try session.terminal.waitFor(complaint)
    #expect(screen.contains("/config/modeldex/config.json: "))
    #expect(try session.terminal.exitStatus() == 64)
  }

  @Test func `without a terminal it reports an error and writes nothing to stdout`() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/setsid")
    process.arguments = ["--wait", BuiltProgram.modeldex, "--offline"]
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    #expect(printed.isEmpty)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(said == "modeldex: The browser needs a terminal, and this process has none.\n")
  }
}
