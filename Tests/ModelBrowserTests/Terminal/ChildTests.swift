import Foundation
import Testing

@testable import ModelBrowser

@Suite struct ChildTests {
  /// The child checks; its answer is its status.
  private func status(
    of script: String, input: String = "", environment: [String: String] = [:]
  ) -> Child.Outcome {
    Child.run(
      ["sh", "-c", script], environment: environment, input: input, limit: .seconds(20),
      killsLate: true)
  }

  @Test func `a child reads its input and only that`() {
    let text = String(repeating: "é漢\n", count: 60_000)
    #expect(status(of: "test $(wc -c) -eq \(text.utf8.count)", input: text) == .ended(status: 0))
    #expect(status(of: "test $(wc -c) -eq 0") == .ended(status: 0))
  }

  @Test func `a child has no terminal, no other files and a session of its own`() {
    #expect(status(of: "test $(ls /proc/$$/fd | wc -l) -le 4") == .ended(status: 0))
    #expect(status(of: "! (: < /dev/tty) 2>/dev/null") == .ended(status: 0))
    #expect(status(of: "set -- $(cat /proc/$$/stat); test $6 = $$") == .ended(status: 0))
    #expect(status(of: "test \"$(readlink /proc/$$/fd/1)\" = /dev/null") == .ended(status: 0))
  }

  @Test func `a child ignores no signal and blocks none`() {
    #expect(status(of: "grep -Eq '^SigBlk:.0+$' /proc/self/status") == .ended(status: 0))
    // The C library keeps 32 and 33 to itself and leaves them ignored in what it spawns.
    #expect(
      status(of: "grep -Eq '^SigIgn:.0*(180000000)?$' /proc/self/status") == .ended(status: 0))
  }

  @Test func `a child never gets the API key`() {
    let environment = ["OPENROUTER_API_KEY": "secret", "OTHER": "kept"]
    #expect(status(of: "test \"$OTHER\" = kept", environment: environment) == .ended(status: 0))
    #expect(
      status(of: "env | grep -q -e OPENROUTER -e secret", environment: environment)
        == .ended(status: 1))
  }

  @Test func `neither the page's opener nor the clipboard's tool gets the API key`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("#!/bin/sh\nenv >> \(file.path).env\n".utf8).write(to: file)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: file.path)
    let environment = [
      "BROWSER": file.path, "OPENROUTER_API_KEY": "secret", "PATH": "/usr/bin:/bin",
    ]
    #expect(
      PageOpener.open("https://x.org", environment: environment) { $0 == file.path }
        == .opened(with: file.path))
    let plan = Clipboard.Plan(tool: [file.path], usesTerminal: false)
    #expect(
      Clipboard.finish(plan, text: "id", environment: environment, wasSent: false)
        == .copied(with: file.path))
    let seen = try String(contentsOfFile: file.path + ".env", encoding: .utf8)
    #expect(seen.components(separatedBy: "BROWSER=").count == 3)
    #expect(!seen.contains("secret") && !seen.contains("OPENROUTER_API_KEY"))
    try FileManager.default.removeItem(atPath: file.path + ".env")
  }

  @Test func `the way a child process ended is known`() {
    #expect(status(of: "exit 3") == .ended(status: 3))
    #expect(status(of: "kill -9 $$") == .ended(status: 137))
    #expect(
      Child.run(["/no/such"], environment: [:], limit: .seconds(1), killsLate: true)
        == .notStarted("No such file or directory"))
  }

  @Test func `a child that needs too long is killed with its own children`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    // The child's children hold the file open; when all are gone its lock is free.
    let script = "exec 9>\(file.path); flock 9; tail -f /dev/null"
    #expect(
      Child.run(
        ["sh", "-c", script], environment: [:], limit: .seconds(1), killsLate: true) == .running)
    #expect(status(of: "exec 9>\(file.path); flock -w 10 9") == .ended(status: 0))
  }
}
