import Foundation
import ModelCatalog
import Support
import Testing

/// `modeldex cost`, and `--workload` of other commands.
struct CostTests {
  private static let body = ListingBody.of([
    ListingBody.Row("acme/alpha", price: "0.000002").with(
      "benchmarks",
      #"{"artificial_analysis":{"intelligence_index":50.5,"coding_index":60,"agentic_index":null}}"#
    ),
    ListingBody.Row("acme/beta", price: "0.000001"), ListingBody.Row("acme/auto", price: "-1"),
  ])

  private func run(
    _ arguments: String..., environment: [String: String] = [:], config: String? = nil
  ) async throws -> Program.Outcome {
    var program = try Program()
    program.environment.merge(environment) { $1 }
    let path = try program.write(Self.body, to: "body.json")
    if let config { try program.write(Data(config.utf8), to: ".config/modeldex/config.json") }
    return try await program.run(arguments: arguments + ["--upstream", path])
  }

  @Test func `a table has the parts, a call and a month`() async throws {
    let outcome = try await run(
      "cost", "acme/alpha", "--workload", "in=1k out=100 calls=10/day cached=50%")
    #expect(outcome.status == 0 && outcome.error == "")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasSuffix("acme/alpha"))
    #expect(lines.contains { $0.hasPrefix("  500 prompt tokens") && $0.hasSuffix("$0.001") })
    #expect(lines.contains { $0.hasPrefix("  300 calls a month") })
    #expect(lines.contains { $0.contains("Workload: in=1000 out=100 calls=10/day cached=50%") })
    #expect(lines.contains { $0.hasPrefix("Not in the sum: OpenRouter's fee") })
  }

  @Test func `JSON has exact numbers, and the reason where there is no cost`() async throws {
    let outcome = try await run(
      "cost", "acme/alpha", "acme/auto", "--workload", "in=1m", "--format", "json")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["id"] as? String } == ["acme/alpha", "acme/auto"])
    #expect(rows[0]["perMonth"] as? Double == 2)
    let parts = try #require(rows[0]["parts"] as? [[String: Any]])
    #expect(parts[0]["item"] as? String == "prompt" && parts[0]["price"] as? Double == 2)
    #expect(rows[0]["reason"] is NSNull && rows[1]["perMonth"] is NSNull)
    #expect(rows[1]["reason"] as? String == "variablePrice")
  }

  @Test func `CSV has a row for each part and one for the sum`() async throws {
    let outcome = try await run(
      "cost", "acme/beta", "--workload", "in=1000 out=10 calls=3", "--format", "csv")
    #expect(
      outcome.output == """
        id,item,units,unit,price,usd,usdpermonth\r
        acme/beta,prompt,1000,per million tokens,1,0.001,0.003\r
        acme/beta,answer,10,per million tokens,1,0.00001,0.00003\r
        acme/beta,total,,,,0.00101,0.00303\r\n
        """)
  }

  @Test(arguments: [
    (["cost", "acme/alpha"], "there is no workload; set one with --workload"),
    (["cost", "acme/alpha", "--workload", "in=x"], "--workload: “x” is not a whole number"),
    (["list", "cost<5"], "“cost” needs a workload"),
    (["list", "--sort", "cost"], "--sort: cost needs a workload"),
    (["list", "--sort=-callcost"], "--sort: -callcost needs a workload"),
    (["list", "input<acme/none"], "nor a model's id"),
    (["list", "coding>=acme/beta"], "the coding of acme/beta is unknown"),
  ])
  func `what cannot be computed is wrong usage`(
    arguments: [String], message: String
  ) async throws {
    let program = try Program()
    let path = try program.write(Self.body, to: "body.json")
    let outcome = try await program.run(arguments: arguments + ["--upstream", path])
    #expect(outcome.status == 64 && outcome.output == "")
    #expect(outcome.error.contains(message), "\(outcome.error)")
  }

  @Test func `an unknown id, and models without any cost, end with 1`() async throws {
    let unknown = try await run("cost", "acme/nothing", "--workload", "in=1")
    #expect(unknown.status == 1 && unknown.error.contains("acme/"))
    let none = try await run("cost", "acme/auto", "--workload", "in=1")
    #expect(none.status == 1 && none.error.contains("none of them has a cost"))
    #expect(none.output.contains("its price is decided per request"))
  }

  @Test func `the flag goes before the variable, and that before the file`() async throws {
    let file = #"{"workload": "in=3"}"#
    func workload(
      _ arguments: [String], _ environment: [String: String]
    ) async throws -> String? {
      var program = try Program()
      program.environment.merge(environment) { $1 }
      let path = try program.write(Self.body, to: "body.json")
      try program.write(Data(file.utf8), to: ".config/modeldex/config.json")
      let outcome = try await program.run(
        arguments: ["cost", "acme/alpha", "--upstream", path] + arguments)
      return outcome.output.split(separator: "\n").first { $0.hasPrefix("Workload") }
        .map(String.init)
    }
    #expect(try await workload([], [:]) == "Workload: in=3")
    let variable = ["MODELDEX_WORKLOAD": "in=2"]
    #expect(try await workload([], variable) == "Workload: in=2")
    #expect(try await workload(["--workload", "in=1"], variable) == "Workload: in=1")
  }

  @Test func `a list and one model have their cost`() async throws {
    let list = try await run(
      "list", "source:openrouter sort:cost", "--workload", "in=1m", "--columns", "id,cost",
      "--format", "tsv")
    #expect(list.output == "id\tcost\nacme/beta\t1\nacme/alpha\t2\nacme/auto\t\n")
    let json = try await run(
      "show", "acme/alpha", "--workload", "in=1m", "--format", "json")
    let model = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((model?["cost"] as? [String: Any])?["perMonth"] as? Double == 2)
    #expect(model?["scoreSource"] as? String == "Artificial Analysis via OpenRouter")
    let text = try await run("show", "acme/alpha", "--workload", "in=1m")
    #expect(text.output.contains("\nCost  in=1000000\n"))
  }

  @Test func `the source of scores is named under a table and a page, not in tsv`() async throws {
    let credit = "Scores: Artificial Analysis via OpenRouter\n"
    let table = try await run("list", "--columns", "id,coding", "--format", "table")
    #expect(table.output.hasSuffix(credit))
    #expect(try await run("show", "acme/alpha").output.hasSuffix(credit))
    for format in ["tsv", "csv", "ids"] {
      let columns = format == "ids" ? [] : ["--columns", "id,coding"]
      let program = try Program()
      let path = try program.write(Self.body, to: "body.json")
      let outcome = try await program.run(
        arguments: ["list", "--format", format, "--upstream", path] + columns)
      #expect(!outcome.output.contains("Artificial"), "\(format)")
    }
    #expect(
      try await run("list", "--columns", "id,input", "--format", "table").output
        .contains("Scores:") == false)
  }

  @Test func `a frontier is a list in the order of its score`() async throws {
    let outcome = try await run("list", "frontier:coding", "--format", "ids")
    #expect(outcome.output == "acme/alpha\n")
  }
}
