import Foundation
import ModelCatalog
import ModelText
import Support
import Testing

@testable import ModelRegistry

struct PayloadPriceTests {
  typealias Row = ListingBody.Row

  private func model(
    _ json: String, outputs: String = "text", context: Int = 8192, id: String = "a/b"
  ) throws -> Model {
    let row = Row(id).with("pricing", json).with("context_length", "\(context)")
      .with("architecture", #"{"modality":"text->\#(outputs)"}"#)
    let listing = try OpenRouterPayload.listing(from: ListingBody.of([row]))
    return try #require(listing.models.first)
  }

  private func pricing(_ json: String, outputs: String = "text") throws -> Pricing {
    try model(json, outputs: outputs).pricing
  }

  @Test(arguments: [
    (#""0.0000004""#, "0.0000004"), (#""0.00000008333333333333334""#, "0.00000008333333333333334"),
    (#""-1""#, "varies"), (#""-0""#, "0"), (#""0""#, "0"), ("0.0000004", "0.0000004"),
    ("4e-7", "0.0000004"), ("4E+0", "4"), ("-1", "varies"), ("0", "0"), (#""""#, "unknown"),
    (#""free""#, "unknown"), (#""0.4abc""#, "unknown"), (#""NaN""#, "unknown"),
    (#""1e-7""#, "0.0000001"), (#""5E-7""#, "0.0000005"), (#""2.5e+0""#, "2.5"),
    (#""1e""#, "unknown"), (#""e5""#, "unknown"), (#""1e-7x""#, "unknown"),
    (#""1e-999""#, "unknown"), (#""1 e-7""#, "unknown"), ("1e999", "unknown"), ("1e20", "unknown"),
    ("null", "unknown"),
    ("{}", "unknown"), ("[1]", "unknown"), ("true", "unknown"), (#""10000000""#, "unknown"),
  ])
  func `a price is exact, variable or unknown`(json: String, expected: String) throws {
    let price = try pricing(#"{"prompt":\#(json),"completion":"0.5"}"#)[.input]
    let shown: String =
      switch price {
      case .fixed(let amount): amount.description
      case .variable: "varies"
      case nil: "unknown"
      }
    #expect(shown == expected)
  }

  @Test
  func `every price of a text model has its key`() throws {
    let kinds = PriceKind.allCases.filter {
      ![.characters, .audioDuration, .image].contains($0)
    }
    let members = kinds.enumerated()
      .map { "\"\($0.element.upstreamKey)\":\"0.\($0.offset + 1)\"" }
    let prices = try pricing("{\(members.joined(separator: ","))}").prices
    #expect(prices.count == kinds.count)
    for (index, kind) in kinds.enumerated() {
      #expect(prices[kind] == Price(upstream: "0.\(index + 1)"), "\(kind)")
    }
  }

  @Test
  func `zeros that old bodies spell out say nothing`() throws {
    let old = try pricing(
      #"{"prompt":"0","completion":"0.1","request":"0","image":"0","internal_reasoning":"0"}"#)
    #expect(old == (try pricing(#"{"prompt":"0","completion":"0.1"}"#)))
    #expect(old.prices.keys.sorted() == [.input, .output])
  }

  @Test(
    arguments: [
      (#"{"prompt":"0","completion":"0"}"#, "text", [.input, .output]),
      (#"{"prompt":"0","completion":"0"}"#, "image", []),
      (#"{"prompt":"0","completion":"0"}"#, "text+image", []),
      (#"{"prompt":"0","completion":"0","image":"0.04"}"#, "image", [.image]),
      (
        #"{"prompt":"0.1","completion":"0","image_output":"0.04"}"#, "image",
        [.input, .imageOutput]
      ),
      (#"{"prompt":"0","completion":"0"}"#, "video", []),
      (#"{"prompt":"0","completion":"0"}"#, "rerank", []),
      (#"{"prompt":"0","completion":"0"}"#, "speech", []),
      ("null", "text", []), ("{}", "text", []),
    ] as [(String, String, [PriceKind])])
  func `zero for a model that gives more than text is not free but unknown`(
    json: String, outputs: String, kinds: [PriceKind]
  ) throws {
    #expect(try pricing(json, outputs: outputs).prices.keys.sorted() == kinds)
  }

  /// What the row answers with, its context length, its prices, and what is read of them.
  @Test(
    arguments: [
      ("speech", 0, #"{"prompt":"0.000015","completion":"0"}"#, [.characters: "0.000015"], [:]),
      (
        "speech", 32768, #"{"prompt":"0.000001","completion":"0.00002"}"#,
        [.input: "0.000001", .output: "0.00002"], [:]
      ),
      (
        "transcription", 0, #"{"prompt":"0.006","completion":"0"}"#, [.audioDuration: "0.006"],
        [:]
      ),
      (
        "transcription", 128_000, #"{"prompt":"0.00000125","completion":"0.000005"}"#,
        [.input: "0.00000125", .output: "0.000005"], [:]
      ),
      (
        "transcription", 0, #"{"prompt":"0.006","completion":"0.5"}"#, [.audioDuration: "0.006"],
        ["completion": "0.5"]
      ),
      ("embeddings", 8192, #"{"prompt":"0.1","completion":"0"}"#, [.input: "0.1"], [:]),
      (
        "embeddings", 8192, #"{"prompt":"0.2","completion":"0","image":"0.45","audio":"6.5"}"#,
        [.input: "0.2", .imageInput: "0.45", .audio: "6.5"], [:]
      ),
      ("rerank", 40960, #"{"prompt":"0.002","completion":"0"}"#, [:], ["prompt": "0.002"]),
      ("video", 0, #"{"prompt":"0","completion":"0","second":"0.1"}"#, [:], ["second": "0.1"]),
      (
        "image", 65536, #"{"prompt":"0","completion":"0","image":"0.01","image_token":"0.5"}"#,
        [.image: "0.01", .imageOutput: "0.5"], [:]
      ),
      (
        "image", 65536, #"{"prompt":"1","completion":"0","image_token":"2","image_output":"2"}"#,
        [.input: "1", .imageOutput: "2"], [:]
      ),
      ("image", 65536, #"{"prompt":"0.04","completion":"0"}"#, [:], ["prompt": "0.04"]),
      (
        "text", 8192, #"{"prompt":"0.1","completion":"1","image":"1"}"#,
        [.input: "0.1", .output: "1", .imageInput: "1"], [:]
      ),
      (
        "text", 8192, #"{"prompt":"0.1","completion":"1","image":"1.000001"}"#,
        [.input: "0.1", .output: "1", .image: "1.000001"], [:]
      ),
      (
        "text", 8192, #"{"prompt":"0.1","completion":"1","audio":"10"}"#,
        [.input: "0.1", .output: "1", .audio: "10"], [:]
      ),
      (
        "text", 8192, #"{"prompt":"0.1","completion":"1","audio":"10.1"}"#,
        [.input: "0.1", .output: "1"], ["audio": "10.1"]
      ),
      (
        "text", 8192, #"{"prompt":"1","completion":"1","storage":"0.5","nothing":"0"}"#,
        [.input: "1", .output: "1"], ["storage": "0.5"]
      ),
    ] as [(String, Int, String, [PriceKind: String], [String: String])])
  func `an amount has the unit that the rest of its row gives it`(
    outputs: String, context: Int, json: String, known: [PriceKind: String],
    other: [String: String]
  ) throws {
    let pricing = try model(json, outputs: outputs, context: context).pricing
    #expect(pricing.prices == known.compactMapValues { Price(upstream: $0) })
    #expect(pricing.other == other.compactMapValues { Price(upstream: $0) })
  }

  @Test(
    arguments: [
      ("a/b", "text", #""completion":"0""#, true),
      ("a/b", "text", #""completion":"0","request":"0","image":"0""#, true),
      ("a/b", "text", #""request":"0""#, false),
      ("a/b", "text", #""completion":"-1""#, false),
      ("a/b", "text", #""completion":"0","web_search":"0.01""#, false),
      ("a/b", "text", #""completion":"0","storage":"0.5""#, false),
      ("a/b", "text", #""completion":"0","storage":"0""#, true),
      ("a/b", "text+audio", #""completion":"0""#, false),
      ("a/b", "image", #""completion":"0","image_output":"0.1""#, false),
      ("a/b", "video", #""completion":"0""#, false),
      ("a/b:free", "speech", #""completion":"0""#, true),
      ("a/b:free", "embeddings", #""completion":"0""#, true),
      ("a/b:free", "text", #""completion":"0""#, true),
      ("a/b:batch", "text", #""completion":"0""#, true),
      (
        "a/b", "text", #""completion":"0","overrides":[{"min_prompt_tokens":200000,"prompt":"1"}]"#,
        false
      ),
      (
        "a/b", "text",
        #""completion":"0","overrides":[{"utc_start":800,"utc_end":1800,"completion":"1"}]"#, false
      ),
      ("a/b", "text", #""completion":"0","overrides":[{"tier":"priority","prompt":"1"}]"#, false),
      (
        "a/b", "text", #""completion":"0","overrides":[{"min_prompt_tokens":9,"storage":"1"}]"#,
        false
      ),
      (
        "a/b", "text", #""completion":"0","overrides":[{"min_prompt_tokens":9,"prompt":"0"}]"#, true
      ),
    ] as [(String, String, String, Bool)])
  func `free is a free variant, or text that costs nothing under any condition`(
    id: String, outputs: String, rest: String, isFree: Bool
  ) throws {
    #expect(try model(#"{"prompt":"0",\#(rest)}"#, outputs: outputs, id: id).isFree == isFree)
  }

  @Test func `amounts that are there and cannot be read are counted`() throws {
    let rows = [
      Row("a/one").with(
        "pricing", #"{"prompt":"cheap","completion":"1","audio":[1],"image":true}"#),
      Row("a/two").with("pricing", #"{"prompt":"1","completion":null,"overrides":[5]}"#),
    ]
    let listing = try OpenRouterPayload.listing(from: ListingBody.of(rows))
    #expect(listing.models.count == 2)
    #expect(listing.omissions.unreadablePrices == 4)
  }

  // MARK: - Overrides

  @Test(
    arguments: [
      (#""min_prompt_tokens":200000"#, [.promptTokens(above: 200_000)], "above 200k"),
      (
        #""utc_start":1000,"utc_end":100"#, [.utcMinutes(from: 600, until: 60)], "10:00–01:00 UTC"
      ),
      (
        #""utc_end":30,"min_prompt_tokens":32000,"utc_start":1630"#,
        [.promptTokens(above: 32_000), .utcMinutes(from: 990, until: 30)],
        "above 32k, 16:30–00:30 UTC"
      ),
      (
        #""utc_days":["Sunday","sat"],"utc_start":0,"utc_end":2400"#,
        [.utcMinutes(from: 0, until: 1440), .utcDays([.saturday, .sunday])],
        "00:00–24:00 UTC, Sat Sun"
      ),
      (
        #""utc_days":["someday"],"min_prompt_tokens":5"#,
        [.promptTokens(above: 5), .unknown("utc_days")], "above 5, utc_days (unknown condition)"
      ),
      (
        #""service_tier":"priority""#, [.unknown("service_tier")],
        "service_tier (unknown condition)"
      ),
      (#""max_prompt_tokens":9"#, [.unknown("max_prompt_tokens")], nil),
      (#""utc_start":1075,"utc_end":30"#, [.unknown("utc_start")], nil),
      (#""utc_start":10"#, [.unknown("utc_start")], nil),
      (#""min_prompt_tokens":null"#, [.unknown("no condition")], nil),
    ] as [(String, [PriceOverride.Condition], String?)])
  func `an override holds when all its conditions do`(
    json: String, conditions: [PriceOverride.Condition], words: String?
  ) throws {
    let overrides = try pricing(
      #"{"prompt":"1","completion":"2","overrides":[{\#(json),"prompt":"3"}]}"#
    ).overrides
    #expect(overrides == [PriceOverride(conditions: conditions, prices: [.input: .fixed(3)])])
    if let words { #expect(overrides.first?.words == words) }
  }
}
