import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelBrowser

/// The columns of the list: by width, and chosen.
struct ColumnTests {
  private func names(_ state: State) -> [String] {
    state.screen.columns.slots.map(\.column.fact.name)
  }

  private func chooser(_ state: State) -> ColumnChooser? {
    guard case .columns(let chooser)? = state.overlays.last else { return nil }
    return chooser
  }

  @Test func `scores are in the list from 160 columns on`() {
    #expect(!names(Fixture.scoredState(columns: 159)).contains("coding"))
    #expect(
      names(Fixture.scoredState(columns: 160)).contains { $0 == "intelligence" }
        && names(Fixture.scoredState(columns: 160)).contains { $0 == "agentic" })
  }

  @Test(arguments: ScreenTests.sizes)
  func `a list with scores, costs and the frontier`(columns: Int, rows: Int) throws {
    var personal = Fixture.everyRow
    personal.columns = ["name", "cost", "coding", "input", "output", "intelligence", "context"]
    personal.sort = "coding"
    let state = Fixture.scoredState(
      columns: columns, rows: rows, personal: personal,
      given: GivenChoices(workload: Fixture.workload))
    try Golden.expect(
      state.frame.text, matches: "scores-\(columns)x\(rows)", in: "../Screens")
  }

  @Test func `the credit is under every list that shows a score`() {
    let credit = "Scores: Artificial Analysis via OpenRouter"
    for columns in [60, 80, 120, 160, 200] {
      let state = Fixture.scoredState(
        columns: columns, given: GivenChoices(columns: FactTable["coding"].map { [$0] }))
      let rows = state.frame.text.split(separator: "\n")
      let note = state.layout.note.map { rows[$0.row] }
      #expect(note?.contains(credit) == true, "\(columns)")
    }
    #expect(Fixture.scoredState(columns: 120).layout.note == nil)
  }

  @Test func `the frontier is that of the sorted score, among what matches`() throws {
    var state = Fixture.scoredState(columns: 160)
    func marked() -> Set<String> {
      Set((state.screen.columns.frontier?.members ?? []).map { state.catalog.models[$0].id })
    }
    // By the mean of input and output price; the batch variant stays out.
    #expect(state.screen.columns.frontier?.basis.score.name == "intelligence")
    let all: Set = [
      "qwen/qwen3.8-27b", "google/gemini-3.7-flash", "openai/gpt-5.6-sol",
      "anthropic/claude-opus-5",
    ]
    #expect(marked() == all)
    state.type("/-author:google,openai sort:coding")
    #expect(state.screen.columns.frontier?.basis.score.name == "coding")
    #expect(marked() == ["qwen/qwen3.8-27b", "anthropic/claude-opus-5"])
  }

  // MARK: - The choice

  @Test(arguments: ScreenTests.sizes)
  func `the choice of columns`(columns: Int, rows: Int) throws {
    var state = Fixture.scoredState(columns: columns, rows: rows)
    state.type("Cj K")
    try Golden.expect(
      state.frame.text, matches: "columns-\(columns)x\(rows)", in: "../Screens")
  }

  @Test func `shown, hidden and moved, they are stored and kept`() throws {
    var state = Fixture.scoredState()
    #expect(
      names(state).prefix(4) == ["name", "input", "output", "context"])
    // Hide the output, move the context before the input.
    state.type("Cjj jKK")
    #expect(chooser(state)?.facts.prefix(4).map(\.name) == ["name", "context", "input", "output"])
    let effects = state.type("<enter>")
    #expect(names(state).prefix(3) == ["name", "context", "input"])
    #expect(!names(state).contains("output"))
    #expect(effects == [.save(state.personal)])
    let again = Fixture.scoredState(personal: state.personal)
    #expect(names(again) == names(state))
    state.type("Cr")
    #expect(state.personal.columns == nil && names(state).contains("output"))
  }

  @Test func `nothing chosen is the columns that fit, and Esc changes nothing`() {
    var state = Fixture.scoredState()
    let before = state
    state.type("Cj j j <esc>")
    #expect(state.personal == before.personal && state.screen == before.screen)
    let shown = names(state).count
    state.type("C" + String(repeating: " j", count: shown) + "<enter>")
    #expect(names(state) == names(before))
  }

  @Test func `a flag goes before what is stored, and that before the config file`() throws {
    let coding = try #require(FactTable["coding"])
    let agentic = try #require(FactTable["agentic"])
    var personal = Fixture.everyRow
    var given = GivenChoices(columns: [coding], usualColumns: [agentic])
    #expect(names(Fixture.scoredState(personal: personal, given: given)) == ["name", "coding"])
    given.columns = nil
    #expect(names(Fixture.scoredState(personal: personal, given: given)) == ["name", "agentic"])
    personal.columns = ["id", "nothing"]
    #expect(names(Fixture.scoredState(personal: personal, given: given)) == ["id"])
  }

  @Test func `columns that do not fit are left out from the end`() {
    for columns in 40...200 {
      let state = Fixture.scoredState(
        columns: columns, given: GivenChoices(columns: FactTable.all))
      let slots = state.screen.columns.slots
      #expect(slots.first?.column.fact.name == "id" || slots.first?.column.fact.name == "name")
      let end = slots.last.map { $0.offset + $0.width } ?? 0
      #expect(end < state.layout.listRows.columns, "\(columns)")
    }
  }
}
