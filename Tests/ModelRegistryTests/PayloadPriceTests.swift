import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

struct PayloadPriceTests {
  typealias Row = ListingBody.Row

  private func pricing(_ json: String, outputs: String = "text") throws -> Pricing {
    let row = Row("a/b").with("pricing", json)
      .with("architecture", #"{"modality":"text->\#(outputs)"}"#)
    let listing = try OpenRouterPayload.listing(from: ListingBody.of([row]))
    return try #require(listing.models.first).pricing
  }

  @Test(arguments: [
    (#""0.0000004""#, "0.0000004"), (#""0.00000008333333333333334""#, "0.00000008333333333333334"),
    (#""-1""#, "varies"), (#""-0""#, "0"), (#""0""#, "0"), ("0.0000004", "0.0000004"),
    ("4e-7", "0.0000004"), ("4E+0", "4"), ("-1", "varies"), ("0", "0"), (#""""#, "unknown"),
    (#""free""#, "unknown"), (#""0.4abc""#, "unknown"), (#""NaN""#, "unknown"),
    (#""1e-7""#, "unknown"), ("1e999", "unknown"), ("1e20", "unknown"), ("null", "unknown"),
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
  func `every kind of price has its place`() throws {
    let members = PriceKind.allCases.enumerated()
      .map { "\"\($0.element.upstreamKey)\":\"0.\($0.offset + 1)\"" }
    let prices = try pricing("{\(members.joined(separator: ","))}").prices
    for (index, kind) in PriceKind.allCases.enumerated() {
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
      (#"{"prompt":"0","completion":"0"}"#, "text+image", [.input, .output]),
      (#"{"prompt":"0","completion":"0","image":"0.04"}"#, "image", [.input, .output, .image]),
      (#"{"prompt":"0","completion":"-1"}"#, "image", [.input, .output]),
      ("null", "text", []), ("{}", "text", []),
    ] as [(String, String, [PriceKind])])
  func `zero for a model that gives no text is not free but unknown`(
    json: String, outputs: String, kinds: [PriceKind]
  ) throws {
    #expect(try pricing(json, outputs: outputs).prices.keys.sorted() == kinds)
  }

  @Test
  func `overrides hold for long prompts or parts of the day`() throws {
    let overrides = try pricing(
      """
      {"prompt":"1","completion":"2","overrides":[
        {"min_prompt_tokens":200000,"prompt":"3","completion":"4"},
        {"utc_start":1630,"utc_end":30,"input_cache_read":"0.5"},
        {"utc_start":1075,"utc_end":30,"prompt":"9"}, {"prompt":"9"}, {"min_prompt_tokens":0}, 5
      ]}
      """
    ).overrides
    #expect(
      overrides == [
        PriceOverride(
          condition: .promptTokens(atLeast: 200_000),
          prices: [.input: .fixed(3), .output: .fixed(4)]),
        PriceOverride(
          condition: .utcMinutes(from: 16 * 60 + 30, until: 30),
          prices: [.cacheRead: .fixed(Decimal(sign: .plus, exponent: -1, significand: 5))]),
      ])
  }
}
