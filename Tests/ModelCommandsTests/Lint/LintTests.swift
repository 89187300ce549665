import Foundation
import Support
import Testing

/// `modeldex lint` on a folder of files.
struct LintTests {
  /// The twenty lines of the research notes: the text, and `level id successor`, or nothing.
  private static let twenty: [(String, [String])] = [
    ("model: anthropic/claude-opus-5", []),
    ("OPENROUTER_MODEL=x-ai/grok-4.1-fast", ["error x-ai/grok-4.1-fast x-ai/grok-4.3"]),
    (#""model": "inclusionai/ring-2.6-1t""#, ["warning inclusionai/ring-2.6-1t -"]),
    (#"model = "openai/gpt-5.6-luna""#, ["note openai/gpt-5.6-luna -"]),
    (
      "default: meta-llama/llama-3.3-70b-instruct:free",
      ["error meta-llama/llama-3.3-70b-instruct:free meta-llama/llama-3.3-70b-instruct"]
    ),
    ("openai/gpt-oss-120b:nitro", []),
    (
      "assert 'deepseek/deepseek-r1-0528:free' in ids",
      ["error deepseek/deepseek-r1-0528:free -"]
    ),
    (#"model="openrouter/anthropic/claude-sonnet-4.5""#, []),
    (
      "Agent('openrouter:anthropic/claude-sonnet-4-5')",
      ["warning anthropic/claude-sonnet-4-5 anthropic/claude-sonnet-4.5"]
    ),
    ("Agent('anthropic:claude-opus-4-8')", []),
    (#"modelId: "us.anthropic.claude-opus-4-8""#, ["note claude-opus-4-8 -"]),
    ("claude-3-5-sonnet@20240620", ["error claude-3-5-sonnet claude-sonnet-5"]),
    ("azure/my-gpt4", []),
    ("~anthropic/claude-sonnet-latest", ["note ~anthropic/claude-sonnet-latest -"]),
    (
      "anthropic/claude-4.6-sonnet-20260217",
      ["note anthropic/claude-4.6-sonnet-20260217 anthropic/claude-sonnet-4.6"]
    ),
    ("google/veo-3.1", []),
    (
      "fallbacks: [openai/gpt-4o, anthropic/claude-3-opus]",
      ["error anthropic/claude-3-opus -"]
    ),
    ("from openai/codex import x; npm i openai/codex", []),
    ("model: z-ai/glm-5.3", []),
  ]

  private func findings(in json: String) throws -> [[String: Any]] {
    let root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    return try #require(root?["findings"] as? [[String: Any]])
  }

  @Test func `the twenty lines have their verdicts`() async throws {
    let project = try await LintProject()
    for (number, line) in Self.twenty.enumerated() {
      try project.write(line.0 + "\n", to: "\(number + 10).txt.cfg")
    }
    try project.write("moved from openai/o1-preview\n", to: "CHANGELOG")
    let outcome = try await project.lint("--since 2026-07-01 --format json")
    #expect(outcome.status == 1)
    var found: [String: [String]] = [:]
    for finding in try findings(in: outcome.output) {
      let path = try #require(finding["path"] as? String)
      let successor = finding["successor"] as? String ?? "-"
      let level = try #require(finding["level"] as? String)
      let id = try #require(finding["id"] as? String)
      #expect(finding["line"] as? Int == 1)
      found[path, default: []].append("\(level) \(id) \(successor)")
    }
    for (number, line) in Self.twenty.enumerated() {
      let got = found["\(number + 10).txt.cfg"] ?? []
      #expect(got.count == line.1.count, "\(line.0): \(got)")
      for (got, expected) in zip(got, line.1) { #expect(got.hasPrefix(expected), "\(line.0)") }
    }
    #expect(found["CHANGELOG"] == nil)
    let prose = try await project.lint("--prose --format json CHANGELOG")
    #expect(try findings(in: prose.output).map { $0["id"] as? String } == ["openai/o1-preview"])
  }

  @Test func `a finding is a line with its place, level, reason and rule`() async throws {
    let project = try await LintProject()
    try project.write("a\n  - x-ai/grok-4.1-fast\n", to: "src/a.yml")
    try project.write("anthropic/claude-sonnet-4-5 inclusionai/ring-2.6-1t", to: "b.toml")
    let outcome = try await project.lint()
    #expect(
      outcome.output == """
        b.toml:1:1: warning: anthropic/claude-sonnet-4-5 is written anthropic/claude-sonnet-4.5 on \
        OpenRouter [spelling]
        b.toml:1:29: warning: inclusionai/ring-2.6-1t expires \(LintProject.lastDay), in 20 days; no \
        successor is known [expiring]
        src/a.yml:2:5: error: x-ai/grok-4.1-fast is no longer on OpenRouter, last seen 2026-07-01; \
        the likely successor is x-ai/grok-4.3 [gone]\n
        """)
    #expect(outcome.error.hasSuffix("modeldex: 1 error, 2 warnings in 2 files\n"))
    #expect(outcome.status == 1)
  }

  @Test(arguments: [
    ("x-ai/grok-4.1-fast", "", 1), ("x-ai/grok-4.1-fast", "--level error", 1),
    ("openai/gpt-4-o", "", 0), ("anthropic/claude-sonnet-4-5", "", 1),
    ("anthropic/claude-sonnet-4-5", "--level error", 0),
    ("~anthropic/claude-sonnet-latest", "", 0),
    ("~anthropic/claude-sonnet-latest", "--level note", 1), ("openai/gpt-4o", "--level note", 0),
  ])
  func `the level decides the status alone`(text: String, flags: String, status: Int32) async throws
  {
    let project = try await LintProject()
    try project.write(text, to: "a.py")
    let outcome = try await project.lint(flags)
    #expect(outcome.status == status)
    let isSilent = ["openai/gpt-4o", "openai/gpt-4-o"].contains(text)
    #expect(outcome.output.isEmpty == isSilent)
  }

  @Test func `annotations are escaped as GitHub reads them`() async throws {
    let project = try await LintProject()
    try project.write("x = 'x-ai/grok-4.1-fast'\n", to: "a,b:c%\nd.py")
    let outcome = try await project.lint("--format github")
    #expect(
      outcome.output == """
        ::error file=a%2Cb%3Ac%25%0Ad.py,line=1,col=6,endColumn=24,title=modeldex gone::\
        x-ai/grok-4.1-fast is no longer on OpenRouter, last seen 2026-07-01; the likely successor is \
        x-ai/grok-4.3\n
        """)
    let text = try await project.lint().output
    #expect(
      text.hasPrefix("a,b:c%\\u{a}d.py:1:6: error: ") && text.filter { $0 == "\n" }.count == 1)
  }

  @Test func `a baseline silences what it has, and no more`() async throws {
    let project = try await LintProject()
    try project.write("x-ai/grok-4.1-fast\n", to: "a.py")
    let written = try await project.lint("--write-baseline base.json")
    #expect(written.status == 0 && written.output.isEmpty)
    #expect(try await project.lint("--baseline base.json").status == 0)
    // Lines move; a second use is new.
    try project.write("\n\nx-ai/grok-4.1-fast\n", to: "a.py")
    #expect(try await project.findings("--baseline base.json") == [])
    try project.write("x-ai/grok-4.1-fast x-ai/grok-4.1-fast\n", to: "a.py")
    #expect(try await project.findings("--baseline base.json").count == 1)
    // The baseline itself names the ids, and is none of the files.
    #expect(try await project.findings().allSatisfy { $0.hasPrefix("a.py") })
  }

  @Test(arguments: [
    (
      "{\"modeldexLintBaseline\": 2, \"findings\": []}",
      "is of version 2, and this modeldex reads version 1"
    ),
    ("{}", "is no baseline; write one with --write-baseline FILE"), ("", "is no baseline"),
    ("{\"modeldexLintBaseline\": 1, \"findings\": [{}]}", "a finding lacks its path"),
  ])
  func `a baseline that cannot be used is named`(content: String, complaint: String) async throws {
    let project = try await LintProject()
    try project.write(content, to: "base.json")
    let outcome = try await project.lint("--baseline base.json")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.error.contains(complaint), "\(outcome.error)")
  }

  @Test func `without any list of OpenRouter's it cannot run`() async throws {
    let outcome = try await Program().shell("modeldex lint --offline")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.error.contains("there is no list of OpenRouter's models to check with"))
  }

  @Test func `prose is left out, but for the settings at its beginning`() async throws {
    let project = try await LintProject()
    let body = "model: x-ai/grok-4.1-fast\n"
    try project.write("---\n\(body)---\nWe used openai/o1-preview.\n", to: "agent.md")
    try project.write("# Title\n---\n\(body)---\n", to: "plain.md")
    try project.write(body, to: "CHANGES")
    let outcome = try await project.lint()
    #expect(outcome.output.hasPrefix("agent.md:2:8: error: x-ai/grok-4.1-fast "))
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(outcome.error.contains("left out: 2 prose (--prose)"))
    #expect(try await project.findings("--prose").count == 4)
  }
}
