import Foundation
import Support
import Testing

extension TerminalTests {
  /// `modeldex pick` on a real terminal, with its output elsewhere.
  struct PickTests {
    private let answer = Answer.listing(["acme/alpha", "acme/beta", "acme/gamma"])

    /// Runs a script of bash in a terminal; `$PICK` is the command with its upstream and cache.
    private func run(
      _ script: String, environment: [String: String] = [:],
      during steps: (TerminalSession, TemporaryDirectory) throws -> Void
    ) async throws {
      try await SimulatedOpenRouter.serving(answer) { server in
        let directory = try TemporaryDirectory()
        let pick =
          "\(BuiltProgram.modeldex) pick --upstream \(server.address) --cache-dir "
          + directory.url("cache").path
        let terminal = try TerminalSession(
          ["bash", "-c", "cd '\(directory.path)'; \(script)"],
          environment: BrowserSession.environment(in: directory)
            .merging(["PICK": pick]) { $1 }.merging(environment) { $1 })
        try steps(terminal, directory)
      }
    }

    private func text(_ name: String, in directory: TemporaryDirectory) throws -> String {
      try String(contentsOf: directory.url(name), encoding: .utf8)
    }

    @Test(arguments: ["$PICK source:openrouter > out", "$PICK source:openrouter | cat > out"])
    func `it draws on the terminal while its output goes elsewhere`(script: String) async throws {
      try await run("set -o pipefail; \(script)") { terminal, directory in
        try terminal.waitFor("acme/gamma")
        try terminal.type(" beta")
        try terminal.waitFor("1 of")
        try terminal.press("Enter")
        #expect(try terminal.exitStatus() == 0)
        #expect(try text("out", in: directory) == "acme/beta\n")
        #expect(try terminal.property("#{alternate_on} #{cursor_flag}") == "0 1")
      }
    }

    @Test func `a variable gets the id alone, whatever standard input is`() async throws {
      try await run(
        "id=$(head -c 100 /dev/zero | $PICK source:openrouter); echo \"got [$id] $?\" > out"
      ) {
        terminal, directory in
        try terminal.waitFor("acme/gamma")
        try terminal.press("Down", "Enter")
        _ = try terminal.exitStatus()
        let output = try text("out", in: directory)
        #expect(output.contains(/^got \[acme\/(alpha|beta|gamma)\] 0\n$/), "\(output)")
      }
    }

    @Test func `marks are printed in their order, as JSON lines`() async throws {
      try await run("$PICK --multi --format jsonl 'source:openrouter sort:name' > out") {
        terminal, directory in
        try terminal.waitFor("acme/gamma")
        try terminal.press("Escape")
        try terminal.waitFor("/ search")
        try terminal.type("G ")
        try terminal.type("g ")
        try terminal.press("Enter")
        #expect(try terminal.exitStatus() == 0)
        let ids = try text("out", in: directory).split(separator: "\n").map { line in
          try (JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["id"]
            as? String
        }
        #expect(ids == ["acme/gamma", "acme/alpha"])
      }
    }

    @Test(arguments: [["Escape", "Escape", "Escape"], ["Escape", "q"], ["C-c"]])
    func `leaving prints nothing and ends with 130`(keys: [String]) async throws {
      try await run("$PICK source:openrouter > out") { terminal, directory in
        try terminal.waitFor("acme/gamma")
        try terminal.press(keys[0])
        if keys.count > 1 {
          try terminal.waitFor("/ search")
          try terminal.press(keys[1])
        }
        if keys.count > 2 {
          try terminal.waitFor("the empty box") { !$0.contains("source:openrouter") }
          try terminal.press(keys[2])
        }
        #expect(try terminal.exitStatus() == 130)
        #expect(try text("out", in: directory) == "")
      }
    }

    @Test func `a full device and a closed pipe are errors`() async throws {
      try await run("$PICK source:openrouter > /dev/full 2> err") { terminal, directory in
        try terminal.waitFor("acme/gamma")
        try terminal.press("Enter")
        #expect(try terminal.exitStatus() == 2)
        let expected = "modeldex: standard output cannot be written: no space left on device\n"
        #expect(try text("err", in: directory) == expected)
      }
      try await run("{ $PICK source:openrouter 2> err; echo $? > status; } | true") {
        terminal, directory in
        try terminal.waitFor("acme/gamma")
        try terminal.press("Enter")
        _ = try terminal.exitStatus()
        #expect(try text("status", in: directory) == "2\n")
        #expect(try text("err", in: directory).contains("standard output cannot be written"))
      }
    }

    @Test(arguments: [SIGTERM, SIGHUP]) func `a signal prints nothing`(signal: Int32) async throws {
      try await run("exec $PICK source:openrouter > out") { terminal, directory in
        try terminal.waitFor("acme/gamma")
        try terminal.signal(signal)
        #expect(try terminal.exitStatus() == 128 + Int(signal))
        #expect(try text("out", in: directory) == "")
      }
    }

    @Test func `a resize is followed`() async throws {
      try await run("$PICK source:openrouter > out") { terminal, directory in
        try terminal.waitFor("acme/gamma")
        try terminal.resize(columns: 60, rows: 12)
        try terminal.waitFor("the smaller screen") { !$0.contains("Categories") }
        try terminal.press("Enter")
        #expect(try terminal.exitStatus() == 0)
        #expect(try text("out", in: directory).hasPrefix("acme/"))
      }
    }

    @Test func `without a terminal it says so`() throws {
      let outcome = try Subprocess.run([
        "sh", "-c",
        "setsid -w \(BuiltProgram.modeldex) pick claude --offline </dev/null 2>&1; echo $?",
      ])
      #expect(outcome.contains("The browser needs a terminal, and this process has none."))
      #expect(outcome.hasSuffix("2\n"))
    }
  }
}
