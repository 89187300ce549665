import Foundation
import ModelCatalog
import Testing

@testable import ModelBrowser

/// `browse --prompt`: a text is the workload's prompt, and the list says into which models it fits.
struct PromptTests {
  private static let prompt = {
    var estimate = TokenEstimate()
    estimate.add(Data(String(repeating: "word ", count: 140_000).utf8))
    return estimate
  }()

  private func state(_ workload: Workload? = nil, columns: [Fact]? = nil) -> State {
    Fixture.scoredState(
      columns: 120, query: "source:openrouter",
      given: GivenChoices(
        workload: .with(prompt: Self.prompt, in: workload), columns: columns))
  }

  @Test func `the prompt is the workload's, counted for each tokenizer`() throws {
    let workload = try Workload.parse("in=5 out=500 calls=10/day")
    let with = Workload.with(prompt: Self.prompt, in: workload)
    #expect(with.input == Self.prompt.likely(for: .gpt) && with.count == .text)
    #expect(with.output == 500 && with.calls == workload.calls)
    var claude = Model(id: "anthropic/claude-9", source: .openRouter, name: "", author: "anthropic")
    claude.outputModalities = [.text]
    claude.pricing = Pricing([.input: .fixed(1), .output: .fixed(0)])
    let cost = try with.cost(of: claude).perCall
    let tokens = Decimal(Self.prompt.likely(for: .claude47))
    #expect(abs(cost - tokens) < tokens / 1000)
    #expect(with.monthlyCost(of: claude) == cost * 300)
  }

  @Test func `a column says whether it fits`() throws {
    let state = state()
    #expect(state.screen.columns.shows(.fit) && state.screen.columns.shows(.monthlyCost))
    var answers: Set<String> = []
    for model in state.world.catalog.models where model.source == .openRouter {
      guard let limit = model.promptLimit(besides: 0) else { continue }
      let tokens = Self.prompt.tokens(for: TokenizerFamily(of: model))
      let expected = tokens.upperBound <= limit ? "yes" : tokens.lowerBound > limit ? "no" : "maybe"
      let context = FactContext(
        model: model, catalog: state.world.catalog, workload: state.search.workload)
      #expect(Fact.fit.value(in: context) == .text(expected), "\(model.id)")
      answers.insert(expected)
    }
    #expect(answers == ["yes", "no", "maybe"])
    #expect(state.frame.text.contains(" FIT "))
  }

  @Test func `chosen columns have it too, and a workload without a text does not`() throws {
    #expect(state(columns: [.displayName]).screen.columns.shows(.fit))
    let plain = Fixture.scoredState(columns: 120, given: GivenChoices(workload: Fixture.workload))
    #expect(!plain.screen.columns.shows(.fit))
  }

  @Test func `the form keeps the text as long as its tokens are the same`() {
    var state = state()
    state.type("w<down>500<enter>")
    #expect(state.search.workload?.output == 500 && state.search.workload?.prompt == Self.prompt)
    state.type("w<c-u>3000<enter>")
    #expect(state.search.workload?.input == 3000 && state.search.workload?.prompt == nil)
    #expect(!state.screen.columns.shows(.fit))
  }
}
