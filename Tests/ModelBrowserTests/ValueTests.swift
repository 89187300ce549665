import Foundation
import ModelCatalog
import ModelRegistry
import Support
import Testing

@testable import ModelBrowser

/// The picture of value: keys in, screen and selection out.
struct ValueTests {
  private static func state(
    columns: Int = 120, rows: Int = 36, query: String = "", models: [Model] = ScoredModels.models
  ) -> State {
    var snapshot = Fixture.snapshot
    snapshot.catalog = Catalog(models)
    return Fixture.state(columns: columns, rows: rows, query: query, snapshot: snapshot)
  }

  private func value(_ state: State) -> Value? {
    guard case .value(let value)? = state.overlays.last else { return nil }
    return value
  }

  /// The line that names the selected model.
  private func named(_ state: State) -> String {
    state.frame.text.split(separator: "\n").last { $0.hasPrefix(" ◉ ") }
      .map { String($0.dropFirst(3)) } ?? ""
  }

  @Test(arguments: ScreenTests.sizes)
  func `the picture at every size`(columns: Int, rows: Int) throws {
    var state = Self.state(columns: columns, rows: rows)
    state.type("v<tab>")
    try Golden.expect(state.frame.text, matches: "value-\(columns)x\(rows)", in: "Screens")
  }

  @Test func `a query's models alone are in the picture`() throws {
    var state = Self.state(columns: 80, rows: 24, query: "author:openai is:variant")
    state.type("v<tab>")
    try Golden.expect(state.frame.text, matches: "value-query-80x24", in: "Screens")
  }

  @Test func `models without scores are a sentence, and every key is harmless`() throws {
    var state = Self.state(columns: 80, rows: 24, query: "acme")
    state.type("v")
    #expect(state.frame.text.contains("Nothing to plot: no model has both figures, intelligence"))
    state.type("<left><right><up><down><tab><s-tab>")
    #expect(value(state) != nil)
    state.type("<enter>")
    #expect(state.overlays.isEmpty && state.selectedModel?.id == "acme/plain")
  }

