import Foundation
import ModelCatalog
import Testing

/// What a search says in addition to its matches.
@Suite struct SearchHintTests {
  private static let index = SearchIndex(
    Catalog([
      .listed("acme/sparrow-2") { $0.description = "Replaces the old falcon." },
      .listed("acme/falcon-1") { $0.lastListed = SampleCatalog.day("2026-07-01") },
      .listed("acme/falcon-2") {
        $0.lastListed = SampleCatalog.day("2026-07-02")
        $0.inputModalities = [.image]
      },
      .core("kestrel-3") { $0.isRetired = true },
      .core("merlin-1"),
    ]))

  private func search(
    _ text: String, hiding: Model.Source? = nil, in index: SearchIndex = index
  ) throws -> (ids: [String], fuzzy: [String], hints: [QueryHint]) {
    let query = try Query.parse(text)
    let result = index.search(query, in: SampleCatalog.context, hiding: hiding)
    return (
      result.matches.map { index.catalog.models[$0.index].id }, result.fuzzyWords,
      index.hints(for: text, query, result, in: SampleCatalog.context, hiding: hiding)
    )
  }

  @Test(arguments: [
    ("falcon", "2 removed models match: is:removed shows them"),
    ("falcon in:image", "1 removed model matches: is:removed shows it"),
    ("falcon -2", "1 removed model matches: is:removed shows it"),
    ("kestrel", "1 retired model matches: is:retired shows it"),
  ])
  func `models that are not shown are mentioned where no shown one has the name`(
    text: String, hint: String
  ) throws {
    #expect(try search(text).hints.map(\.description) == [hint])
  }

  @Test func `a hidden source is mentioned, and its term shows it`() throws {
    let hidden = try search("sparrow", hiding: .openRouter)
    #expect(hidden.ids == [])
    #expect(
      hidden.hints.map(\.description) == [
        "1 hidden model matches: source:openrouter shows it"
      ])
    let shown = try search("sparrow source:openrouter", hiding: .openRouter)
    #expect(shown.ids == ["acme/sparrow-2"])
    #expect(shown.hints == [])
  }

  @Test(arguments: [
    "sparrow", "merlin", "falcon is:removed", "acme/falcon-1", "zzzz", "", "is:free",
  ])
  func `nothing is mentioned where a name is shown or none is hidden`(text: String) throws {
    #expect(try search(text).hints == [])
  }

  @Test(arguments: [
    ("sparow", "acme/sparrow-2", ["acme/sparow-0"]),
    ("merln", "merlin-1", ["acme/merln"]),
    ("sprrow", "acme/sparrow-2", ["acme/sprrow", "acme/sprrow-2"]),
  ])
  func `a model that is not shown does not decide whether a word is looked for letter by letter`(
    word: String, found: String, removed: [String]
  ) throws {
    let gone = removed.map { id in
      Model.listed(id) { $0.lastListed = SampleCatalog.day("2026-07-01") }
    }
    let index = SearchIndex(Catalog(Self.index.catalog.models + gone))
    let result = try search(word, in: index)
    #expect(result.ids == [found])
    #expect(result.fuzzy == [word])
    #expect(result.hints.map(\.terms) == [["is:removed"]])
  }

  @Test func `a hidden source does not decide it either`() throws {
    let index = SearchIndex(Catalog(Self.index.catalog.models + [.listed("acme/merln")]))
    #expect(try search("merln", hiding: .openRouter, in: index).ids == ["merlin-1"])
    #expect(try search("merln", in: index).ids == ["acme/merln"])
  }

  @Test(arguments: [
    ("vision", ["has:vision"]), ("Function Calling", ["has:tools"]),
    ("function-calling", ["has:tools"]), ("\"function calling\"", ["has:tools"]),
    ("free", ["is:free"]), ("speech to text", ["out:transcription"]),
    ("text to speech", ["out:speech"]), ("tts", ["out:speech"]),
    ("image", ["in:image", "out:image"]), ("gpt video", ["in:video", "out:video"]),
    ("free reasoning", ["is:free has:reasoning"]), ("cheap vision", ["sort:price has:vision"]),
    ("free images", ["is:free in:image", "is:free out:image"]), ("removed", ["is:removed"]),
    ("embedding", ["out:embeddings"]), ("(vision)", ["has:vision"]),
    // About values of a field.
    ("has:image", ["in:image", "out:image"]), ("has:free", ["is:free"]),
  ])
  func `a word that names an ability, a state or a modality has its term offered`(
    text: String, terms: [String]
  ) throws {
    #expect(try search(text).hints.map(\.terms) == [terms])
  }

  @Test func `an offer says that the words are looked for as text`() throws {
    #expect(
      try search("cheap images").hints.map(\.description) == [
        "“cheap images” is looked for as text; "
          + "did you mean “sort:price in:image” or “sort:price out:image”?"
      ])
  }

  @Test(arguments: ["vision has:vision", "free is:free", "-free", "image out:image", "has:vision"])
  func `a term that is there is not offered`(text: String) throws {
    #expect(try search(text).hints == [])
  }

  @Test func `a model's whole name has no term offered`() throws {
    let index = SearchIndex(Catalog([.listed("acme/free-vision")]))
    #expect(try search("free vision", in: index).hints == [])
    #expect(try search("vision free", in: index).hints.count == 1)
  }

  @Test(arguments: [
    ("has:video", "in:video"), ("has:pdf", "in:file"), ("out:tts", "out:speech"),
  ])
  func `a value of another field has the right one suggested`(text: String, term: String) {
    #expect(Self.index.unknownValueHint(for: text)?.suggestion == term)
  }

  @Test func `every offered term is a valid query`() throws {
    let words = [
      "vision", "image", "image generation", "audio", "video", "pdf", "voice", "stt", "embeddings",
      "rerank", "tools", "thinking", "json", "caching", "batch", "open weights", "free", "new",
      "alias", "router", "deprecated", "expired", "favourite", "changed", "removed", "retired",
      "newest", "cheapest", "long context", "best", "coding", "agentic",
    ]
    for word in words {
      let terms = try search(word).hints.flatMap(\.terms)
      #expect(!terms.isEmpty, "\(word)")
      for term in terms { #expect(try Query.parse(term).hasFreeText == false, "\(term)") }
    }
  }
}
