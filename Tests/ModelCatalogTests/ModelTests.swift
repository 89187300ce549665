import Foundation
import ModelCatalog
import Testing

struct ModelTests {
  @Test(arguments: [
    ("anthropic/claude-opus-5:batch", "claude-opus-5:batch", "batch"),
    ("openai/gpt-4o", "gpt-4o", nil), ("~google/gemini-pro-latest", "gemini-pro-latest", nil),
    ("a/b:", "b:", ""),
  ])
  func `an id consists of author, slug and variant`(id: String, slug: String, variant: String?) {
    let model = Model.listed(id)
    #expect(model.slug == slug)
    #expect(model.variant.map(String.init) == variant)
    #expect(Model.core("gpt-4o").slug == "gpt-4o")
    #expect(Model.core("gpt-4o").variant == nil)
  }

  @Test(arguments: [
    ("OpenAI: GPT-4o", "GPT-4o"), ("Claude Opus 5", "Claude Opus 5"), ("Odd: ", "Odd: "),
    ("A name of very many words: more", "A name of very many words: more"),
    ("Nous: Hermes: 3", "Hermes: 3"),
  ])
  func `the short name omits the author`(name: String, short: String) {
    #expect(Model.listed("a/b") { $0.name = name }.shortName == short)
  }

  @Test func `a free model has text output and only known zero prices`() {
    let free = Model.listed("a/b") {
      $0.outputModalities = [.text]
      $0.pricing = Pricing([.input: .fixed(0), .output: .fixed(0)])
    }
    #expect(free.isFree)
    let changes: [(inout Model) -> Void] = [
      { $0.outputModalities = [.image] },
      { $0.pricing.prices[.output] = nil },
      { $0.pricing.prices[.input] = nil },
      { $0.pricing.prices[.request] = .fixed(1) },
      { $0.pricing.prices[.webSearch] = .variable },
      { $0.pricing.prices[.output] = .variable },
    ]
    for change in changes {
      var model = free
      change(&model)
      #expect(!model.isFree)
    }
  }

  @Test func `modalities sort with text first`() {
    let sorted: [Modality] = [.text, .audio, .file, .image, .video]
    #expect(sorted.reversed().sorted() == sorted)
  }

  @Test func `the page is the OpenRouter row's`() {
    #expect(Model.listed("a/b:free").pageURL == "https://openrouter.ai/a/b:free")
    #expect(Model.core("x").pageURL == nil)
    #expect(Model.core("x") { $0.openRouterID = "a/x" }.pageURL == "https://openrouter.ai/a/x")
  }

  @Test func `routers are OpenRouter's own rows`() {
    #expect(Model.listed("openrouter/auto").isRouter)
    #expect(!Model.listed("openai/gpt-4o").isRouter)
    #expect(!Model.core("openrouter").isRouter)
  }

  @Test(
    arguments: [
      ("~a/b-1.5_x:free@v2", "~a/b-1.5_x:free@v2"), ("a/$(id)", "a/%24%28id%29"),
      ("a/x y", "a/x%20y"), ("a/`id`", "a/%60id%60"), ("a/q\"r'", "a/q%22r%27"),
      ("a/100%", "a/100%25"), ("a/%2e%2e/x", "a/%252e%252e/x"),
      ("a/b?c=1&d#e", "a/b%3Fc%3D1%26d%23e"),
      ("a/é", "a/%C3%A9"), ("a\\b;c", "a%5Cb%3Bc"),
      ("a/../../settings/keys?delete=1#x", nil), ("../a", nil), ("a/.", nil), ("a//b", nil),
      ("/a", nil), ("a/", nil),
    ] as [(String, String?)])
  func `the page's address has each segment of the id encoded, and no other path`(
    id: String, path: String?
  ) {
    #expect(Model.listed(id).pageURL == path.map { "https://openrouter.ai/\($0)" })
  }
}
