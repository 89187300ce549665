import Foundation
import Support
import Testing

/// Compares the prices that the commands print with the rows of every capture.
@Suite(.enabled(if: !Captures.listings.isEmpty, "../shared/captures is not present"))
struct PriceFormatTests {
  private let program: Program

  init() throws { program = try Program() }

  private func rows(_ name: String) throws -> [[String: Any]] {
    let json = try JSONSerialization.jsonObject(with: Captures.body(name)) as? [String: Any]
    return try #require(json?["data"] as? [[String: Any]])
  }

  private func list(_ name: String, _ arguments: String...) async throws -> String {
    let body = Captures.directory.appending(path: name).standardizedFileURL.path
    let outcome = try await program.run(
      arguments: ["list", "source:openrouter", "--upstream", body] + arguments)
    #expect(outcome.status == 0)
    return outcome.output
  }

  @Test(arguments: Captures.listings)
  func `json has every amount in its unit, and null for unknown ones`(name: String) async throws {
    let text = try await list(name, "--format", "json")
    let models = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    let byID = Dictionary(uniqueKeysWithValues: models.map { ($0["id"] as? String ?? "", $0) })
    for row in try rows(name) {
      let id = row["id"] as? String ?? ""
      let expected = ExpectedPrices(row: row)
      let pricing = try #require(byID[id]?["pricing"] as? [String: Any])
      for (key, value) in pricing where !["variable", "overrides", "other"].contains(key) {
        // The exact digits are compared in the tsv test, where they are text.
        let amount = (value as? NSNumber)?.doubleValue
        let wanted = expected.known[key]?.value.flatMap { Double("\($0)") }
        guard let amount, let wanted else {
          #expect(amount == wanted, "\(id) \(key)")
          continue
        }
        #expect(abs(amount - wanted) <= wanted * 1e-12, "\(id) \(key)")
      }
      #expect(Set(expected.known.keys).isSubset(of: pricing.keys), "\(id)")
      let other = pricing["other"] as? [String: NSNumber] ?? [:]
      #expect(other.mapValues { "\($0)" } == expected.other.mapValues { "\($0)" }, "\(id)")
      #expect(pricing["variable"] as? Bool == expected.known.values.contains { $0.value == nil })
    }
  }

  @Test(arguments: Captures.listings)
  func `tsv has only amounts per million tokens, and a table has other units too`(
    name: String
  ) async throws {
    let columns = "id,input,output,cacheread,cachewrite,free"
    let tsv = try await list(name, "--format", "tsv", "--columns", columns)
    let table = try await list(name, "--format", "table", "--columns", "id,input,output")
    var shown: [String: Substring] = [:]
    for line in table.split(separator: "\n").dropFirst() {
      shown[String(line.prefix { $0 != " " })] = line
    }
    let lines = Dictionary(
      uniqueKeysWithValues: tsv.split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return (cells[0], cells)
      })
    for row in try rows(name) {
      let id = row["id"] as? String ?? ""
      let expected = ExpectedPrices(row: row)
      func cell(_ key: String) -> String {
        expected.known[key].map { $0.value.map { "\($0)" } ?? "variable" } ?? ""
      }
      let cells = try #require(lines[id], "\(id)")
      #expect(
        Array(cells[1...4]) == ["input", "output", "cacheRead", "cacheWrite"].map(cell), "\(id)")
      #expect(cells[5] == "\(expected.isFree)", "\(id)")
      let line = try #require(shown[id], "\(id)")
      #expect(line.contains(" /Mchar") == (expected.known["characters"]?.value ?? 0 > 0), "\(id)")
      #expect(
        line.contains(" /audio") == (expected.known["audioDuration"]?.value ?? 0 > 0), "\(id)")
      #expect(expected.isFree || !line.hasSuffix(" free"), "\(id)")
    }
  }

  @Test func `show has all amounts of models of every kind`() async throws {
    let name = "openrouter-all-modalities-20260819.json"
    let body = Captures.directory.appending(path: name).standardizedFileURL.path
    // One model of each combination of output modalities and price keys.
    var seen = Set<[String]>()
    for row in try rows(name) {
      let outputs = (row["architecture"] as? [String: Any])?["output_modalities"] as? [String] ?? []
      let pricing = row["pricing"] as? [String: Any] ?? [:]
      guard seen.insert(outputs.sorted() + pricing.keys.sorted()).inserted else { continue }
      let id = row["id"] as? String ?? ""
      let expected = ExpectedPrices(row: row)
      let text = try await program.run("show", id, "--upstream", body).output
      for (key, amount) in expected.known {
        let line = text.split(separator: "\n").first {
          $0.contains(amount.unit) && $0.contains(PriceFormatTests.number(amount, expected.isFree))
        }
        #expect(line != nil, "\(id) \(key)")
      }
      #expect(expected.isFree || !text.contains(" free\n"), "\(id)")
    }
    #expect(seen.count > 20)
  }

  private static func number(_ amount: ExpectedPrices.Amount, _ isFree: Bool) -> String {
    guard let value = amount.value else { return "varies" }
    return value == 0 && isFree ? "free" : "\(value)"
  }
}
