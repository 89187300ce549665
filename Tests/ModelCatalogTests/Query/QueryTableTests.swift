import Foundation
import ModelCatalog
import Testing

@Suite struct QueryTableTests {
  @Test(arguments: QueryTable.rows)
  func `a query finds these ids in this order`(row: QueryTable.Row) throws {
    #expect(SampleCatalog.ids(try Query.parse(row.query)) == row.ids)
  }

  @Test(arguments: QueryTable.rows)
  func `the search box parses a valid query as commands do, without a hint`(
    row: QueryTable.Row
  ) throws {
    let reading = Query.reading(row.query)
    #expect(reading.query == (try Query.parse(row.query)))
    #expect(reading.hint == nil)
  }

  @Test(arguments: QueryTable.rows)
  func `the canonical text of a query parses as the same query`(row: QueryTable.Row) throws {
    let query = try Query.parse(row.query)
    #expect(try Query.parse(query.description) == query)
  }

  @Test func `the table has at least 80 queries`() {
    #expect(QueryTable.rows.count >= 80)
  }

  @Test func `a query without an order uses the default order`() throws {
    let cheapest = QueryOrder(.price)
    let google = try Query.parse("author:google")
    #expect(
      SampleCatalog.ids(google, defaultSort: cheapest) == [
        "google/gemma-4-31b:free", "google/gemini-3.5-flash",
      ])
    let named = try Query.parse("author:google sort:-price")
    #expect(
      SampleCatalog.ids(named, defaultSort: cheapest) == [
        "google/gemini-3.5-flash", "google/gemma-4-31b:free",
      ])
  }

  @Test func `no result contains a hidden source`() throws {
    let claude = try Query.parse("claude")
    #expect(SampleCatalog.ids(claude, hiding: .openRouter) == ["claude-opus-5"])
    #expect(!SampleCatalog.ids(claude, hiding: .core).contains("claude-opus-5"))
  }

  @Test func `a word that no model contains is reported as fuzzy`() throws {
    let result = SampleCatalog.index.search(
      try Query.parse("clud opus"), in: SampleCatalog.context)
    #expect(result.fuzzyWords == ["clud"])
    let literal = SampleCatalog.index.search(try Query.parse("opus"), in: SampleCatalog.context)
    #expect(literal.fuzzyWords.isEmpty)
  }

  @Test func `whether a word is matched fuzzily does not depend on other terms`() throws {
    // Only Anthropic's models contain it, so it is not matched fuzzily elsewhere.
    #expect(SampleCatalog.ids(try Query.parse("author:google opus")).isEmpty)
  }

  @Test func `an empty catalogue finds nothing for any query`() throws {
    let index = SearchIndex(.empty)
    for text in ["", "claude", "is:free", "input<1", "sort:name", "\"a b\""] {
      #expect(index.search(try Query.parse(text), in: SampleCatalog.context).isEmpty)
    }
  }
}
