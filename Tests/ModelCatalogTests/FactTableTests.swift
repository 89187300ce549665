import Foundation
import ModelCatalog
import Support
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
      case .price, .cost, .score, .measure: "0.5"
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
    // No model has an endpoint here.
    guard !fact.needsEndpoint else { return }
    let models = [Model.bare, Model.full]
    let catalog = Catalog(models)
    let found = SearchIndex(catalog).search(
      try Query.parse("has:\(fact.name)"), in: QueryContext(now: .distantPast))
    let ids = Set(found.matches.map { catalog.models[$0.index].id })
    // Neither retired, removed, free, nor on two routes; no other model could be its successor.
    let absent: Set = [
      "retired", "lastlisted", "free", "counterpart", "cost", "callcost", "texttokens", "textcost",
      "successor", "fit",
    ]
    #expect(ids.contains("a/full") == !absent.contains(fact.name))
  }
}
