import Foundation
import ModelCatalog
import Testing

struct CategoryTests {
  @Test(arguments: [
    ("openai/gpt-4o", "gpt"), ("openai/o3-mini", "reasoning"), ("openai/o1", "reasoning"),
    ("openai/omni-moderation", "gpt"), ("openai/gpt-oss-120b", "gpt"),
    ("anthropic/claude-opus-5", "claude"), ("~anthropic/claude-opus-latest", "claude"),
    ("google/gemini-3.7-flash", "gemini"), ("google/gemma-3-27b-it", "other"),
    ("meta-llama/llama-4-scout", "llama"), ("meta/llama-5", "llama"), ("meta/muse-spark", "other"),
    ("mistralai/codestral-2508", "mistral"), ("deepseek/deepseek-r1-distill-llama-70b", "deepseek"),
    ("nousresearch/hermes-3-llama-3.1-405b", "other"), ("qwen/qwq-32b", "qwen"),
    ("cohere/command-a", "cohere"), ("perplexity/llama-3.1-sonar-large", "perplexity"),
    ("perplexity/sonar", "perplexity"), ("someone/gpt-claude-gemini", "other"),
  ])
  func `the category follows maker and family, not a part of the id`(id: String, key: String) {
    #expect(Catalog([.listed(id)]).category(of: id)?.key == key)
  }

  @Test(arguments: [
    ("gpt-4o", "openai", "gpt"), ("o1-preview", "openai", "reasoning"),
    ("claude-3-haiku-20240307", "anthropic", "claude"), ("gemini-pro", "google", "gemini"),
    ("llama-3.1-8b-instant", "meta-llama", "llama"), ("codestral-latest", "mistralai", "mistral"),
    ("deepseek-chat", "deepseek", "deepseek"),
  ])
  func `core models follow the same rules`(id: String, author: String, key: String) {
    #expect(Catalog([.core(id, author: author)]).category(of: id)?.key == key)
  }

  @Test func `three models of a family make a category`() {
    let two = Catalog([.listed("google/gemma-2"), .listed("google/gemma-3")])
    #expect(two.categories == [.other])
    let three = Catalog(two.models + [.listed("google/gemma-4")])
    #expect(three.categories.map(\.key) == ["gemma"])
    #expect(three.categories.map(\.name) == ["Gemma"])
  }

  @Test func `three models of an author make a category if its families are small`() {
    let catalog = Catalog([
      .listed("x-ai/grok-4"), .listed("x-ai/grok-3"), .listed("x-ai/grok-2"),
      .listed("x-ai/aurora"), .listed("x-ai/sky"),
      .listed("small/a-1"), .listed("small/b-1"), .listed("small/c-1"),
    ])
    #expect(catalog.category(of: "x-ai/grok-4")?.key == "grok")
    #expect(catalog.category(of: "x-ai/sky") == .other)
    #expect(catalog.category(of: "small/a-1")?.key == "small")
  }

  @Test func `an author cannot take the key of a known family`() {
    let catalog = Catalog((1...4).map { .listed("gpt/\("abcd".prefix($0))-\($0)") })
    #expect(catalog.categories == [.other])
    let family = Catalog((1...4).map { .listed("someone/claude-\($0)") })
    #expect(!family.categories.map(\.key).contains("claude"))
  }

  @Test func `fixed families come first in their order, then others by name, then other`() {
    let catalog = Catalog(
      [.listed("qwen/qwen3"), .listed("openai/gpt-4o"), .listed("lonely/one")]
        + (1...3).map { .listed("z-ai/glm-\($0)") } + (1...3).map { .listed("b/apple-\($0)") })
    #expect(catalog.categories.map(\.key) == ["gpt", "qwen", "apple", "glm", "other"])
    #expect(catalog.categories.map(\.name) == ["GPT", "Qwen", "Apple", "GLM", "Other"])
  }

  @Test func `an id without letters or without a maker is other`() {
    for id in ["", "/", "a/", "/b", "1/2", "~/x"] {
      #expect(Catalog([.listed(id)]).category(of: id) == .other)
    }
  }
}

private let captures = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "../shared/captures")

/// With real ids; skipped if the captures are not present.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: captures.path), "../shared/captures is absent"))
struct CategoryCaptureTests {
  private func catalog(_ name: String) throws -> Catalog {
    let data = try Data(contentsOf: captures.appending(path: name))
    let body = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let rows = try #require(body?["data"] as? [[String: Any]])
    return Catalog(
      rows.map { row in
        .listed(row["id"] as? String ?? "") { $0.canonicalSlug = row["canonical_slug"] as? String }
      })
  }

  @Test(arguments: [
    "openrouter-20250401.json", "openrouter-20251218.json", "openrouter-20260731.json",
    "openrouter-20260801.json", "openrouter-20260821.json",
    "openrouter-all-modalities-20260819.json",
  ])
  func `every model has one category, and every learned one has three models`(name: String) throws {
    let catalog = try catalog(name)
    #expect(Set(catalog.categoryOfModel) == Set(catalog.categories))
    #expect(Set(catalog.categories.map(\.key)).count == catalog.categories.count)
    let counts = Dictionary(catalog.categoryOfModel.map { ($0, 1) }, uniquingKeysWith: +)
    for (category, count) in counts where !Category.known.contains(category) {
      #expect(category == .other || count >= 3, "\(category.key)")
    }
    for (model, category) in zip(catalog.models, catalog.categoryOfModel) {
      #expect((model.author == "anthropic") == (category.key == "claude"), "\(model.id)")
      #expect((model.author == "deepseek") == (category.key == "deepseek"), "\(model.id)")
      #expect(category.key != "gemini" || model.author == "google", "\(model.id)")
      #expect(category.key != "llama" || model.author.hasPrefix("meta"), "\(model.id)")
    }
  }

  @Test func `the newest list has the expected families`() throws {
    let keys = try catalog("openrouter-20260821.json").categories.map(\.key)
    #expect(Set(keys).isSuperset(of: ["gemma", "grok", "glm", "kimi", "reasoning", "other"]))
  }

  @Test func `every canonical slug resolves to a row that has it`() throws {
    let catalog = try catalog("openrouter-20260821.json")
    for model in catalog.models {
      let slug = try #require(model.canonicalSlug)
      let found = try #require(catalog.resolve(slug))
      #expect(found.id == slug || found.canonicalSlug == slug)
      #expect(found.variant == nil || model.variant != nil, "\(slug)")
    }
  }
}
