import Foundation
import ModelCatalog
import Support
import Testing

struct FactsTests {
  @Test func `facts lists every row of the table`() async throws {
    let program = try Program()
    let outcome = try await program.run("facts", "--format", "json")
    #expect(outcome.status == 0 && outcome.error == "")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(rows.compactMap { $0["name"] as? String } == FactTable.all.map(\.name))
    let input = try #require(rows.first { $0["name"] as? String == "input" })
    #expect(input["json"] as? String == "pricing.input")
    #expect(input["unit"] as? String == "USD per million tokens")
    #expect(input["sortable"] as? Bool == true)
    #expect(input["query"] as? [String] == ["input", "prompt", "price"])
    let text = try await program.run("facts", "--format", "tsv")
    #expect(text.output.hasPrefix("name\tjson\ttitle\tkind\tunit\torder\tquery\taliases\n"))
    #expect(text.output.split(separator: "\n").count == FactTable.all.count + 1)
  }

  @Test(arguments: FactTable.all)
  func `every fact is a column`(fact: Fact) async throws {
    let program = try Program()
    let body = try program.write(SmallBody.data, to: "body.json")
    let outcome = try await program.run(
      "list", "acme/alpha", "--columns", "id,\(fact.name)", "--format", "tsv", "--upstream", body)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("id\t\(fact.name)\nacme/alpha\t"))
  }
}
