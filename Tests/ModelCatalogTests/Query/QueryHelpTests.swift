import Foundation
import ModelCatalog
import Testing

@Suite struct HighlightTests {
  private func marks(_ query: String, _ id: String) throws -> (id: [String], name: [String]) {
    let index = SampleCatalog.index
    let position = try #require(index.catalog.index(of: id))
    let marks = index.highlights(ofModelAt: position, for: try Query.parse(query))
    let model = index.catalog.models[position]
    return (pieces(model.id, marks.id), pieces(model.name, marks.name))
  }

  private func pieces(_ text: String, _ ranges: [Range<Int>]) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return ranges.map { String(String.UnicodeScalarView(scalars[$0])) }
  }

  @Test(arguments: [
    ("claude", "anthropic/claude-opus-5", ["claude"], ["Claude"]),
    ("gpt56sol", "openai/gpt-5.6-sol-pro", ["gpt-5.6-sol"], ["GPT-5.6 Sol"]),
    ("5 opus", "anthropic/claude-opus-4.5", ["opus", "5"], ["Opus", "5"]),
    ("openai/gpt", "openai/gpt-audio", ["openai/gpt"], ["OpenAI: GPT"]),
    ("cafe", "mistralai/cafe-preview", ["cafe"], ["Café"]),
    ("preview", "mistralai/cafe-preview", ["preview"], ["Préview"]),
    ("clud", "claude-opus-5", ["cl", "ud"], ["Cl", "ud"]),
    ("agents", "z-ai/glm-5.2", [], []),
    ("\"opus 5\" -sonnet is:new", "claude-opus-5", ["opus-5"], ["Opus 5"]),
    ("is:new", "claude-opus-5", [], []),
    ("4", "meta-llama/llama-4-scout", ["4"], ["4"]),
  ])
  func `matches are highlighted in id and name`(
    query: String, id: String, inID: [String], inName: [String]
  ) throws {
    let marks = try marks(query, id)
    #expect(marks.id == inID)
    #expect(marks.name == inName)
  }
}

@Suite struct QueryCompletionTests {
  private func complete(_ text: String, at cursor: Int? = nil) -> (Range<Int>, [String]) {
    let completion = QueryCompletion.completions(
      for: text, cursor: cursor ?? text.unicodeScalars.count, in: SampleCatalog.index)
    return (completion.range, completion.candidates.map(\.text))
  }

  @Test(arguments: [
    ("au", 0..<2, ["author:"]), ("opus pro", 5..<8, ["author:", "input<="]),
    ("-supp", 1..<5, ["has:"]), ("author:op", 7..<9, ["openai", "openrouter"]),
    ("author:openai,z", 14..<15, ["z-ai"]), ("author:llama", 7..<12, ["meta-llama"]),
    ("is:re", 3..<5, ["removed", "retired"]), ("in:", 3..<3, ["text", "image", "audio"]),
    ("out:", 4..<4, ["text", "audio", "image"]), ("has:t", 4..<5, ["tools", "top_k"]),
    ("category:cl", 9..<11, ["claude"]), ("sort:-c", 5..<7, ["-ctx"]),
    ("source:o", 7..<8, ["openrouter"]), ("opus", 0..<4, []), ("ctx>=1", 5..<6, []),
    ("\"au", 3..<3, []), ("nofield:x", 0..<9, []), ("opus vision", 5..<11, ["has:vision"]),
    ("-so", 1..<3, ["source:"]),
    // An invisible character does not separate words.
    ("au\u{200D}", 0..<3, ["author:"]), ("author:op\u{200D}", 7..<10, ["openai", "openrouter"]),
  ])
  func `Tab completes field names, and values in the catalogue`(
    text: String, range: Range<Int>, candidates: [String]
  ) {
    let completion = complete(text)
    #expect(completion.0 == range)
    #expect(Array(completion.1.prefix(max(candidates.count, 3))).starts(with: candidates))
    #expect(completion.1.isEmpty == candidates.isEmpty)
  }

  @Test func `text after the cursor is left unchanged`() {
    #expect(complete("is:fr claude", at: 5).0 == 3..<5)
    #expect(complete("is:fr claude", at: 5).1 == ["free"])
  }

  @Test func `an empty word completes to every field`() {
    #expect(complete("").1.count == QueryField.all.count)
    #expect(complete("opus ").0 == 5..<5)
  }

  @Test func `each candidate has a description`() {
    let completion = QueryCompletion.completions(
      for: "author:anth", cursor: 11, in: SampleCatalog.index)
    #expect(completion.candidates.map(\.summary) == ["5 models"])
  }

  @Test func `a completed field name is a known field`() {
    for candidate in complete("").1 {
      #expect(Query.reading(candidate).hint?.isUnfinished == true, "\(candidate)")
    }
  }

  @Test func `negated terms complete neither to sort nor to frontier`() {
    #expect(Set(complete("").1).isSuperset(of: ["sort:", "frontier:"]))
    #expect(Set(complete("-").1) == Set(complete("").1).subtracting(["sort:", "frontier:"]))
  }

  @Test func `names are completed in the form in which they must be written`() throws {
    let models = ["odd name/x", "a,b/x", "say \"hi\"/x", "._-/x"].map { id in
      Model(id: id, source: .openRouter, name: id, author: String(id.dropLast(2)))
    }
    let index = SearchIndex(Catalog(models))
    let offered = QueryCompletion.completions(for: "author:", cursor: 7, in: index).candidates
    // A name with a quote, or of punctuation only, cannot be written.
    #expect(offered.map(\.text) == ["\"a,b\"", "\"odd name\""])
    for candidate in offered {
      let query = try Query.parse("author:\(candidate.text)")
      #expect(index.search(query, in: QueryContext(now: .distantPast)).matches.count == 1)
    }
  }
}
