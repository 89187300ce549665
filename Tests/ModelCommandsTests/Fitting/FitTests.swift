import Foundation
import Support
import Testing

/// `modeldex fit`: prompts in, models with their answers out.
struct FitTests {
  private let program: Program

  init() throws {
    program = try Program()
    func row(_ id: String, context: Int, tokenizer: String) -> ListingBody.Row {
      ListingBody.Row(id).with("context_length", "\(context)").with(
        "architecture",
        """
        {"modality":"text->text","input_modalities":["text"],"output_modalities":["text"],\
        "tokenizer":"\(tokenizer)"}
        """)
    }
    let image = ListingBody.Row("acme/picture").with(
      "architecture", #"{"input_modalities":["image"],"output_modalities":["text"]}"#)
    try program.write(
      ListingBody.of([
        row("openai/large", context: 100_000, tokenizer: "GPT"),
        row("openai/near", context: 1000, tokenizer: "GPT"),
        row("openai/small", context: 500, tokenizer: "GPT"),
        row("anthropic/claude-9", context: 1100, tokenizer: "Claude"),
        image, ListingBody.Row("acme/unknown").with("context_length", nil),
      ]), to: "body.json")
    // About a thousand tokens, of which a half stands in each file.
    let text = Data(String(repeating: "word ", count: 500).utf8)
    try program.write(text, to: "a.txt")
    try program.write(text, to: "b.txt")
  }

  private func fit(_ arguments: String, input: String = "") async throws -> Program.Outcome {
    try await program.shell(
      "\(input)modeldex fit --query source:openrouter --upstream body.json \(arguments)")
  }

  private func answers(_ outcome: Program.Outcome) throws -> [String: String] {
    let root = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let models = try #require(root?["models"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: models.compactMap { model in
        (model["id"] as? String).map { ($0, model["fits"] as? String ?? "") }
      })
  }

  @Test func `the files together fit, may fit or do not`() async throws {
    let outcome = try await fit("a.txt b.txt --format json")
    #expect(
      try answers(outcome) == [
        "openai/large": "yes", "openai/near": "maybe", "openai/small": "no",
        "anthropic/claude-9": "maybe", "acme/unknown": "maybe",
      ])
    #expect(outcome.error.contains("tokens of GPT; fits: 1, may not fit: 3, does not fit: 1"))
    let half = try await fit("a.txt --format ids")
    #expect(
      Set(half.output.split(separator: "\n")) == [
        "openai/large", "openai/near", "anthropic/claude-9",
      ])
    let reserved = try await fit("a.txt --output 0.5k --format ids")
    #expect(Set(reserved.output.split(separator: "\n")) == ["openai/large"])
  }

  @Test func `JSON has the interval, the limit and the cost`() async throws {
    let outcome = try await fit("a.txt b.txt --output 100 --format json")
    let root = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let models = try #require(root?["models"] as? [[String: Any]])
    let model = try #require(models.first { $0["id"] as? String == "openai/large" })
    let tokens = try #require(model["tokens"] as? [String: Int])
    let cost = try #require(model["cost"] as? [String: Double])
    #expect(model["limit"] as? Int == 99_900)
    let (low, high) = (try #require(tokens["low"]), try #require(tokens["high"]))
    #expect(low < 1001 && high > 1001)
    // A dollar for a million tokens of either.
    #expect(abs(try #require(cost["low"]) - Double(low + 100) / 1e6) < 1e-12)
    #expect(abs(try #require(cost["high"]) - Double(high + 100) / 1e6) < 1e-12)
  }

  @Test(arguments: ["", "-", "- a.txt"]) func `standard input is a text`(files: String) async throws
  {
    let outcome = try await fit("\(files) --format ids", input: "cat b.txt | ")
    let isBoth = files.hasSuffix("a.txt")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("openai/near") == !isBoth)
  }

  @Test func `a table is for people, with an interval that is no single number`() async throws {
    let table = try await fit("a.txt b.txt --format table")
    let lines = table.output.split(separator: "\n").map(String.init)
    #expect(lines[0].contains("TOKENS") && lines[0].contains("$/CALL"))
    let near = try #require(lines.first { $0.hasPrefix("openai/near") })
    #expect(near.contains("≈ ") && near.contains("–") && near.contains("1,000  may not fit"))
    let tsv = try await fit("a.txt --format tsv")
    #expect(tsv.output.hasPrefix("id\tlow\thigh\tlimit\tfits\tcostlow\tcosthigh\tthresholds\n"))
  }

  @Test(arguments: [
    ("none.txt", 2, "none.txt: no such file or directory"), (".", 2, ".: not a regular file"),
    ("binary", 2, "binary is not text: it has a zero byte"),
    ("a.txt --output many", 64, "--output: “many” is not a number of tokens like 4000 or 4k"),
    ("a.txt --output '1 calls=2'", 64, "is not a number of tokens"),
    ("a.txt --query 'nothing-like-it'", 1, "nothing matches"),
    ("a.txt --bom", 64, "--bom: only --format csv"),
  ])
  func `what cannot be read or meant is named`(
    arguments: String, status: Int32, complaint: String
  ) async throws {
    try program.write(Data([0x61, 0, 0x62]), to: "binary")
    let outcome = try await program.shell("modeldex fit --upstream body.json \(arguments)")
    #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.error.contains(complaint), "\(outcome.error)")
  }
}
