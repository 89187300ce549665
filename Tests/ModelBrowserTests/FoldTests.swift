import ModelCatalog
import ModelRegistry
import Support
import Testing

@testable import ModelBrowser

/// One row a model: keys in, rows out.
struct FoldTests {
  private static func state(
    columns: Int = 120, rows: Int = 36, query: String = "", models: [Model] = Fixture.models
  ) -> State {
    var snapshot = Fixture.snapshot
    snapshot.catalog = Catalog(models)
    return Fixture.state(
      columns: columns, rows: rows, query: query, snapshot: snapshot, personal: PersonalState())
  }

  private func ids(_ state: State) -> [String] { state.search.shownIDs }

  private func line(_ name: String, _ state: State) -> String {
    state.frame.text.split(separator: "\n").map(String.init).first { $0.contains(name) } ?? ""
  }

  @Test func `the list is folded at first, z unfolds it, and the choice is kept`() {
    var state = Self.state()
    #expect(
      ids(state) == [
        "qwen/qwen3.8-27b", "google/gemini-3.7-flash", "anthropic/claude-opus-5",
        "openai/gpt-5.6-sol", "anthropic/claude-haiku-4.5", "openai/gpt-oss-20b:free",
        "mistralai/mistral-saba", "openrouter/auto",
      ])
    #expect(line("GPT-5.6 Sol", state).contains("OpenAI: GPT-5.6 Sol +2 "))
    #expect(line("Claude Opus 5", state).contains("Claude Opus 5 +1 "))
    #expect(!line("Haiku", state).contains("+"))
    #expect(state.frame.text.contains("modeldex  11 models · 1 core · 10 OpenRouter [on]"))
    #expect(state.search.sidebar.first?.count == 8, "rows, as the list counts them")
    let effects = state.type("z")
    #expect(ids(state).count == 11)
    #expect(effects == [.save(state.personal)] && !state.personal.isFolded)
    state.type("z")
    #expect(ids(state).count == 8)
  }

  @Test(arguments: [
    ("is:free", ["openai/gpt-oss-20b:free"]), ("is:batch", ["openai/gpt-5.6-sol:batch"]),
    ("source:core", ["gpt-5.6-sol"]), ("is:alias", ["~anthropic/claude-opus-latest"]),
    ("sol", ["openai/gpt-5.6-sol"]), ("sol input<2", ["openai/gpt-5.6-sol:batch"]),
    ("sol -source:openrouter", ["gpt-5.6-sol"]),
  ])
  func `a folded list never shows a row that does not match`(query: String, expected: [String]) {
    #expect(ids(Self.state(query: query)) == expected)
  }

  @Test func `x goes through the rows of a model, in the place of the folded row`() {
    var state = Self.state(query: "sol")
    let row = state.selectedRow
    var walked: [String?] = []
    for _ in 0..<4 {
      walked.append(state.navigation.selection)
      state.type("x")
      #expect(state.selectedRow == row && ids(state).count == 1)
    }
    #expect(
      walked == [
        "openai/gpt-5.6-sol", "gpt-5.6-sol", "openai/gpt-5.6-sol:batch", "openai/gpt-5.6-sol",
      ])
    // Another query begins with the base row.
    state.type("/<c-u>gpt<enter>")
    #expect(ids(state).first == "openai/gpt-5.6-sol")
  }

  @Test func `x leads to a row that does not match by giving up the query`() {
    var state = Self.state(query: "is:batch")
    state.type("x")
    #expect(state.navigation.selection == "openai/gpt-5.6-sol" && state.search.box.text.isEmpty)
    var alone = Self.state(query: "haiku")
    alone.type("x")
    #expect(alone.toast?.text == "anthropic/claude-haiku-4.5 has no other row")
  }

  @Test func `the selection survives folding and unfolding on its screen line`() {
    var state = Self.state(rows: 20)
    state.type("z/sol<enter>")
    while state.navigation.selection != "openai/gpt-5.6-sol:batch" { state.type("j") }
    state.type("z")
    #expect(state.navigation.selection == "openai/gpt-5.6-sol", "the row that stands for it")
  }

  @Test func `a base row that news adds does not take the selection away`() {
    let without = Fixture.models.filter { $0.id != "openai/gpt-5.6-sol" && $0.source != .core }
    var state = Self.state(query: "sol", models: without)
    #expect(state.navigation.selection == "openai/gpt-5.6-sol:batch")
    _ = state.update(.snapshotArrived(Fixture.snapshot))
    #expect(state.navigation.selection == "openai/gpt-5.6-sol:batch")
    #expect(ids(state) == ["openai/gpt-5.6-sol:batch"])
  }

  @Test func `the detail lists the other rows with what they cost less or more`() {
    var state = Self.state(query: "openai/gpt-5.6-sol")
    state.type("<enter>")
    let text = state.frame.text
    #expect(text.contains("Same model     2 other rows   x goes through them"))
    #expect(text.contains("  core         gpt-5.6-sol   2.50 in, 15.00 out $/M   same price"))
    #expect(
      text.contains(
        "  batch        openai/gpt-5.6-sol:batch   1.25 in, 7.50 out $/M   −50 %, answers later"))
  }

  @Test func `a hidden route is not counted, and the copied command folds as the list does`() {
    var state = Self.state(query: "sol")
    #expect(
      state.type("e").contains(
        .copy("modeldex list --fold 'sol'", label: "modeldex list --fold 'sol'")))
    state.type("z")
    #expect(state.type("e").contains(.copy("modeldex list 'sol'", label: "modeldex list 'sol'")))
    state.type("zt")
    #expect(ids(state) == ["gpt-5.6-sol"])
    #expect(!line("GPT-5.6 Sol", state).contains("+"))
  }

  @Test func `unread changes are not folded`() {
    var search = Search(
      Catalog(Fixture.models), text: "", showsOpenRouter: true, isFolded: true)
    let unread = ["gpt-5.6-sol", "openai/gpt-5.6-sol", "openai/gpt-5.6-sol:batch"]
    search.choose(.inbox)
    search.find(
      in: SearchScope(
        context: QueryContext(now: Fixture.now), grouping: .family, unread: unread))
    #expect(search.shownIDs == unread)
  }
}
