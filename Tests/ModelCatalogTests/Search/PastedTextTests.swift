import Captures
import Foundation
import ModelCatalog
import Testing

/// Texts that people paste from pages, lists and configuration files.
@Suite struct PastedTextTests {
  /// Each with the terms that it stands for.
  static let texts = [
    ("Anthropic: Claude Opus 5", ["Anthropic:", "Claude", "Opus", "5"]),
    ("openai/gpt-4o:batch", ["openai/gpt-4o:batch"]),
    ("MODEL=openai/gpt-4o", ["MODEL=openai/gpt-4o"]),
    ("unknown:field", ["unknown:field"]),
    ("https://example.org/x?y=1", ["https://example.org/x?y=1"]),
    // Around a word.
    ("'openai/o3-pro'", ["openai/o3-pro"]),
    ("`openai/o3-pro`,", ["openai/o3-pro"]),
    ("[openai/o3-pro, openai/o3]", ["openai/o3-pro", "openai/o3"]),
    ("(claude) {opus}; ‘5’", ["claude", "opus", "5"]),
    ("- claude", ["claude"]),
    ("-(claude)", ["-claude"]),
    ("(-claude)", ["-claude"]),
    ("\"openai/o3-pro\",", ["\"openai/o3-pro\""]),
    ("“mixture of experts”", ["\"mixture of experts\""]),
    ("„mixture of experts“", ["\"mixture of experts\""]),
    ("«opus 5»", ["\"opus 5\""]),
    ("author:“z ai”", ["author:\"z ai\""]),
    ("(has:tools) `is:free`", ["has:tools", "is:free"]),
    ("claude | opus → 5", ["claude", "opus", "→", "5"]),
    // Before an id.
    ("https://openrouter.ai/z-ai/glm-5.2", ["z-ai/glm-5.2"]),
    ("http://www.openrouter.ai/z-ai/glm-5.2/", ["z-ai/glm-5.2"]),
    ("OpenRouter.ai/z-ai/glm-5.2:free?tab=api#top", ["z-ai/glm-5.2:free"]),
    ("https://openrouter.ai/z-ai/glm-5.2%3Afree", ["z-ai/glm-5.2:free"]),
    ("<https://openrouter.ai/z-ai/glm-5.2>", ["z-ai/glm-5.2"]),
    ("(https://openrouter.ai/z-ai/glm-5.2/providers)", ["z-ai/glm-5.2"]),
    ("https://openrouter.ai/anthropic", ["anthropic"]),
    ("openrouter/z-ai/glm-5.2", ["z-ai/glm-5.2"]),
    ("openrouter:z-ai/glm-5.2", ["z-ai/glm-5.2"]),
    ("\"openrouter/z-ai/glm-5.2\"", ["\"z-ai/glm-5.2\""]),
    ("openrouter/openrouter/auto", ["openrouter/auto"]),
    ("openrouter/auto", ["openrouter/auto"]),
    ("openrouter", ["openrouter"]),
  ]

  @Test(arguments: texts)
  func `a pasted text is the words in it`(text: String, terms: [String]) throws {
    let query = try Query.parse(text)
    #expect(query.terms.map(\.description) == terms)
    #expect(try Query.parse(query.description) == query)
    #expect(Query.reading(text).hint == nil)
  }

  @Test(arguments: [
    ("name:claude", "claude"), ("model:gpt-4o", "gpt-4o"),
    ("claude provder:openai", "provider:openai"),
    ("cat:claude", "category:claude"), ("autor=openai", "author=openai"),
    ("hass:tools", "has:tools"),
  ])
  func `a word that is nearly a field is looked for as text, with a hint`(
    text: String, offered: String
  ) throws {
    let query = try Query.parse(text)
    #expect(query.hasFreeText)
    let hints = SampleCatalog.index.hints(
      for: text, query, SearchResult(), in: SampleCatalog.context)
    #expect(hints.map(\.terms) == [[offered]])
    #expect(hints[0].description.hasSuffix("is looked for as text; did you mean “\(offered)”?"))
  }

  @Test func `a name for text needs no value to have a hint`() throws {
    #expect(
      Query.hints(about: "name: claude").map(\.description) == [
        "“name:” is looked for as text: no field has that name"
      ])
  }

  @Test(arguments: ["Anthropic: Claude", "openai/gpt-4o:batch", "gpt-4o:free", "https://x.org/y"])
  func `a colon alone gives no hint`(text: String) throws {
    let query = try Query.parse(text)
    #expect(
      SampleCatalog.index.hints(for: text, query, SearchResult(), in: SampleCatalog.context) == [])
  }
}

/// The names, ids and page addresses of every model in the captures.
@Suite(.enabled(if: Captures.areThere, "the captures are not present in ../shared/captures"))
struct PastedNameTests {
  @Test(arguments: Captures.names)
  func `what a model is called finds it first`(capture: String) throws {
    let catalog = try Captures.catalog(capture)
    let index = SearchIndex(catalog)
    for model in catalog.models {
      let ids = [
        model.id, "\"\(model.id)\"", "'\(model.id)',", "[\(model.id)]", "openrouter/\(model.id)",
        "https://openrouter.ai/\(model.id)",
      ]
      for text in ids { #expect(try first(text, index)?.id == model.id, "\(text)") }
      // Two models may have one name.
      #expect(try first(model.name, index)?.name.lowercased() == model.name.lowercased())
    }
  }

  private func first(_ text: String, _ index: SearchIndex) throws -> Model? {
    index.search(try Query.parse(text), in: QueryContext(now: CaptureSearchTests.now)).matches.first
      .map { index.catalog.models[$0.index] }
  }
}
