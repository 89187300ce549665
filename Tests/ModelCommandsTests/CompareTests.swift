import Foundation
import Support
import Testing

/// `modeldex compare`, and `list --fold`.
struct CompareTests {
  private static let body = ListingBody.of([
    ListingBody.Row("acme/alpha", price: "0.000002").with(
      "benchmarks",
      #"{"artificial_analysis":{"intelligence_index":50.5,"coding_index":60,"agentic_index":null}}"#
    ).with("supported_parameters", #"["tools"]"#),
    ListingBody.Row("acme/beta", price: "0.000001"), ListingBody.Row("acme/auto", price: "-1"),
    ListingBody.Row("acme/alpha:batch", price: "0.000001"),
  ])

  private func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) async throws -> Program.Outcome {
    var program = try Program()
    program.environment.merge(environment) { $1 }
    let path = try program.write(Self.body, to: "body.json")
    return try await program.run(arguments: arguments + ["--upstream", path])
  }

  private func json(_ outcome: Program.Outcome) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func `a table has a column a model, the better end marked and the source last`()
    async throws
  {
    let outcome = try await run("compare", "acme/alpha", "acme/beta")
    #expect(outcome.status == 0 && outcome.error == "")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(
      lines[0].split(separator: " ").joined(separator: " ")
        == "Name of acme/alpha Name of acme/beta")
    #expect(lines[1].split(separator: " ") == ["acme/alpha", "acme/beta"])
    let input = lines.first { $0.hasPrefix("Input $/M") }?.split(separator: " ")
    #expect(input == ["Input", "$/M", "2.00", "▲", "1.00"])
    let same = try #require(lines.firstIndex(of: "─ the same ─"))
    #expect(lines[same...].contains { $0.hasPrefix("Context") })
    #expect(lines[..<same].contains { $0.hasPrefix("Intelligence") })
    #expect(lines.last == "Scores: Artificial Analysis via OpenRouter")
    let ascii = try await run("compare", "acme/alpha", "acme/beta", environment: ["LANG": "C"])
    #expect(ascii.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `--differences leaves out what is the same`() async throws {
    for format in ["table", "markdown", "csv", "json"] {
      let outcome = try await run(
        "compare", "acme/alpha", "acme/beta", "--differences", "--format", format)
      #expect(outcome.status == 0)
      #expect(!outcome.output.contains("contextWindow\",") && !outcome.output.contains("Author "))
      #expect(outcome.output.lowercased().contains("tools"), "\(format)")
    }
  }

  @Test func `JSON has whole models and a row for each fact`() async throws {
    let object = try json(
      try await run("compare", "acme/alpha", "acme/auto", "--format", "json", "--workload", "in=1m")
    )
    let models = try #require(object["models"] as? [[String: Any]])
    #expect(models.map { $0["id"] as? String } == ["acme/alpha", "acme/auto"])
    let facts = try #require(object["facts"] as? [[String: Any]])
    #expect(facts.count >= 30)
    let input = try #require(facts.first { $0["fact"] as? String == "input" })
    #expect(input["title"] as? String == "Input" && input["differs"] as? Bool == true)
    let values = try #require(input["values"] as? [Any])
    #expect(values[0] as? Double == 2 && values[1] is NSNull)
    let cost = try #require(facts.first { $0["fact"] as? String == "cost" })
    #expect((cost["values"] as? [Any])?[0] as? Double == 2)
  }

  @Test func `CSV has exact values, Markdown bold ones`() async throws {
    let csv = try await run("compare", "acme/alpha", "acme/beta", "--format", "csv")
    let lines = csv.output.split(separator: "\r\n").map(String.init)
    #expect(lines[0] == "fact,differs,acme/alpha,acme/beta")
    #expect(lines.contains("input,true,2,1") && lines.contains("context,false,128000,128000"))
    let markdown = try await run("compare", "acme/alpha", "acme/beta", "--format", "markdown")
    #expect(markdown.output.contains("| Input $/M | 2.00 | **1.00** |\n"))
    #expect(markdown.output.hasSuffix("Scores: Artificial Analysis via OpenRouter\n"))
  }

  @Test func `a model named twice is shown once, an unknown one ends with 1`() async throws {
    let twice = try await run("compare", "acme/alpha", "acme/beta", "acme/alpha", "--format", "csv")
    #expect(twice.output.hasPrefix("fact,differs,acme/alpha,acme/beta\r\n"))
    #expect(twice.error.contains("shown once"))
    let unknown = try await run("compare", "acme/alpha", "acme/bet")
    #expect(unknown.status == 1 && unknown.output.isEmpty)
    #expect(unknown.error.contains("acme/bet") && unknown.error.contains("acme/beta"))
    #expect(try await run("compare").status == 64)
    #expect(try await run("compare", "acme/alpha", "--format", "xml").status == 64)
  }

  @Test func `many models stand in tables one below the other`() async throws {
    let outcome = try await run(
      "compare", "acme/alpha", "acme/beta", "acme/auto", "acme/alpha:batch", "gpt-5.4",
      environment: ["COLUMNS": "80"])
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.count { $0.hasPrefix("Input $/M") } > 1)
  }

  @Test func `show says that compare takes several models`() async throws {
    let outcome = try await run("show", "acme/alpha", "acme/beta")
    #expect(outcome.status == 64)
    #expect(outcome.error.contains("modeldex compare acme/alpha acme/beta"))
  }

  @Test func `list folds with --fold alone`() async throws {
    let all = try await run("list", "source:openrouter", "--format", "ids")
    #expect(all.output.split(separator: "\n").count == 4)
    let folded = try await run("list", "source:openrouter", "--fold", "--format", "ids")
    #expect(
      Set(folded.output.split(separator: "\n")) == ["acme/alpha", "acme/beta", "acme/auto"])
    let batch = try await run("list", "is:batch", "--fold", "--format", "ids")
    #expect(batch.output == "acme/alpha:batch\n")
  }
}
