import Foundation
import ModelCatalog
import Support
import Testing

struct CatalogChangesTests {
  private let a = Model.listed("a/one")
  private let b = Model.listed("b/two")

  @Test func `equal catalogues have no changes`() {
    let changes = CatalogChanges(from: Catalog([a, b]), to: Catalog([b, a]))
    #expect(changes.isEmpty)
    #expect(changes == .none)
  }

  @Test func `added, removed and changed models are separate`() {
    let old = Catalog([a, b, .listed("c/three")])
    let new = Catalog([.listed("b/two") { $0.name = "Two" }, a, .listed("d/four")])
    let changes = CatalogChanges(from: old, to: new)
    #expect(changes.added.map(\.id) == ["d/four"])
    #expect(changes.removed.map(\.id) == ["c/three"])
    #expect(changes.changed.map(\.id) == ["b/two"])
    #expect(!changes.isEmpty)
    let back = CatalogChanges(from: new, to: old)
    #expect(back.added == changes.removed)
    #expect(back.removed == changes.added)
  }

  @Test func `lists of changes are in the catalogue's order`() {
    let models = ["c/x", "a/x", "b/x"].map { Model.listed($0) }
    #expect(
      CatalogChanges(from: .empty, to: Catalog(models)).added.map(\.id) == ["a/x", "b/x", "c/x"])
    #expect(
      CatalogChanges(from: Catalog(models), to: .empty).removed.map(\.id)
        == ["a/x", "b/x", "c/x"])
  }

  @Test func `an unchanged model is not in the changes`() {
    #expect(ModelChange(from: a, to: a) == nil)
  }

  /// Every fact, with a closure that changes only it and the values before and after.
  private static let table: [(Fact, FactValue, FactValue, @Sendable (inout Model) -> Void)] = [
    (.displayName, .text("a/one"), .text("One"), { $0.name = "One" }),
    (.author, .text("a"), .text("z"), { $0.author = "z" }),
    (.description, .unknown, .text("Words."), { $0.description = "Words." }),
    (.contextLength, .unknown, .tokens(8192), { $0.contextLength = 8192 }),
    (.providerContextLength, .unknown, .tokens(4096), { $0.providerContextLength = 4096 }),
    (.maxOutput, .unknown, .tokens(1), { $0.maxOutput = 1 }),
    (
      .otherPrices, .otherPrices([:]), .otherPrices(["storage": .fixed(2)]),
      { $0.pricing.other = ["storage": .fixed(2)] }
    ),
    (
      .priceOverrides, .overrides([]),
      .overrides([PriceOverride(conditions: [.promptTokens(above: 1)], prices: [:])]),
      {
        $0.pricing.overrides = [
          PriceOverride(conditions: [.promptTokens(above: 1)], prices: [:])
        ]
      }
    ),
    (.inputModalities, .list([]), .list(["text"]), { $0.inputModalities = [.text] }),
    (.outputModalities, .list([]), .list(["audio"]), { $0.outputModalities = [.audio] }),
    (.supportedParameters, .unknown, .list([]), { $0.supportedParameters = [] }),
    (
      .reasoning, .unknown, .reasoning(Model.Reasoning(isMandatory: true)),
      { $0.reasoning = Model.Reasoning(isMandatory: true) }
    ),
    (.supportedVoices, .list([]), .list(["alloy"]), { $0.supportedVoices = ["alloy"] }),
    (
      .defaultParameters, .settings([:]), .settings(["temperature": 0.3, "top_p": 1]),
      { $0.defaultParameters = ["top_p": 1, "temperature": 0.3] }
    ),
    (
      .created, .unknown, .date(Date(timeIntervalSince1970: 1)),
      { $0.created = Date(timeIntervalSince1970: 1) }
    ),
    (
      .knowledgeCutoff, .unknown, CalendarDay("2025-01-31").map(FactValue.day) ?? .unknown,
      { $0.knowledgeCutoff = CalendarDay("2025-01-31") }
    ),
    (
      .expirationDate, .unknown, CalendarDay("2026-12-31").map(FactValue.day) ?? .unknown,
      { $0.expirationDate = CalendarDay("2026-12-31") }
    ),
    (.canonicalSlug, .unknown, .text("a/1"), { $0.canonicalSlug = "a/1" }),
    (.named("weights"), .unknown, .text("A/One"), { $0.huggingFaceID = "A/One" }),
    (.aliasTarget, .unknown, .text("a/two"), { $0.aliasTarget = "a/two" }),
    (.counterpart, .unknown, .text("a/1"), { $0.openRouterID = "a/1" }),
    (.named("tokenizer"), .unknown, .text("GPT"), { $0.tokenizer = "GPT" }),
    (.instructType, .unknown, .text("chatml"), { $0.instructType = "chatml" }),
    (.isModerated, .unknown, .flag(false), { $0.isModerated = false }),
    (
      .named("intelligence"), .unknown, .score(1),
      { $0.benchmarks = Model.Benchmarks(intelligence: 1, coding: nil, agentic: nil) }
    ),
    (
      .named("coding"), .unknown, .score(2),
      { $0.benchmarks = Model.Benchmarks(intelligence: nil, coding: 2, agentic: nil) }
    ),
    (
      .named("agentic"), .unknown, .score(3),
      { $0.benchmarks = Model.Benchmarks(intelligence: nil, coding: nil, agentic: 3) }
    ),
    (
      .named("arenas"), .unknown,
      .arenas([.init(arena: "models", category: "3d", elo: 1200, rank: 1)]),
      {
        $0.benchmarks = Model.Benchmarks(
          intelligence: nil, coding: nil, agentic: nil,
          arenas: [.init(arena: "models", category: "3d", elo: 1200, rank: 1)])
      }
    ),
    (.isRetired, .flag(false), .flag(true), { $0.isRetired = true }),
  ]

  @Test func `a change of one field is reported with old and new value, and no other`() throws {
    for (field, old, new, change) in Self.table {
      var other = a
      change(&other)
      let found = try #require(ModelChange(from: a, to: other))
      #expect(found.fields.map(\.field) == [field])
      #expect(found.fields.map(\.old) == [old])
      #expect(found.fields.map(\.new) == [new])
      let back = try #require(ModelChange(from: other, to: a))
      #expect(back.fields.map(\.old) == [new])
    }
  }

  @Test(arguments: PriceKind.allCases)
  func `each price is a separate field, and unknown is not free`(kind: PriceKind) throws {
    var free = a
    free.pricing.prices[kind] = .fixed(0)
    let change = try #require(ModelChange(from: a, to: free))
    #expect(change.fields.map(\.field) == [.price(kind)])
    #expect(change.fields.map(\.old) == [.unknown])
    #expect(change.fields.map(\.new) == [.price(.fixed(0), kind)])
    var varies = a
    varies.pricing.prices[kind] = .variable
    #expect(ModelChange(from: free, to: varies)?.fields.map(\.new) == [.price(.variable, kind)])
  }

  @Test func `several changed fields are in display order`() throws {
    var other = a
    for (fact, _, _, change) in Self.table where fact.jsonKey?.hasPrefix("benchmarks") != true {
      change(&other)
    }
    other.benchmarks = Model.Benchmarks(
      intelligence: 1, coding: 2, agentic: 3,
      arenas: [.init(arena: "models", category: "3d", elo: 1200, rank: 1)])
    for kind in PriceKind.allCases { other.pricing.prices[kind] = .fixed(1) }
    let change = try #require(ModelChange(from: a, to: other))
    #expect(change.fields.map(\.field) == FactTable.changing)
  }

  /// What makes it that model, and when it was last listed.
  private static let noFact: Set = ["id", "source", "lastListed"]

  @Test func `every stored property of a model is a fact, or listed as an exception`() {
    let stored = Set(Mirror(reflecting: a).children.compactMap(\.label))
    var changed = Set<String>()
    for (_, _, _, change) in Self.table {
      var other = a
      change(&other)
      let (before, after) = (Mirror(reflecting: a).children, Mirror(reflecting: other).children)
      for (old, new) in zip(before, after) where "\(old.value)" != "\(new.value)" {
        if let label = old.label { changed.insert(label) }
      }
    }
    #expect(changed.union(Self.noFact) == stored)
    #expect(changed.isDisjoint(with: Self.noFact))
  }

  @Test func `a removed model counts as absent`() {
    let removed = Model.listed("c/three") { $0.lastListed = Date(timeIntervalSince1970: 1) }
    let there = Catalog([a, .listed("c/three")])
    #expect(CatalogChanges(from: Catalog([a]), to: Catalog([a, removed])).isEmpty)
    #expect(CatalogChanges(from: there, to: Catalog([a, removed])).removed == [.listed("c/three")])
    #expect(CatalogChanges(from: Catalog([a, removed]), to: there).added == [.listed("c/three")])
  }

  @Test func `news excludes changes that are only noise`() {
    let noisy = Model.listed("a/one") { $0.description = "Cut…" }
    let both = Model.listed("b/two") {
      $0.description = "Cut…"
      $0.maxOutput = 5
    }
    let changes = CatalogChanges(from: Catalog([a, b]), to: Catalog([noisy, both])).news
    #expect(changes.changed.map(\.id) == ["b/two"])
    #expect(changes.changed.flatMap(\.fields).map(\.field) == [.maxOutput])
  }

  @Test func `every fact that can change has a unique name in our JSON`() {
    let keys = FactTable.changing.compactMap(\.jsonKey)
    #expect(Set(keys).count == FactTable.changing.count)
    let tested = Set(Self.table.map(\.0)).union(PriceKind.allCases.map(Fact.price))
    #expect(tested == Set(FactTable.changing))
  }
}
