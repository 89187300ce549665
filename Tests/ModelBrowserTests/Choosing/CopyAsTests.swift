import ModelCatalog
import ModelText
import Support
import Testing

@testable import ModelBrowser

/// `a`: the selected model in a form for another program.
struct CopyAsTests {
  private func copied(_ effects: [Effect]) -> String? {
    guard case .copy(let text, _)? = effects.first else { return nil }
    return text
  }

  @Test(arguments: ScreenTests.sizes)
  func `the forms, and what the selected one gives`(columns: Int, rows: Int) throws {
    var state = Fixture.scoredState(columns: columns, rows: rows, query: "openai/gpt-5.6-sol")
    state.type("ajjj")
    try Golden.expect(
      state.frame.text, matches: "copy-as-\(columns)x\(rows)", in: "../Screens")
  }

  @Test func `Enter copies the selected form and closes`() throws {
    var state = Fixture.scoredState(query: "openai/gpt-5.6-sol source:openrouter")
    let model = try #require(state.selectedModel)
    for (row, form) in CopyForm.allCases.enumerated() {
      let effects = state.type("a" + String(repeating: "j", count: row) + "<enter>")
      let expected = form.text(of: model, in: state.world.catalog)
      #expect(copied(effects) == expected && expected != nil, "\(form)")
      #expect(state.overlays.isEmpty)
    }
    #expect(copied(state.type("a<down><enter>")) == "openrouter/\(model.id)")
  }

  @Test func `closing copies nothing`() {
    var state = Fixture.scoredState(query: "openai/gpt-5.6-sol")
    for keys in ["a<esc>", "aq", "aa", "ajj<esc>"] {
      #expect(state.type(keys).isEmpty && state.overlays.isEmpty)
    }
  }

  @Test func `a model without a route says so and copies nothing`() throws {
    var state = Fixture.scoredState(query: "is:retired")
    try #require(state.selectedModel?.id == "gpt-4")
    #expect(state.type("aj<enter>").isEmpty)
    #expect(state.toast?.text.contains("gpt-4 is not listed by OpenRouter") == true)
  }

  @Test func `without a model there is nothing to choose`() {
    var state = Fixture.scoredState(query: "nothing-like-it-at-all")
    #expect(state.type("a").isEmpty && state.overlays.isEmpty)
  }
}
