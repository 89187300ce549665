import ModelCatalog
import Testing

struct NearestTests {
  private let catalog = Catalog(
    [
      "openai/gpt-5", "openai/gpt-5-mini", "openai/gpt-4o", "anthropic/claude-opus-5",
      "anthropic/claude-haiku-4.5", "google/gemini-2.5-pro",
    ].map { Model.listed($0) })

  @Test(arguments: [
    ("opnai/gpt-5", "openai/gpt-5"), ("gpt5", "openai/gpt-5"), ("GPT-5-MINI", "openai/gpt-5-mini"),
    ("claude-opus", "anthropic/claude-opus-5"), ("gemini2.5pro", "google/gemini-2.5-pro"),
  ])
  func `the intended id is first`(name: String, id: String) {
    #expect(catalog.nearest(to: name).first == id)
  }

  @Test func `any name has suggestions, at most as many as the limit`() {
    #expect(catalog.nearest(to: "gpt", limit: 2).count == 2)
    #expect(catalog.nearest(to: "").count == 5)
    #expect(Catalog.empty.nearest(to: "gpt") == [])
  }
}
