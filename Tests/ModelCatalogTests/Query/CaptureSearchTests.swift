import Captures
import Foundation
import ModelCatalog
import Testing

/// Compares the index with a slow, obvious search on each capture.
@Suite(.enabled(if: Captures.areThere, "the captures are not present"))
struct CaptureSearchTests {
  static let now = Date(timeIntervalSince1970: 1_787_300_000)

  struct Filter: Sendable {
    let query: String
    let matches: @Sendable (Model) -> Bool

    init(_ query: String, _ matches: @escaping @Sendable (Model) -> Bool) {
      (self.query, self.matches) = (query, matches)
    }
  }

  static let filters = [
    Filter("author:openai") { $0.author.hasPrefix("openai") },
    Filter("author:meta,z-ai") { $0.author.hasPrefix("meta") || $0.author.hasPrefix("z-ai") },
    Filter("-author:openai") { !$0.author.hasPrefix("openai") },
    Filter("source:core") { _ in false },
    Filter("source:openrouter") { _ in true },
    Filter("in:image") { $0.inputModalities.contains(.image) },
    Filter("in:image,audio") {
      $0.inputModalities.contains(.image) || $0.inputModalities.contains(.audio)
    },
    Filter("in:image in:audio") {
      $0.inputModalities.contains(.image) && $0.inputModalities.contains(.audio)
    },
    Filter("out:image") { $0.outputModalities.contains(.image) },
    Filter("out:embeddings,rerank") {
      !$0.outputModalities.map(\.name).filter(["embeddings", "rerank"].contains).isEmpty
    },
    Filter("has:vision") { $0.inputModalities.contains(.image) },
    Filter("has:audio") {
      ($0.inputModalities + $0.outputModalities).contains(.audio)
    },
    Filter("has:tools") { $0.supportedParameters?.contains("tools") == true },
    Filter("has:reasoning") {
      $0.reasoning != nil || $0.supportedParameters?.contains("reasoning") == true
        || $0.supportedParameters?.contains("include_reasoning") == true
    },
    Filter("has:structured") { $0.supportedParameters?.contains("structured_outputs") == true },
    Filter("has:caching") { $0.pricing[.cacheRead] != nil },
    Filter("has:logit_bias") { $0.supportedParameters?.contains("logit_bias") == true },
    Filter("-has:seed") { $0.supportedParameters?.contains("seed") != true },
    Filter("is:free") { model in
      let isTextAlone = model.outputModalities.map(\.name) == ["text"]
      return model.id.hasSuffix(":free")
        || isTextAlone && [PriceKind.input, .output].allSatisfy { model.pricing[$0] == .fixed(0) }
          && model.pricing.prices.values.allSatisfy { $0 == .fixed(0) }
    },
    Filter("is:expired") { $0.expirationDate.map { $0.description < "2026-08-21" } ?? false },
    Filter("is:new") { $0.created.map { now.timeIntervalSince($0) <= 2_592_000 } ?? false },
    Filter("is:alias") { $0.id.hasPrefix("~") },
    Filter("is:router") { $0.id.hasPrefix("openrouter/") },
    Filter("is:expiring") {
      $0.expirationDate.map { $0.description >= "2026-08-21" && $0.description <= "2026-11-19" }
        ?? false
    },
    Filter("is:batch") { $0.id.hasSuffix(":batch") },
    Filter("is:favorite,changed,removed,retired") { _ in false },
    Filter("ctx>=128k") { ($0.contextLength ?? 0) >= 128_000 },
    Filter("-ctx>=128k") { ($0.contextLength ?? 0) < 128_000 },
    Filter("ctx<1m") { $0.contextLength.map { $0 < 1_000_000 } ?? false },
    Filter("ctx=131072") { $0.contextLength == 131_072 },
    Filter("maxout>32k") { ($0.maxOutput ?? 0) > 32_000 },
    Filter("input<=0.5") { model in amount(model, .input).map { $0 <= 500 } ?? false },
    Filter("input>0.5") { model in amount(model, .input).map { $0 > 500 } ?? false },
    Filter("-input<=0.5") { model in amount(model, .input).map { $0 > 500 } ?? true },
    Filter("output<2") { model in amount(model, .output).map { $0 < 2000 } ?? false },
    Filter("output=15") { model in amount(model, .output) == 15000 },
    Filter("cacheread<0.1") { model in amount(model, .cacheRead).map { $0 < 100 } ?? false },
    Filter("created>=2026-01") { $0.created.map { CalendarDay($0).year >= 2026 } ?? false },
    Filter("created<=2025-03") {
      $0.created.map { CalendarDay($0).description < "2025-04" } ?? false
    },
    Filter("created=2024") { $0.created.map { CalendarDay($0).year == 2024 } ?? false },
    Filter("age<90d") { $0.created.map { now.timeIntervalSince($0) < 7_776_000 } ?? false },
    Filter("age>=1y") { $0.created.map { now.timeIntervalSince($0) >= 31_536_000 } ?? false },
    Filter("cutoff>=2025-01") { ($0.knowledgeCutoff?.description ?? "") >= "2025-01" },
    Filter("cutoff<2025") {
      $0.knowledgeCutoff.map { $0.description < "2025" } ?? false
    },
    Filter("in:image has:tools input<1 -is:free") { model in
      model.inputModalities.contains(.image)
        && model.supportedParameters?.contains("tools") == true
        && amount(model, .input).map { $0 < 1000 } ?? false && !model.isFree
    },
  ]

