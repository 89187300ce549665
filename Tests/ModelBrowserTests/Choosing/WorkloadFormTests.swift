import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelBrowser

/// The form for the workload: keys in, screen out.
struct WorkloadFormTests {
  private func form(_ state: State) -> WorkloadForm? {
    guard case .workload(let form)? = state.overlays.last else { return nil }
    return form
  }

  @Test(arguments: ScreenTests.sizes)
  func `what is typed costs the selected model at once`(columns: Int, rows: Int) throws {
    var state = Fixture.scoredState(columns: columns, rows: rows, query: "openai/gpt-5.6-sol")
    state.type("w3000<down>500<down>50000/day<down>80%")
    try Golden.expect(
      state.frame.text, matches: "workload-\(columns)x\(rows)", in: "../Screens")
  }

  @Test func `Enter applies it, stores it and shows the column of costs`() throws {
    var state = Fixture.scoredState(query: "gpt-5.6-sol source:openrouter")
    #expect(!state.screen.columns.shows(.monthlyCost))
    let effects = state.type("w3k<tab>500<tab>50000/day<tab>0.8<enter>")
    #expect(state.search.workload == Fixture.workload)
    #expect(state.overlays.isEmpty)
    let stored = "in=3000 out=500 calls=50000/day cached=80%"
    #expect(state.personal.workload == stored && effects == [.save(state.personal)])
    #expect(state.screen.columns.shows(.monthlyCost))
    // 600 × 2.50 + 2,400 × 0.25 + 500 × 15, a million and a half times.
    #expect(state.frame.text.contains("14,400"))
    #expect(state.command.contains("--workload '\(stored)'"))
  }

  @Test func `a mistake is shown at its field and cannot be applied`() throws {
    var state = Fixture.scoredState()
    state.type("w3000<down><down><down>80%<down>40%<enter>")
    let typed = try #require(form(state))
    #expect(state.search.workload == nil)
    let mistake = try #require(throws: QueryError.self) { try typed.workload?.get() }
    #expect(typed.field(of: mistake) == 4)
    #expect(state.frame.text.contains("what is read from the cache and what is written"))
    state.type("<c-w>10%<enter>")
    #expect(state.search.workload?.written == Decimal(1) / 10)
  }

  @Test func `Ctrl-u empties it, and an empty one is none`() throws {
    var state = Fixture.scoredState(given: GivenChoices(workload: Fixture.workload))
    state.type("w")
    #expect(form(state)?.fields.map(\.text.text).prefix(4) == ["3000", "500", "50000/day", "80%"])
    state.type("<c-u><enter>")
    #expect(state.search.workload == nil && state.personal.workload == "")
    #expect(!state.screen.columns.shows(.monthlyCost))
  }

  @Test func `Esc leaves it as it was`() {
    var state = Fixture.scoredState(given: GivenChoices(workload: Fixture.workload))
    let before = state
    state.type("w<c-u>7<esc>")
    #expect(state.search == before.search && state.personal == before.personal)
  }

  @Test func `Space counts text in tokens of GPT, and the amounts say that they are estimates`()
    throws
  {
    var state = Fixture.scoredState(query: "claude-opus-5", given: GivenChoices())
    state.type("w1m" + String(repeating: "<down>", count: 7) + " <enter>")
    #expect(state.search.workload?.count == .text)
    #expect(state.frame.text.contains("≈"))
    state.type("w" + String(repeating: "<tab>", count: 7) + " <enter>")
    #expect(state.search.workload?.count == .tokens)
  }

  @Test func `the mouse chooses a field, and a press outside closes the form`() throws {
    var state = Fixture.scoredState()
    state.type("w")
    let open = try #require(form(state))
    let area = WorkloadForm.area(of: open, in: state)
    func press(_ row: Int) {
      _ = state.update(.input(.mouse(MouseInput(.press, row: row, column: area.column + 3))))
    }
    press(area.row + 3)
    #expect(form(state)?.selected == 2)
    press(0)
    #expect(state.overlays.isEmpty)
  }

  // MARK: - Where it is from

  @Test func `a flag goes before what is stored, and that before the config file`() {
    var personal = Fixture.everyRow
    let given = GivenChoices(
      workload: Workload(input: 1, output: 0), usualWorkload: Workload(input: 2, output: 0))
    #expect(Fixture.scoredState(personal: personal, given: given).search.workload?.input == 1)
    var usual = given
    usual.workload = nil
    #expect(Fixture.scoredState(personal: personal, given: usual).search.workload?.input == 2)
    personal.workload = "in=3"
    #expect(Fixture.scoredState(personal: personal, given: usual).search.workload?.input == 3)
    personal.workload = ""
    #expect(Fixture.scoredState(personal: personal, given: usual).search.workload == nil)
  }

  @Test(arguments: ["in=", "cached=80%", "in=5 cached=900%", "\u{1B}[2J"])
  func `a stored workload that cannot be read is named and not lost`(text: String) throws {
    var personal = Fixture.everyRow
    personal.workload = text
    let state = Fixture.scoredState(personal: personal)
    #expect(state.search.workload == nil)
    #expect(state.toast?.text.contains("the stored workload cannot be read") == true)
    let data = try JSONEncoder().encode(state.personal)
    #expect(try JSONDecoder().decode(PersonalState.self, from: data).workload == text)
  }

  // MARK: - Terms

  @Test func `terms about costs without a workload say what to do`() {
    var state = Fixture.scoredState()
    state.type("/cost<5")
    #expect(state.search.hint?.message.contains("needs a workload (w") == true)
    state.type("<esc><esc>w1m<enter>/cost<5<enter>")
    #expect(state.search.hint == nil && !state.search.matches.isEmpty)
    state.type("w<c-u><enter>")
    #expect(state.search.hint != nil)
  }

  @Test func `a comparison with a model keeps the list while its id is typed`() {
    var state = Fixture.scoredState()
    let all = state.search.matches.count
    state.type("/coding>=openai/gp")
    #expect(state.search.hint?.isUnfinished == true && state.search.matches.count == all)
    state.type("t-5.6-sol")
    #expect(state.search.hint == nil)
    #expect(
      Set(state.search.shownIDs) == [
        "openai/gpt-5.6-sol", "openai/gpt-5.6-sol:batch", "anthropic/claude-opus-5",
      ])
    state.type("x")
    #expect(state.search.hint?.message.contains("nor a model's id") == true)
    #expect(state.search.matches.count == 3, "the last good list stays")
  }
}
