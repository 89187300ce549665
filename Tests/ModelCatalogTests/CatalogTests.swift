import Foundation
import ModelCatalog
import Testing

struct CatalogTests {
  private let models: [Model] = [
    .listed("openai/gpt-4o") { $0.canonicalSlug = "openai/gpt-4o-2024-08-06" },
    .listed("openai/gpt-4o:batch") { $0.canonicalSlug = "openai/gpt-4o-2024-08-06" },
    .listed("anthropic/claude-opus-5") { $0.canonicalSlug = "anthropic/claude-opus-5-20260723" },
    .listed("~anthropic/claude-opus-latest", author: "anthropic") {
      $0.aliasTarget = "anthropic/claude-opus-5"
    },
    .listed("deepcogito/cogito-v2-preview-llama-405B"),
    .core("gpt-4o") { $0.openRouterID = "openai/gpt-4o" },
    .core("gpt-4") { $0.isRetired = true },
  ]

  @Test func `core models come first, each part by id`() {
    #expect(
      Catalog(models).models.map(\.id) == [
        "gpt-4", "gpt-4o",
        "anthropic/claude-opus-5", "deepcogito/cogito-v2-preview-llama-405B",
        "openai/gpt-4o", "openai/gpt-4o:batch", "~anthropic/claude-opus-latest",
      ])
  }

  @Test func `the order of upstream's rows makes no difference`() {
    var random = SplitMix(seed: 1)
    for _ in 0..<20 {
      #expect(Catalog(models.shuffled(using: &random)) == Catalog(models))
    }
    #expect(Catalog(models.dropLast()) != Catalog(models))
  }

  @Test func `of two models with the same id the first is kept`() {
    let first = Model.listed("a/b") { $0.name = "First" }
    let second = Model.listed("a/b") { $0.name = "Second" }
    #expect(Catalog([first, second]).models == [first])
    #expect(Catalog([second, first]).models == [second])
  }

  @Test func `categories and abilities are parallel to models`() {
    let catalog = Catalog(models)
    #expect(catalog.categoryOfModel.count == models.count)
    #expect(catalog.abilitiesOfModel.count == models.count)
    for (index, model) in catalog.models.enumerated() {
      #expect(catalog.index(of: model.id) == index)
      #expect(catalog[model.id] == model)
      #expect(catalog.category(of: model.id) == catalog.categoryOfModel[index])
      #expect(catalog.abilities(of: model.id) == catalog.abilitiesOfModel[index])
    }
  }

  @Test(arguments: [
    ("gpt-4o", "gpt-4o"), ("GPT-4O", "gpt-4o"), ("openai/gpt-4o", "openai/gpt-4o"),
    ("OpenAI/GPT-4o", "openai/gpt-4o"), ("gpt-4", "gpt-4"),
    ("openai/gpt-4o-2024-08-06", "openai/gpt-4o"),
    ("OPENAI/GPT-4O-2024-08-06", "openai/gpt-4o"),
    ("openai/gpt-4o:batch", "openai/gpt-4o:batch"),
    ("openai/gpt-4o:nitro", "openai/gpt-4o"), ("openai/gpt-4o:FLOOR", "openai/gpt-4o"),
    ("openai/gpt-4o:exacto", "openai/gpt-4o"), ("openai/gpt-4o:online", "openai/gpt-4o"),
    ("openai/gpt-4o-2024-08-06:online", "openai/gpt-4o"),
    ("anthropic/claude-opus-5-20260723", "anthropic/claude-opus-5"),
    ("~anthropic/claude-opus-latest", "~anthropic/claude-opus-latest"),
    (
      "deepcogito/cogito-v2-preview-llama-405B", "deepcogito/cogito-v2-preview-llama-405B"
    ),
    (
      "deepcogito/cogito-v2-preview-llama-405b", "deepcogito/cogito-v2-preview-llama-405B"
    ),
  ])
  func `an id, a canonical slug and a variant resolve to a model`(name: String, id: String) {
    #expect(Catalog(models).resolve(name)?.id == id)
  }

  @Test(arguments: [
    "", ":", ":nitro", "gpt", "openai/", "openai/gpt-4o:", "openai/gpt-4o:free",
    "openai/gpt-4o:nitro:nitro", "constructor", "gpt-4o ",
  ])
  func `other names resolve to no model`(name: String) {
    #expect(Catalog(models).resolve(name) == nil)
  }

  @Test func `a slug resolves to the ordinary row, not to its variant`() {
    let batch = Model.listed("a/m:batch") { $0.canonicalSlug = "a/m-1" }
    let plain = Model.listed("a/n") { $0.canonicalSlug = "a/m-1" }
    #expect(Catalog([batch, plain]).resolve("a/m-1")?.id == "a/n")
    #expect(Catalog([batch]).resolve("a/m-1")?.id == "a/m:batch")
  }

  @Test func `the counterpart on the other route is found both ways`() throws {
    let catalog = Catalog(models)
    let core = try #require(catalog["gpt-4o"])
    let listed = try #require(catalog["openai/gpt-4o"])
    #expect(catalog.counterpart(of: core) == listed)
    #expect(catalog.counterpart(of: listed) == core)
    #expect(catalog["gpt-4"].flatMap(catalog.counterpart) == nil)
    #expect(catalog["openai/gpt-4o:batch"].flatMap(catalog.counterpart) == nil)
    #expect(Catalog([core]).counterpart(of: core) == nil)
    #expect(Catalog([listed]).counterpart(of: listed) == nil)
  }

  @Test func `an empty catalogue finds nothing`() {
    #expect(Catalog.empty.models.isEmpty)
    #expect(Catalog.empty.categories.isEmpty)
    #expect(Catalog.empty["gpt-4o"] == nil)
    #expect(Catalog.empty.abilities(of: "gpt-4o") == [])
    #expect(Catalog.empty == Catalog([]))
  }

  @Test func `a removed model is not used for slugs, counterparts or abilities`() {
    let removed = Date(timeIntervalSince1970: 1)
    let catalog = Catalog([
      .core("one") { $0.openRouterID = "a/one" },
      .listed("a/one") {
        $0.canonicalSlug = "a/one-dated"
        $0.lastListed = removed
      },
      .listed("a/one:batch") { $0.lastListed = removed },
      .listed("a/one:free") { $0.canonicalSlug = "a/one-dated" },
    ])
    #expect(catalog["a/one"]?.isListed == false)
    #expect(catalog.resolve("a/one-dated")?.id == "a/one:free")
    #expect(catalog["one"].flatMap(catalog.counterpart(of:)) == nil)
    #expect(!catalog.abilities(of: "one").contains(.batch))
    #expect(catalog.models.filter(\.isListed).map(\.id) == ["one", "a/one:free"])
  }

  @Test func `removed models do not make a category`() {
    let removed = ["one", "two", "three"].map { slug in
      Model.listed("maker/\(slug)") { $0.lastListed = Date(timeIntervalSince1970: 1) }
    }
    let catalog = Catalog(removed + [.listed("anthropic/claude-opus-5")])
    #expect(catalog.categories.map(\.key) == ["claude"])
    #expect(catalog.category(of: "maker/one") == .other)
  }
}