  @Test func `the selected model is named with both figures, the source below`() {
    var state = Self.state(query: "-batch sort:-intelligence")
    state.type("v")
    #expect(
      named(state)
        == "inclusionAI: Ling-2.6-flash  intelligence 14.2 · mean 0.02 $/M · on the frontier")
    state.type("<right>")
    #expect(named(state).hasPrefix("OpenAI: gpt-oss-20b  intelligence 15.2 · mean 0.08 $/M"))
    #expect(state.frame.text.contains("Scores: Artificial Analysis via OpenRouter"))
  }

  @Test func `arrows go from point to point, and Enter to that model in the list`() {
    var state = Self.state()
    state.type("/opus-5 -batch<enter>v")
    #expect(named(state).hasPrefix("Claude Opus 5 "))
    state.type("<esc><esc>v")
    #expect(named(state).hasPrefix("Google: Gemini 3.7 Flash  "), "the first of the list")
    state.type("<right>")
    let right = named(state)
    #expect(!right.hasPrefix("Google: Gemini 3.7 Flash  "))
    state.type("<left>")
    #expect(named(state) != right)
    state.type("llllllllllllllllllllllll")
    #expect(named(state).hasPrefix("Claude Opus 5  intelligence 63.1 · mean 15.00 $/M"))
    state.type("<enter>")
    #expect(state.overlays.isEmpty)
    #expect(state.navigation.selection == "anthropic/claude-opus-5")
    #expect(state.navigation.focus == .list)
  }

  @Test func `Tab changes the score and keeps the model`() {
    var state = Self.state(query: "sort:coding")
    state.type("v")
    #expect(value(state)?.score.name == "coding", "the order of the list is by coding")
    let name = named(state).prefix { $0 != " " }
    for score in ["agentic", "intelligence", "coding"] {
      state.type("<tab>")
      #expect(value(state)?.score.name == score)
      #expect(named(state).hasPrefix(name))
    }
    state.type("<s-tab>")
    #expect(value(state)?.score.name == "intelligence")
  }

  @Test func `Esc leaves the list as it was`() {
    var state = Self.state()
    state.type("jjj")
    let before = state
    state.type("v<right><up><tab><esc>")
    #expect(state == before)
    state.type("v<right>v")
    #expect(state == before)
  }

  @Test(
    arguments: [
      ("", "modeldex plot --y intelligence"),
      ("claude ctx>=200k", "modeldex plot --y intelligence 'claude ctx>=200k'"),
      ("-preview", "modeldex plot --y intelligence -- '-preview'"),
      ("it's", "modeldex plot --y intelligence 'it'\\''s'"),
    ])
  func `the picture is copied as a command`(query: String, command: String) {
    var state = Self.state(query: query)
    state.type("v")
    #expect(state.type("e") == [.copy(command, label: command)])
    #expect(value(state) != nil, "it stays open")
    _ = state.update(.copied(command, .copied(with: "xclip")))
    #expect(state.frame.text.contains("● copied with xclip: \(command.prefix(30))"))
  }

  @Test func `the copied command has what the list hides, and the score`() {
    var state = Self.state()
    state.type("tv<tab>")
    #expect(
      state.type("e") == [
        .copy(
          "modeldex plot --y coding 'source:core'", label: "modeldex plot --y coding 'source:core'")
      ])
  }

  @Test func `the commands of a past catalogue have its date`() {
    let date = Fixture.date("2026-07-31")
    var state = State(
      snapshot: Fixture.snapshot, personal: Fixture.everyRow,
      size: Size(columns: 120, rows: 36), now: Fixture.now, query: "claude",
      pastCatalog: PastCatalog(date: date, catalog: Catalog(ScoredModels.models)))
    let past = "--as-of 2026-07-31T00:00:00Z 'claude'"
    #expect(state.type("e") == [.copy("modeldex list \(past)", label: "modeldex list \(past)")])
    #expect(
      state.type("ve") == [
        .copy(
          "modeldex plot --y intelligence \(past)", label: "modeldex plot --y intelligence \(past)")
      ])
  }

  @Test func `a click selects the nearest point, a second one goes to the list`() throws {
    var state = Self.state()
    state.type("v")
    // The cheapest point of the frontier is the first from the left.
    let lines = state.frame.text.split(separator: "\n").map(Array.init)
    let marks = lines.indices.dropFirst(3).compactMap { row in
      lines[row].firstIndex(of: "◆").map { (row: row, column: $0) }
    }
    let (row, column) = try #require(marks.min { $0.column < $1.column })
    func press(_ row: Int, _ column: Int) {
      _ = state.update(.input(.mouse(MouseInput(.press, row: row, column: column))))
    }
    press(row, column + 1)
    #expect(named(state).hasPrefix("inclusionAI: Ling-2.6-flash  "))
    press(0, 0)
    #expect(value(state) != nil, "the header is not part of it")
    press(row, column)
    #expect(state.overlays.isEmpty)
    #expect(state.navigation.selection == "inclusionai/ling-2.6-flash")
  }

  @Test func `news while it is open keeps the selected model`() {
    var state = Self.state()
    state.type("v<right><right>")
    let name = named(state).prefix { $0 != "·" }
    var snapshot = Fixture.snapshot
    snapshot.catalog = Catalog(
      ScoredModels.models.filter { $0.author != "openai" || $0.id.contains("sol") })
    _ = state.update(.snapshotArrived(snapshot))
    #expect(value(state) != nil)
    #expect(named(state).hasPrefix(name) || !ScoredModels.models.contains { $0.name == name })
  }

  @Test func `leaving the program works in the picture, too`() {
    var state = Self.state()
    state.type("v")
    #expect(state.type("<c-c>") == [.quit(130)] && state.type("<c-z>") == [.suspend])
    #expect(state.type("q") == [.quit(0)])
  }

  @Test func `an action of the picture opens it from the help`() {
    var state = Self.state()
    state.type("?next-score<enter>")
    #expect(value(state)?.score.name == "coding")
  }
}
