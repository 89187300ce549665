import Foundation
import ModelCatalog
import Testing

@Suite struct QueryPropertyTests {
  /// Without models that are shown only on request, because that is not decided term by term.
  private static let index = SearchIndex(
    Catalog(
      SampleCatalog.index.catalog.models.filter { $0.isListed }))
  private static let context = QueryContext(
    now: SampleCatalog.context.now, favorites: SampleCatalog.context.favorites,
    changed: SampleCatalog.context.changed)

  private static let terms = [
    "claude", "opus", "5", "gpt", "5.6", "sol", "agents", "clud", "gmni", "zzz", "é", "a",
    "\"mixture of experts\"", "\"opus 5\"", "author:openai", "author:a,g", "category:claude,gpt",
    "source:core", "in:image", "in:image,audio", "out:audio", "has:tools", "has:batch,top_k",
    "is:free", "is:new", "is:alias,router", "is:expiring", "is:favorite", "ctx>=200k", "ctx<1m",
    "ctx=128k", "maxout>64k", "input<=0.6", "input>2", "output=25", "cacheread<1",
    "created>=2026-03", "created<2026", "age<100d", "age>=1y", "cutoff>=2025-01",
  ]

  private func ids(_ text: String) throws -> [String] {
    Self.index.search(try Query.parse(text), in: Self.context).matches
      .map { Self.index.catalog.models[$0.index].id }
  }

  @Test func `a query finds the intersection of its terms`() throws {
    var random = SeededRandom(seed: 1)
    for _ in 0..<400 {
      let (first, second) = (negatedAtTimes(&random), negatedAtTimes(&random))
      let both = Set(try ids("\(first) \(second)"))
      #expect(
        both == Set(try ids(first)).intersection(try ids(second)), "\(first) and \(second)")
    }
  }

  private func negatedAtTimes(_ random: inout SeededRandom) -> String {
    (Bool.random(using: &random) ? "-" : "")
      + (Self.terms.randomElement(using: &random) ?? "claude")
  }

  @Test(arguments: terms)
  func `a negated term finds the complement`(term: String) throws {
    let all = Set(try ids(""))
    #expect(Set(try ids("-\(term)")) == all.subtracting(try ids(term)))
  }

  @Test(arguments: SortKey.all)
  func `a reversed order reverses groups of equal keys, with unknown values last`(
    key: SortKey
  ) throws {
    // Without free text, relevance is one group, ordered by age.
    guard key != .relevance else { return }
    let forward = groups(try ids("sort:\(key.text)"), by: key)
    let backward = groups(try ids("sort:-\(key.text)"), by: key)
    let unknown = forward.filter { $0.key == nil }
    let known = forward.filter { $0.key != nil }
    #expect(backward.map(\.ids) == (known.reversed() + unknown).map(\.ids))
    #expect(forward.last?.key == nil || unknown.isEmpty)
    #expect(forward.allSatisfy { $0.ids == $0.ids.sorted() })
  }

  private struct Group {
    let key: String?
    var ids: [String]
  }

  private func groups(_ ids: [String], by key: SortKey) -> [Group] {
    ids.reduce(into: []) { groups, id in
      let model = Self.index.catalog[id]
      let value: String? =
        switch key {
        case .relevance: nil
        case .new, .fact(.created): model?.created.map { "\($0)" }
        case .price: model?.pricing[.input]?.amount.map { "\($0)" }
        case .fact(let fact):
          switch model.map({ fact.value(in: $0) }) {
          case nil, .unknown, .price(.variable, _): nil
          case .text(let text) where fact != .displayName: text.lowercased()
          case let value?: "\(value)"
          }
        }
      if groups.last?.key == value, !groups.isEmpty {
        groups[groups.count - 1].ids.append(id)
      } else {
        groups.append(Group(key: value, ids: [id]))
      }
    }
  }

  @Test func `any text can be parsed, and its canonical text parses as the same query`() throws {
    var random = SeededRandom(seed: 2)
    for _ in 0..<3000 {
      let text = Self.anyText(&random)
      let reading = Query.reading(text)
      #expect(
        try Query.parse(reading.query.description) == reading.query, "\(text.debugDescription)")
      if let hint = reading.hint {
        #expect((0...text.unicodeScalars.count).contains(hint.offset))
        #expect(throws: QueryError.self) { try Query.parse(text) }
      } else {
        #expect(try Query.parse(text) == reading.query)
      }
    }
  }

  @Test func `no text makes search or completion crash`() {
    var random = SeededRandom(seed: 3)
    for _ in 0..<1000 {
      let text = Self.anyText(&random)
      let query = Query.reading(text).query
      let found = Self.index.search(query, in: Self.context)
      for match in found.matches.prefix(2) {
        let marks = Self.index.highlights(ofModelAt: match.index, for: query)
        let model = Self.index.catalog.models[match.index]
        #expect(marks.id.allSatisfy { $0.upperBound <= model.id.unicodeScalars.count })
        #expect(marks.name.allSatisfy { $0.upperBound <= model.name.unicodeScalars.count })
      }
      let cursor = Int.random(in: -1...text.unicodeScalars.count + 1, using: &random)
      let completion = QueryCompletion.completions(for: text, cursor: cursor, in: Self.index)
      #expect((0...text.unicodeScalars.count).contains(completion.range.upperBound))
    }
  }

  /// Random bytes, or pieces of the language in random order.
  private static func anyText(_ random: inout SeededRandom) -> String {
    let count = Int.random(in: 0...12, using: &random)
    if Int.random(in: 0..<4, using: &random) == 0 {
      let bytes = (0..<count * 4).map { _ in UInt8.random(in: 0...255, using: &random) }
      return String(decoding: bytes, as: UTF8.self)
    }
    let pieces =
      terms + [
        " ", " ", " ", "-", "\"", ":", "<", ">=", "=", ",", "is:", "sort:-ctx", "sort:", "ctx>",
        "\u{200F}", "\u{200D}", "\u{301}", "\t", "\u{0}", "é", "ß", "İ", "שלום", "🇩🇪", "ﷺ", "~",
        "author:\"", "x:y", "price<", "$", "1.50", "k", "2026-", "author:<", "in:,",
        "unknown:field",
      ]
    return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }
}

/// SplitMix64: the same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
