import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelCommands

/// Which files `modeldex lint` reads, and what it does with those that it cannot.
struct LintFilesTests {
  private static let gone = "x-ai/grok-4.1-fast\n"

  private func paths(_ outcome: Program.Outcome) -> [String] {
    outcome.output.split(separator: "\n").map { String($0.prefix { $0 != ":" }) }
  }

  @Test func `git decides which files are read`() async throws {
    let project = try await LintProject()
    for name in [".env", "src/a.py", "src/.hidden/b.py", "build/c.py", "node_modules/d.js"] {
      try project.write(Self.gone, to: name)
    }
    // Without git, hidden folders and other people's code are left out.
    #expect(paths(try await project.lint()) == [".env", "build/c.py", "src/a.py"])
    try project.write("build/\n", to: ".gitignore")
    _ = try await project.program.shell(
      "cd project && git init -q && git add -A && git rm -q --cached .env && rm -r src/.hidden")
    // Tracked and new ones; ignored and deleted ones are not read.
    #expect(
      paths(try await project.lint()) == [".env", "node_modules/d.js", "src/a.py"])
    #expect(paths(try await project.lint("src")) == ["src/a.py"])
    #expect(paths(try await project.lint("./src/a.py src")) == ["src/a.py"])
    // What is ignored and named is meant.
    #expect(paths(try await project.lint("build")) == ["build/c.py"])
    #expect(paths(try await project.lint("build/c.py")) == ["build/c.py"])
  }

  @Test func `a strange tree's configuration runs nothing`() async throws {
    let project = try await LintProject()
    try project.write(Self.gone, to: "a.py")
    _ = try await project.program.shell(
      "cd project && git init -q && git config core.fsmonitor 'touch ../ran; false'")
    #expect(paths(try await project.lint()) == ["a.py"])
    #expect(!FileManager.default.fileExists(atPath: project.program.home.url("ran").path))
  }

  @Test func `links in circles, pipes and devices are not read`() async throws {
    let project = try await LintProject()
    try project.write(Self.gone, to: "a.py")
    _ = try await project.program.shell(
      """
      cd project && ln -s . circle && ln -s a.py link.py && ln -s loop loop && mkfifo pipe \
        && ln -s /dev/zero zero && mkdir d && ln -s .. d/up
      """)
    #expect(paths(try await project.lint()) == ["a.py"])
    _ = try await project.program.shell("cd project && git init -q && git add -A")
    let tracked = try await project.lint()
    #expect(Set(paths(tracked)).isSubset(of: ["a.py", "link.py"]) && tracked.status == 1)
    for name in ["pipe", "/dev/zero", "loop", "none"] {
      let outcome = try await project.lint("a.py \(name)")
      #expect(outcome.status == 2, "\(name)")
      #expect(paths(outcome) == ["a.py"], "\(name)")
      #expect(outcome.error.contains("\(name): "), "\(name)")
    }
  }

  @Test func `binary and huge files are counted`() async throws {
    let project = try await LintProject()
    try project.write("\(Self.gone)\0", to: "a.bin")
    try project.program.write(
      Data(Self.gone.utf8) + Data(count: 0) + Data(repeating: 0x61, count: 16 << 20),
      to: "project/b.txt")
    try project.write("", to: "empty.py")
    let outcome = try await project.lint()
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(outcome.error.hasSuffix("no findings in 1 file; left out: 1 binary, 1 huge\n"))
  }

  @Test(.enabled(if: geteuid() != 0)) func `an unreadable file is named`() async throws {
    let project = try await LintProject()
    let file = try project.write(Self.gone, to: "a.py")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
    let outcome = try await project.lint()
    #expect(outcome.status == 0 && outcome.error.contains("a.py: permission denied"))
  }

  @Test func `a name that is not UTF-8 is exact in SARIF`() async throws {
    let project = try await LintProject()
    try project.write("", to: "keep")
    let outcome = try await project.program.shell(
      #"""
      cd project && printf 'x-ai/grok-4.1-fast' > "$(printf 'a\377 b.py')" \
        && modeldex lint --offline --format sarif
      """#)
    #expect(outcome.output.contains("\"uri\": \"a%FF%20b.py\""))
  }

  @Test(arguments: [
    ("a = 'x-ai/grok-4.1-fast'\r\nb\r\n", "a = 'x-ai/grok-4.3'\r\nb\r\n"),
    ("\u{FEFF}x-ai/grok-4.1-fast", "\u{FEFF}x-ai/grok-4.3"),
    (
      "openrouter/anthropic/claude-sonnet-4-5:nitro x-ai/grok-4.1-fast",
      "openrouter/anthropic/claude-sonnet-4.5:nitro x-ai/grok-4.3"
    ),
    (
      "anthropic/claude-3-opus anthropic/claude-4.6-sonnet-20260217",
      "anthropic/claude-3-opus anthropic/claude-4.6-sonnet-20260217"
    ),
    ("x-ai/grok-4.1-fast # modeldex: ignore", "x-ai/grok-4.1-fast # modeldex: ignore"),
  ])
  func `a fix replaces the ids and nothing else`(text: String, fixed: String) async throws {
    let project = try await LintProject()
    let file = try project.write(text, to: "a.py")
    try FileManager.default.setAttributes([.posixPermissions: 0o754], ofItemAtPath: file)
    #expect(try await project.lint().status == (text.contains("ignore") ? 0 : 1))
    #expect(try project.text(of: "a.py") == text)
    let outcome = try await project.lint("--fix")
    #expect(try project.text(of: "a.py") == fixed)
    #expect(outcome.status == (text.contains("claude-3-opus") ? 1 : 0))
    #expect(outcome.error.contains("→") == (text != fixed))
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o754)
  }

  @Test func `text in UTF-16 is found and fixed in its encoding`() async throws {
    let project = try await LintProject()
    func bytes(_ text: String, bigEndian: Bool) -> Data {
      Data(
        ([0xFEFF] + Array(text.utf16)).flatMap { unit -> [UInt8] in
          let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
          return bigEndian ? pair : pair.reversed()
        })
    }
    for bigEndian in [true, false] {
      let file = try project.program.write(
        bytes("é 'x-ai/grok-4.1-fast'\r\n", bigEndian: bigEndian), to: "project/a.reg")
      _ = try await project.lint("--fix")
      let fixed = try Data(contentsOf: URL(filePath: file))
      #expect(fixed == bytes("é 'x-ai/grok-4.3'\r\n", bigEndian: bigEndian))
    }
    // Half a character is no text.
    try project.program.write(Data([0xFF, 0xFE, 0x00, 0xD8, 0x41]), to: "project/a.reg")
    #expect(try await project.lint().error.contains("1 binary"))
  }

  @Test func `a file that changes before it is fixed is not written`() async throws {
    let project = try await LintProject()
    let path = try project.write("x-ai/grok-4.1-fast", to: "a.py")
    let source = SourcePath(path)
    let scanned = try await project.lint("--format json")
    #expect(scanned.status == 1)
    let finding = LintFinding(
      path: path, id: "x-ai/grok-4.1-fast",
      match: LintMatch(
        bytes: 0..<18, line: 1, column: 1,
        verdict: .gone(lastListed: Date(), successor: "x-ai/grok-4.3")))
    let fix = LintFix(path: source, findings: [finding])
    let other = "another  text of it"
    #expect(throws: LintFix.Refusal(reason: "changed while it was being read")) {
      try fix.apply { try project.write(other, to: "a.py") }
    }
    #expect(try project.text(of: "a.py") == other)
    // Changed before it is read again.
    #expect(throws: LintFix.Refusal(reason: "changed while it was being read")) {
      try fix.apply()
    }
    #expect(try project.text(of: "a.py") == other)
  }

  @Test func `JSON names what was fixed`() async throws {
    let project = try await LintProject()
    try project.write("x-ai/grok-4.1-fast inclusionai/ring-2.6-1t", to: "a.py")
    let output = try await project.lint("--fix --format json").output
    let root = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    let findings = try #require(root?["findings"] as? [[String: Any]])
    #expect(findings.map { $0["fixed"] as? Bool } == [true, false])
  }
}
