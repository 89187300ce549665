import Foundation
import ModelCatalog
import Testing

/// The table of facts against the surfaces that are made from it.
struct FactTableTests {
  @Test func `each fact has names of its own`() {
    #expect(FactTable.all.count >= 45)
    let names = FactTable.all.map(\.name)
    #expect(Set(names).count == names.count)
    for fact in FactTable.all {
      #expect(fact.name == fact.name.lowercased() && !fact.name.contains(" "), "\(fact.name)")
      #expect(FactTable[fact.name] == fact)
      #expect(FactTable[fact.name.uppercased()] == fact)
      #expect(!fact.title.isEmpty && !fact.shortTitle.isEmpty && fact.width > 0, "\(fact.name)")
    }
    let keys = FactTable.all.compactMap(\.jsonKey)
    #expect(Set(keys).count == keys.count)
  }

  /// The names that were accepted before there was a table.
  @Test(arguments: [
    "id": "id", "name": "name", "author": "author", "provider": "author", "category": "category",
    "source": "source", "context": "context", "ctx": "context", "contextwindow": "context",
    "maxout": "maxout", "maxoutput": "maxout", "maxoutputtokens": "maxout", "input": "input",
    "price": "input", "prompt": "input", "pricing.input": "input", "output": "output",
    "completion": "output", "pricing.output": "output", "cacheread": "cacheread",
    "pricing.cacheread": "cacheread", "cachewrite": "cachewrite",
    "pricing.cachewrite": "cachewrite", "abilities": "abilities", "has": "abilities",
    "takes": "takes", "in": "takes", "inputmodalities": "takes", "gives": "gives", "out": "gives",
    "outputmodalities": "gives", "parameters": "parameters", "supportedparameters": "parameters",
    "created": "created", "cutoff": "cutoff", "knowledgecutoff": "cutoff", "expires": "expires",
    "expirationdate": "expires", "canonical": "canonical", "canonicalslug": "canonical",
    "alias": "alias", "aliasof": "alias", "counterpart": "counterpart", "free": "free",
    "description": "description", "url": "url",
  ])
  func `every name of a column is still accepted`(name: String, fact: String) {
    #expect(FactTable[name]?.name == fact)
  }

  @Test(arguments: FactTable.all)
  func `a fact with an order sorts, one with query words compares`(fact: Fact) throws {
    let isSortable = (try? Query.parse("sort:\(fact.name)")) != nil
    #expect(isSortable == (fact.order != nil))
    let value =
      switch fact.kind {
      case .tokens: "128k"
      case .price, .score: "0.5"
      case .day: "2026-01-01"
      case .text, .names, .flag, .structure: ""
      }
    for word in fact.query {
      let query = try Query.parse("\(word)>=\(value)")
      let usual = try #require(fact.query.first)
      #expect(query.description == "\(usual)>=\(value)")
      let completion = QueryCompletion.completions(
        for: usual, cursor: usual.count, in: SearchIndex(Catalog([])))
      #expect(completion.candidates.contains { $0.text.hasPrefix(usual) }, "\(usual)")
    }
  }

  @Test(arguments: FactTable.all)
  func `has: finds what a fact is known of`(fact: Fact) throws {
    let models = Self.models
    let catalog = Catalog(models)
    let found = SearchIndex(catalog).search(
      try Query.parse("has:\(fact.name)"), in: QueryContext(now: .distantPast))
    let ids = Set(found.matches.map { catalog.models[$0.index].id })
    // Neither retired, removed, free, nor on two routes.
    let absent: Set = ["retired", "lastlisted", "free", "counterpart"]
    #expect(ids.contains("a/full") == !absent.contains(fact.name))
  }

  /// One of which everything is known, and one of which nothing is.
  private static let models: [Model] = [
    .listed("a/bare"),
    .listed("a/full") {
      for kind in PriceKind.allCases { $0.pricing.prices[kind] = .fixed(1) }
      $0.pricing.prices[.request] = .variable
      $0.pricing.other = ["storage": .fixed(1)]
      $0.pricing.overrides = [PriceOverride(conditions: [.promptTokens(above: 1)], prices: [:])]
      $0.id = "a/full"
      $0.description = "Words."
      $0.contextLength = 1
      $0.providerContextLength = 2
      $0.maxOutput = 3
      $0.inputModalities = [.text, .image]
      $0.outputModalities = [.text]
      $0.supportedParameters = ["tools", "reasoning"]
      $0.reasoning = Model.Reasoning(isMandatory: true)
      $0.supportedVoices = ["alloy"]
      $0.defaultParameters = ["top_p": 1]
      $0.created = Date(timeIntervalSince1970: 1_780_000_000)
      $0.knowledgeCutoff = CalendarDay("2026-01-01")
      $0.expirationDate = CalendarDay("2027-01-01")
      $0.canonicalSlug = "a/full-1"
      $0.huggingFaceID = "A/Full"
      $0.aliasTarget = "a/bare"
      $0.tokenizer = "GPT"
      $0.instructType = "chatml"
      $0.isModerated = true
      $0.benchmarks = Model.Benchmarks(
        intelligence: 1, coding: 2, agentic: 3,
        arenas: [.init(arena: "models", category: "3d", elo: 1200, rank: 1)])
    },
  ]

  @Test func `the page of a model has every fact with a section`() {
    let catalog = Catalog(Self.models)
    let today = CalendarDay(daysSince1970: 20_700)
    let shown = FactSection.allCases.flatMap {
      catalog.pageFacts(of: Self.models[1], in: $0, today: today)
    }
    let wanted = FactTable.all.filter { $0.section != nil }
    #expect(Set(shown.map(\.fact)) == Set(wanted))
    let text = Dictionary(uniqueKeysWithValues: shown.map { ($0.fact.name, $0.text) })
    #expect(text["context"] == "1 tokens" && text["endpointcontext"] == "2 tokens of context")
    #expect(text["cutoff"] == "until 2026-01-01" && text["moderated"] == "yes")
    #expect(text["arenas"] == "3d 1200 (#1)" && text["defaults"] == "top_p 1")
    #expect(catalog.pageFacts(of: Self.models[0], in: .lists, today: today).isEmpty)
  }

  @Test func `a cell of a table is short, one for programs exact`() {
    let catalog = Catalog(Self.models)
    let context = FactContext(model: Self.models[1], catalog: catalog)
    func cells(_ name: String) -> [String?] {
      [FactTable[name]?.cell(in: context), FactTable[name]?.rawCell(in: context)]
    }
    #expect(cells("input") == ["1000000.00", "1000000"])
    #expect(cells("requestprice") == ["varies", "variable"])
    #expect(cells("takes") == ["text image", "text,image"])
    #expect(cells("vision") == ["vision", "true"])
    #expect(cells("created") == ["2026-05-28", "2026-05-28"])
    #expect(cells("defaults") == ["top_p 1", #"{"top_p":1.0}"#])
    let bare = FactContext(model: Self.models[0], catalog: catalog)
    #expect(FactTable["context"]?.cell(in: bare) == nil)
    #expect(FactTable["context"]?.rawCell(in: bare) == "")
  }
}
