import Foundation
import Support
import Testing

/// Runs every command of the README, with a cache from a real list and a server on loopback.
@Suite(
  .enabled(if: DocumentedModels.isPresent, "../shared/captures is not present"),
  .timeLimit(.minutes(Sanitizers.patience)))
struct ReadmeCommandTests {
  /// Commands that build, run by `.ci/run` and `.ci/package-test`.
  private static func isBuild(_ command: String) -> Bool {
    command.hasPrefix("apt-get ") || command.hasPrefix(".ci/package ")
  }

  /// Commands that draw on the terminal, and those with one inside.
  private static func isInteractive(_ command: String) -> Bool {
    command == "modeldex" || command.hasPrefix("modeldex '") || command.contains("modeldex pick")
      || command.hasPrefix("modeldex browse")
  }

  private static func commands() throws -> [String] {
    try MarkdownPage.read("README.md").commands
  }

  /// Other programs that the README calls: each prints its name and arguments.
  private static func addOtherPrograms(to program: Program) throws {
    for name in ["llm", "mail"] {
      let path = try program.write(
        Data("#!/bin/sh\necho \(name) \"$@\"\n".utf8), to: "programs/\(name)")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
  }

  @Test func `few commands only build, and a test of the package or CI runs these`() throws {
    let builds = try Self.commands().filter(Self.isBuild)
    #expect(builds.count == 3)
    #expect(try Self.commands().count >= 35)
  }

  @Test func `every command that prints succeeds`() async throws {
    try await DocumentedModels.with { program, _ in
      try program.write(Data("Say hello.\n".utf8), to: "prompt.txt")
      try program.write(Data("model = \"openai/gpt-5-4\"\n".utf8), to: "src/agent.py")
      try Self.addOtherPrograms(to: program)
      let commands = try Self.commands().filter { !Self.isBuild($0) && !Self.isInteractive($0) }
      for command in commands {
        // It runs until it is ended: the first line is its address.
        let script =
          command == "modeldex serve"
          ? """
          coproc SERVER { exec modeldex serve --port 0; }
          read -r line <&"${SERVER[0]}" && echo "$line"; kill "$SERVER_PID"; wait "$SERVER_PID"
          """
          : "PATH=$HOME/programs:$PATH; \(command)"
        let outcome = try await program.shell(script)
        // It finds the misspelt id.
        let isLint = command.hasPrefix("modeldex lint")
        #expect(outcome.status == (isLint ? 1 : 0), "\(command)\n\(outcome.error)")
        #expect(!outcome.output.isEmpty, "\(command)")
      }
    }
  }

  @Test(.enabled(if: TerminalSession.isAvailable, "this test needs tmux"))
  func `every command that draws opens the browser, and what it prints is passed on`()
    async throws
  {
    let commands = try Self.commands().filter(Self.isInteractive)
    #expect(commands.count >= 4)
    try await DocumentedModels.with { program, server in
      try Self.addOtherPrograms(to: program)
      let folder = URL(filePath: Program.path).deletingLastPathComponent().path
      for command in commands {
        let output = program.home.url("printed")
        let script = """
          cd "$HOME"; PATH=$HOME/programs:\(folder):$PATH; { \(command); } > printed.new
          mv printed.new printed
          """
        // The browser itself has to have the terminal.
        let isPick = command.contains("modeldex pick")
        let terminal = try TerminalSession(
          ["bash", "-c", isPick ? script : "cd \"$HOME\"; PATH=\(folder):$PATH; \(command)"],
          columns: 120, rows: 36,
          environment: program.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 })
        let title = command.contains(/claude|gpt/) ? "Claude" : "Models"
        // Before the cache is read, the list has the core models alone.
        try terminal.waitFor("420 OpenRouter [on]")
        try terminal.waitFor(title)
        if isPick { try terminal.press("Enter") } else { try terminal.press("C-c") }
        let status = try terminal.exitStatus()
        #expect(status == (isPick ? 0 : 130), "\(command)")
        if isPick {
          let printed = try String(contentsOf: output, encoding: .utf8)
          #expect(printed.contains(/^(llm -m openrouter\/)?[a-z~][\w.~-]*(\/[\w.:-]+)?/))
        }
      }
    }
  }
}
