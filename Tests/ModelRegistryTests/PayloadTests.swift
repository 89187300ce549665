import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

struct PayloadTests {
  typealias Row = ListingBody.Row

  /// The one model of a body with this row.
  private func model(_ row: Row) throws -> Model {
    let listing = try OpenRouterPayload.listing(from: ListingBody.of([row]))
    #expect(listing.skipped == [])
    return try #require(listing.models.first)
  }

  @Test
  func `an ordinary row is a model`() throws {
    let model = try model(Row("acme/one:free", price: "0.0000004"))
    #expect(model.id == "acme/one:free")
    #expect(model.source == .openRouter)
    #expect(model.name == "Name of acme/one:free")
    #expect(model.author == "acme")
    #expect(model.description == "About acme/one:free.")
    #expect(model.contextLength == 128_000)
    #expect(model.created == Date(timeIntervalSince1970: 1_780_000_000))
    #expect(model.inputModalities == [.text])
    let price = Price.fixed(Decimal(sign: .plus, exponent: -7, significand: 4))
    #expect(model.pricing == Pricing([.input: price, .output: price]))
    #expect(model.supportedParameters == nil)
    #expect(model.maxOutput == nil)
  }

  @Test(arguments: [
    ("", "it is empty"), ("  \n", "it is empty"), ("<!DOCTYPE html><p>", "it is a web page"),
    ("[]", "it has no `data` array"), ("{}", "it has no `data` array"),
    (#"{"data":null}"#, "it has no `data` array"), (#"{"data":{}}"#, "it has no `data` array"),
    ("null", "it has no `data` array"), (#"{"data":[]"#, "it ends in the middle (at byte 10)"),
    (#"{"data":[]}]"#, "it is not valid JSON (at byte 11)"),
    (#"{"data":[NaN]}"#, "it is not valid JSON (at byte 9)"),
    (#"{"data":[],"more":NaN}"#, "it is not valid JSON (at byte 18)"),
  ])
  func `a body that is no listing is refused with the reason`(body: String, reason: String) {
    #expect(throws: ProviderError.malformed(reason)) {
      try OpenRouterPayload.listing(from: Data(body.utf8))
    }
  }

  @Test
  func `nesting without end is refused`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: ProviderError.malformed("it is nested too deeply (at byte 76)")) {
      try OpenRouterPayload.listing(from: Data(#"{"data":[{"id":"#.utf8) + Data(deep.utf8))
    }
    #expect(throws: ProviderError.self) {
      try OpenRouterPayload.listing(
        from: ListingBody.ofJSON([Row("a/b").with("unknown", deep).json]))
    }
  }

  @Test(
    arguments: [
      (Row("x/y").with("id", nil), nil, "it has no id"), (Row(""), nil, "it has no id"),
      (Row("x/y").with("id", "5"), nil, "a number where a string belongs"),
      (Row("x/y").with("id", "null"), nil, "null where a string belongs"),
      (
        Row(String(repeating: "x", count: 257)), String(repeating: "x", count: 256) + "…",
        "its id is longer than 256 characters"
      ),
      (Row("x/\u{1B}[31my"), "x/[31my", "its id has characters that cannot be shown"),
      (Row("x/ y "), "x/ y", "its id has characters that cannot be shown"),
      (Row("x/y").with("name", "[]"), "x/y", "an array where a string belongs"),
      (Row("x/y").with("context_length", "\"8k\""), "x/y", "a string where a number belongs"),
      (Row("x/y").with("pricing", "\"0\""), "x/y", "a string where an object belongs"),
      (Row("x/y").with("architecture", "[]"), "x/y", "an array where an object belongs"),
      (Row("a/first"), "a/first", "an earlier row has the same id"),
    ] as [(Row, String?, String)])
  func `a bad row is skipped and counted, and costs no other`(
    row: Row, id: String?, reason: String
  ) throws {
    let listing = try OpenRouterPayload.listing(
      from: ListingBody.of([Row("a/first"), row, Row("a/last")]))
    #expect(listing.models.map(\.id) == ["a/first", "a/last"])
    #expect(listing.skipped == [.init(row: 1, id: id, reason: reason)])
  }

  @Test(arguments: ["null", "7", "\"text\"", "[]", "true"])
  func `an element that is no row is skipped`(json: String) throws {
    let listing = try OpenRouterPayload.listing(
      from: ListingBody.ofJSON([json, Row("a/b").json]))
    #expect(listing.models.map(\.id) == ["a/b"])
    #expect(listing.skipped.map(\.row) == [0])
  }

  /// A text in JSON in which `?` stands for a byte that is no UTF-8.
  private func body(_ member: String, _ json: String) -> Data {
    let body = ListingBody.of([Row("a/b").with(member, json), Row("a/c")])
    return Data(body.map { $0 == UInt8(ascii: "?") ? 0xFF : $0 })
  }

  @Test(arguments: ["\"a/b?\"", #""a/\ud83d""#, #""a/\ude00b""#])
  func `a row with an id that is not valid Unicode is skipped`(id: String) throws {
    let listing = try OpenRouterPayload.listing(from: body("id", id))
    #expect(listing.models.map(\.id) == ["a/c"])
    #expect(listing.skipped == [.init(row: 0, id: nil, reason: "a text is not valid Unicode")])
  }

  @Test(arguments: [
    ("\"cut?\"", "cut\u{FFFD}"), (#""cut \ud83d""#, "cut \u{FFFD}"),
    (#""\ude00 cut""#, "\u{FFFD} cut"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ud83d\n""#, "\u{FFFD}"), (#""é?\t""#, "é\u{FFFD}"),
  ])
  func `a name or description that is cut inside a character is kept`(
    json: String, text: String
  ) throws {
    for member in ["name", "description"] {
      let listing = try OpenRouterPayload.listing(from: body(member, json))
      let model = try #require(listing.models.first)
      #expect((member == "name" ? model.name : model.description) == text)
      #expect(listing.skipped == [])
    }
  }

  @Test
  func `numbers beyond all bounds are unknown`() throws {
    let model = try model(
      Row("a/b").with("context_length", "1e999").with("created", "1e999")
        .with("default_parameters", #"{"temperature":1e999,"top_p":0.5}"#)
        .with("top_provider", #"{"context_length":99999999999999999999999}"#))
    #expect(model.contextLength == nil)
    #expect(model.created == nil)
    #expect(model.defaultParameters == ["top_p": 0.5])
    #expect(model.providerContextLength == nil)
  }

  @Test(arguments: [
    ("top_provider", ["7", "\"?\"", "[[]]"]), ("reasoning", ["7", "\"?\"", "[[]]"]),
    ("default_parameters", ["7", "\"?\"", "[[]]", #"{"a":[]}"#]),
    ("alias_target", ["7", "\"?\"", "[[]]", #"{"slug":5}"#]),
    ("benchmarks", ["7", "\"?\"", "[[]]", #"{"design_arena":5}"#]),
    ("supported_parameters", ["7", "\"?\"", "{}"]),
    ("supported_voices", ["7", "\"?\"", "{}", "[5]"]),
    ("knowledge_cutoff", ["7", "\"?\"", "{}", "true"]),
    ("canonical_slug", ["7", "[]", "{}", "true"]), ("hugging_face_id", ["7", "[]", "{}"]),
    ("description", ["7", "[]", "{}"]), ("created", ["-1", "\"7\"", "1.5", "[]", "{}"]),
    ("links", ["7", "\"?\"", "[[]]"]), ("something_new", ["7", "\"?\"", "[[]]"]),
  ])
  func `a lesser fact of an unexpected type is unknown`(field: String, wrong: [String]) throws {
    let plain = try model(Row("a/b").with(field, nil))
    for json in wrong + ["null"] {
      #expect(try model(Row("a/b").with(field, json)) == plain, "\(json)")
    }
  }

  @Test
  func `names and descriptions are cleaned`() throws {
    let model = try model(
      Row("a/b").with("name", Row.quoted("  Acme:\u{1B}[31m Red\u{202E}\u{200B}  One "))
        .with("description", Row.quoted("One.\r\n\r\n\r\n\r\nTwo\u{0}.\n"))
        .with("canonical_slug", Row.quoted("a/b\u{7}")).with("hugging_face_id", "\"\"")
        .with("supported_parameters", #"["tools","\u0000","seed"]"#))
    #expect(model.name == "Acme:[31m Red One")
    #expect(model.description == "One.\n\nTwo.")
    #expect(model.canonicalSlug == "a/b")
    #expect(model.huggingFaceID == nil)
    #expect(model.supportedParameters == ["seed", "tools"])
  }

  @Test
  func `long names and descriptions are cut`() throws {
    let model = try model(
      Row("a/b").with("name", Row.quoted(String(repeating: "n", count: 10_000)))
        .with("description", Row.quoted(String(repeating: "d", count: 30_000))))
    #expect(model.name.count == 201)
    #expect(model.description?.count == 20_001)
  }

  @Test(arguments: ["", "\u{200B}", " \u{1} "])
  func `a row without a visible name is called by its id`(name: String) throws {
    #expect(try model(Row("a/b").with("name", Row.quoted(name))).name == "a/b")
    #expect(try model(Row("a/b").with("name", nil)).name == "a/b")
  }

  @Test(arguments: [
    ("~anthropic/claude-latest", "anthropic"), ("openrouter/auto", "openrouter"),
    ("bare", "bare"),
  ])
  func `the author is the id before the slash`(id: String, author: String) throws {
    #expect(try model(Row(id)).author == author)
  }

  @Test
  func `zero tokens are unknown`() throws {
    let model = try model(
      Row("a/b").with("context_length", "0")
        .with("top_provider", #"{"context_length":0,"max_completion_tokens":0}"#))
    #expect(model.contextLength == nil)
    #expect(model.providerContextLength == nil)
    #expect(model.maxOutput == nil)
  }

  @Test(arguments: [(128_000, nil), (64_000, 64_000)] as [(Int, Int?)])
  func `the provider's context is kept where it differs`(provider: Int, kept: Int?) throws {
    let model = try model(
      Row("a/b").with(
        "top_provider",
        #"{"context_length":\#(provider),"max_completion_tokens":4096,"is_moderated":true}"#))
    #expect(model.providerContextLength == kept)
    #expect(model.maxOutput == 4096)
    #expect(model.isModerated == true)
  }

  @Test(
    arguments: [
      ("\"2026-12-31\"", "2026-12-31"), ("\"2090-12-31\"", "2090-12-31"), ("\"2098-12-31\"", nil),
      ("\"2026-02-30\"", nil), ("\"soon\"", nil), ("null", nil),
    ] as [(String, String?)])
  func `a date of expiry past 2090 is none`(json: String, day: String?) throws {
    let model = try model(
      Row("a/b").with("expiration_date", json).with("knowledge_cutoff", "\"2026-01-31\""))
    #expect(model.expirationDate?.description == day)
    #expect(model.knowledgeCutoff?.description == "2026-01-31")
  }

  @Test(arguments: [
    (#"{"modality":"text+image->text+audio"}"#, "text image > text audio"),
    (#"{"modality":"x","input_modalities":["video","text","text"]}"#, "text video > "),
    (
      #"{"modality":"text->image","input_modalities":[],"output_modalities":["text"]}"#,
      "text > text"
    ),
    ("{}", " > "), ("null", " > "),
  ])
  func `modalities are sorted, and read from the short form where there is no other`(
    json: String, expected: String
  ) throws {
    let model = try model(Row("a/b").with("architecture", json))
    let (input, output) = (model.inputModalities, model.outputModalities)
    #expect(
      [input, output].map { $0.map(\.name).joined(separator: " ") }.joined(separator: " > ")
        == expected)
  }

  @Test
  func `what a model says of reasoning, voices, defaults, alias and scores is kept`() throws {
    let model = try model(
      Row("a/b")
        .with(
          "reasoning",
          """
          {"mandatory":true,"default_enabled":false,"default_effort":"low",
           "supported_efforts":["max","odd","low"]}
          """
        )
        .with("supported_voices", #"["alloy","echo"]"#)
        .with("default_parameters", #"{"temperature":0.7,"top_p":null,"top_k":"5"}"#)
        .with("alias_target", #"{"slug":"a/b-2","name":"B 2"}"#)
        .with(
          "benchmarks",
          """
          {"artificial_analysis":{"intelligence_index":59.5,"coding_index":null},
           "design_arena":[
             {"arena":"models","category":"3d","elo":1200.5,"win_rate":60,"rank":3}, {"elo":1}]}
          """
        ))
    #expect(
      model.reasoning
        == .init(
          isMandatory: true, efforts: ["low", "max", "odd"], defaultEffort: "low",
          isDefault: false))
    #expect(model.supportedVoices == ["alloy", "echo"])
    #expect(model.defaultParameters == ["temperature": 0.7])
    #expect(model.aliasTarget == "a/b-2")
    #expect(
      model.benchmarks
        == .init(
          intelligence: 59.5, coding: nil, agentic: nil,
          arenas: [.init(arena: "models", category: "3d", elo: 1200.5, rank: 3)]))
  }
}
