import Foundation
import ModelCatalog
import ModelRegistry
import ModelText
import Support
import Testing

@testable import ModelBrowser

/// Prices of models that are billed by tokens, characters, audio and images, on the screen.
struct PriceScreenTests {
  private typealias Row = ListingBody.Row

  /// One row of each way of billing.
  private static let rows: [Row] = [
    row("a/text", "text", #"{"prompt":"0.000003","completion":"0.000015","image":"0.000003"}"#),
    row(
      "a/text-below-200k", "text",
      #"{"prompt":"0","completion":"0","overrides":[{"min_prompt_tokens":200000,"prompt":"0.000001"}]}"#
    ),
    row("a/text-storage", "text", #"{"prompt":"0","completion":"0","storage_hour":"0.5"}"#),
    row("a/text-really:free", "text", #"{"prompt":"0","completion":"0"}"#),
    row("a/song", "text+audio", #"{"prompt":"0","completion":"0"}"#),
    row(
      "a/image-tokens", "image",
      #"{"prompt":"0","completion":"0","image_token":"0.00003","image_output":"0.00003"}"#),
    row(
      "a/image-each", "image",
      #"{"prompt":"0.000008","completion":"0","image":"0.01","image_output":"0.00003"}"#),
    row("a/speech", "speech", #"{"prompt":"0.000015","completion":"0"}"#, context: 0),
    row("a/speech-tokens", "speech", #"{"prompt":"0.000001","completion":"0.00002"}"#),
    row("a/speech:free", "speech", #"{"prompt":"0","completion":"0"}"#, context: 0),
    row("a/listen", "transcription", #"{"prompt":"0.006","completion":"0"}"#, context: 0),
    row(
      "a/listen-tiny", "transcription", #"{"prompt":"0.0000166667","completion":"0"}"#, context: 0),
    row("a/embed", "embeddings", #"{"prompt":"0.00000012","completion":"0"}"#),
    row("a/rerank", "rerank", #"{"prompt":"0","completion":"0"}"#),
    row("a/video", "video", #"{"prompt":"0","completion":"0"}"#, context: 0),
  ]

  private static func row(
    _ id: String, _ outputs: String, _ pricing: String, context: Int = 128_000
  ) -> Row {
    Row(id).with("pricing", pricing).with("context_length", "\(context)")
      .with("name", Row.quoted("A: " + id.dropFirst(2)))
      .with("architecture", #"{"modality":"text->\#(outputs)"}"#)
      .with("created", "1780000000")
  }

  private func state(columns: Int, rows: Int, query: String = "") throws -> State {
    let listing = try OpenRouterPayload.listing(from: ListingBody.of(Self.rows))
    var snapshot = Fixture.snapshot
    snapshot.catalog = Catalog(listing.models)
    return Fixture.state(columns: columns, rows: rows, query: query, snapshot: snapshot)
  }

  @Test(arguments: [(80, 24), (120, 36)])
  func `a list of all ways of billing`(columns: Int, rows: Int) throws {
    let state = try state(columns: columns, rows: rows, query: "sort:price")
    try Golden.expect(
      state.frame.text, matches: "prices-\(columns)x\(rows)", in: "Screens")
  }

  @Test(arguments: [(80, 24), (120, 36)])
  func `the detail of a model with a price that nobody knows`(columns: Int, rows: Int) throws {
    let state = try state(columns: columns, rows: rows, query: "text-storage")
    try Golden.expect(
      state.frame.text, matches: "other-price-\(columns)x\(rows)", in: "Screens")
  }

  /// How the page calls a price, by its key in our JSON.
  private static let words = [
    "input": "input", "output": "output", "cacheRead": "cache read", "cacheWrite": "cache write",
    "cacheWrite1h": "cache write 1 h", "reasoning": "reasoning", "characters": "characters",
    "audioDuration": "audio duration", "image": "image", "imageInput": "image input",
    "imageOutput": "image output", "audio": "audio", "audioOutput": "audio output",
    "audioCache": "cached audio", "request": "request", "webSearch": "web search",
  ]

  /// Without `../shared/captures` there is nothing to compare.
  @Test(
    .enabled(if: !Captures.listings.isEmpty, "../shared/captures is not present"),
    arguments: Captures.listings)
  func `the page of every captured model has its amounts in their units`(name: String) throws {
    let body = try Captures.body(name)
    let json = try #require(try JSONSerialization.jsonObject(with: body) as? [String: Any])
    let rows = try #require(json["data"] as? [[String: Any]])
    let catalog = Catalog(try OpenRouterPayload.listing(from: body).models)
    for row in rows {
      let expected = ExpectedPrices(row: row)
      let id = try #require(row["id"] as? String)
      let model = try #require(catalog[id])
      let page = DetailPage(model: model, catalog: catalog, now: Fixture.now, width: 400)
      let text = page.lines.map { $0.map(\.text).joined() }.joined(separator: "\n")
      for (key, amount) in expected.known {
        let isToken = amount.unit == "per million tokens"
        let unit = isToken ? "" : " " + amount.unit.prefix { $0 != "," }
        let number = amount.value.map { value in
          value == 0 && expected.isFree ? "free" : PriceText.money(value)
        }
        let word = try #require(Self.words[key])
        #expect(
          text.contains("\(word) \(number ?? "varies")\(number == nil ? "" : unit)"), "\(id) \(key)"
        )
      }
      for (key, amount) in expected.other {
        #expect(text.contains("\(key) \(amount) (unit unknown)"), "\(id) \(key)")
      }
      #expect(text.contains("free") || !expected.isFree, "\(id)")
      let prices =
        text.prefix { $0 != "\n" }
        + (text.range(of: "Context").map { text[..<$0.lowerBound] } ?? "")
      #expect(expected.isFree || !prices.contains(" free"), "\(id)")
    }
  }
}