  /// Thousandths of a dollar per million, computed from digits rather than by `Decimal` arithmetic.
  private static func amount(_ model: Model, _ kind: PriceKind) -> Double? {
    dollars(model, kind).map { ($0 * 1e12).rounded() / 1e3 }
  }

  /// Per token.
  private static func dollars(_ model: Model, _ kind: PriceKind) -> Double? {
    model.pricing[kind]?.amount.flatMap { Double("\($0)") }
  }

  static let texts = [
    "claude", "opus", "gpt", "gpt-4o", "5.6", "r", "3", "o1", "r1", "tts", "haiku", "z.ai", "kimi",
    "glm5.2", "sonnet", "llama", "mini", "o3", "free",
    "openai", "google", "meta", "vision", "coding", "mixture", "preview", "70b", "a", "openai/gpt",
    "anthropic/claude-3.5-sonnet", "Qwen: Qwen", "deepseekr1", "clud", "gmni", "qwq", "zq", "mstrl",
    "claude sonnet", "gpt mini", "claude 4", "llama 70b instruct", "vision free", "clud snnt",
    "the model", "open source", "deepseek chat v3", "xai grk",
  ]

  @Test(arguments: Captures.names)
  func `filters find the models with those facts, the newest first`(name: String) throws {
    let catalog = try Captures.catalog(name)
    let index = SearchIndex(catalog)
    for filter in Self.filters {
      let found = ids(try Query.parse(filter.query), index)
      let expected = newestFirst(catalog.models.filter(filter.matches))
      #expect(found == expected, "\(filter.query)")
    }
  }

  @Test(arguments: Captures.names)
  func `free text finds and ranks as the slow, obvious search does`(name: String) throws {
    let catalog = try Captures.catalog(name)
    let index = SearchIndex(catalog)
    let plain = PlainSearch(catalog)
    for text in Self.texts {
      let words = text.split(separator: " ").map(String.init)
      let phrase = words.contains { $0.hasSuffix(":") }
      let query = try Query.parse(phrase ? "\"\(text)\"" : text)
      let found = ids(query, index)
      let expected = plain.search(phrase ? [text] : words)
      if words.count == 1 || phrase {
        #expect(found == expected, "\(text)")
      } else {
        // How many letters several words leave unmatched is not computed independently.
        #expect(Set(found) == Set(expected), "\(text)")
      }
    }
  }

  @Test(arguments: Captures.names)
  func `orders follow their keys, unknown values last, ties by id`(name: String) throws {
    let catalog = try Captures.catalog(name)
    let index = SearchIndex(catalog)
    let keys: [(String, (Model) -> Double?)] = [
      ("price", { Self.dollars($0, .input) }), ("output", { Self.dollars($0, .output) }),
      ("ctx", { $0.contextLength.map(Double.init) }),
      ("new", { $0.created.map { -$0.timeIntervalSince1970 } }),
    ]
    for (key, value) in keys {
      for sign in [1.0, -1.0] {
        let query = try Query.parse("sort:\(sign < 0 ? "-" : "")\(key)")
        let expected = catalog.models.sorted { left, right in
          let (first, second) = (value(left), value(right))
          if first == second { return left.id < right.id }
          guard let first, let second else { return first != nil }
          return first * sign < second * sign
        }
        #expect(ids(query, index) == expected.map(\.id), "\(query)")
      }
    }
  }

  @Test func `the expected model is first`() throws {
    let index = SearchIndex(try Captures.catalog("openrouter-20260821"))
    let wanted = [
      "gpt-5.6 sol": "openai/gpt-5.6-sol", "5.6 sol": "openai/gpt-5.6-sol",
      "gpt56sol": "openai/gpt-5.6-sol", "claude opus 5": "anthropic/claude-opus-5",
      "opus 5": "anthropic/claude-opus-5", "glm 5.3": "z-ai/glm-5.3", "glm5.3": "z-ai/glm-5.3",
    ]
    for (text, id) in wanted { #expect(ids(try Query.parse(text), index).first == id, "\(text)") }
  }

  private func ids(_ query: Query, _ index: SearchIndex) -> [String] {
    index.search(query, in: QueryContext(now: Self.now)).matches
      .map { index.catalog.models[$0.index].id }
  }

  private func newestFirst(_ models: [Model]) -> [String] {
    models.sorted { left, right in
      let (newer, older) = (left.created ?? .distantPast, right.created ?? .distantPast)
      return newer != older ? newer > older : left.id < right.id
    }.map(\.id)
  }
}
