import Foundation
import ModelCatalog
import ModelRegistry
import Support
import Testing

@testable import ModelBrowser

/// What a new person sees, until the keys were used.
struct FirstStepTests {
  private func newPerson(columns: Int = 80, rows: Int = 24) -> State {
    Fixture.state(columns: columns, rows: rows, personal: PersonalState())
  }

  private func lastLine(_ state: State) -> String {
    state.frame.text.split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test(arguments: ScreenTests.sizes)
  func `the first run says what to type`(columns: Int, rows: Int) throws {
    let state = newPerson(columns: columns, rows: rows)
    try Golden.expect(state.frame.text, matches: "first-\(columns)x\(rows)", in: "../Screens")
  }

  @Test(arguments: ScreenTests.sizes)
  func `the second run, after the keys were used, has the usual hints`(
    columns: Int, rows: Int
  ) throws {
    var state = newPerson(columns: columns, rows: rows)
    state.type("/<esc><enter><enter>?<esc>")
    let stored = try JSONEncoder().encode(state.personal)
    let next = Fixture.state(
      columns: columns, rows: rows,
      personal: try JSONDecoder().decode(PersonalState.self, from: stored))
    try Golden.expect(next.frame.text, matches: "second-\(columns)x\(rows)", in: "../Screens")
  }

  @Test(arguments: [
    ("", "Try:  / type: claude is:free  Enter opens a model  ? keys and marks  q quit"),
    ("/<esc>", "Try:  Enter opens a model  ? keys and marks  q quit"),
    ("?<esc>", "Try:  / type: claude is:free  Enter opens a model  q quit"),
    ("<enter><enter>", "Try:  / type: claude is:free  ? keys and marks  q quit"),
    ("?search<enter><esc>", "Try:  Enter opens a model  q quit"),
  ])
  func `each hint goes away when its key was used`(keys: String, line: String) {
    var state = newPerson()
    state.type(keys)
    #expect(lastLine(state) == " " + line)
  }

  @Test func `it is stored once for each, and never again`() {
    var state = newPerson()
    for keys in ["/", "?", "<enter>"] {
      var stored = state.personal
      #expect(state.type(keys) == [.save(state.personal)])
      stored.firstSteps = state.personal.firstSteps
      #expect(stored == state.personal)
      state.type("<esc><esc>")
      #expect(state.type(keys).isEmpty)
      state.type("<esc><esc>")
    }
    #expect(lastLine(state).hasPrefix(" Enter detail  / search"))
  }

  @Test func `who has used the browser before is not new`() throws {
    let old = try JSONDecoder().decode(
      PersonalState.self, from: Data(#"{"favorites":["a/a"]}"#.utf8))
    #expect(old.firstSteps.isEmpty && PersonalState().firstSteps.count == 3)
  }

  @Test func `what was learned in either of two browsers is learned`() {
    var (first, second) = (PersonalState(), PersonalState())
    first.firstSteps.remove(.help)
    second.firstSteps.remove(.open)
    #expect(second.merged(into: first, changedSince: PersonalState()).firstSteps == [.search])
  }

  @Test func `a picker has no first steps`() {
    let state = State(
      snapshot: Fixture.snapshot, personal: PersonalState(), size: Size(columns: 80, rows: 24),
      now: Fixture.now, picker: Picker(takesMarks: false))
    #expect(!lastLine(state).contains("Try:"))
  }

  // MARK: - Letters and marks

  @Test func `the detail spells out the letters of the list`() {
    var state = Fixture.state(query: "google/gemini-3.7-flash")
    state.type("<enter>")
    #expect(state.frame.text.contains("Abilities      V vision   A audio   T tools"))
  }

  @Test func `the detail says what the mark in the list means, where it is shown`() {
    var state = Fixture.scoredState(columns: 200, rows: 50)
    let members = state.screen.columns.frontier?.members ?? []
    #expect(!members.isEmpty)
    for row in state.search.matches.indices {
      state.type("g" + String(repeating: "j", count: row))
      let isMarked = members.contains(state.search.matches[row].index)
      let isSaid = state.screen.detail.contains { line in
        line.map(\.text).joined().hasPrefix("◆              best intelligence for the price")
      }
      #expect(isSaid == isMarked)
    }
  }

  @Test func `a click on the letters spells them out`() throws {
    var state = Fixture.state()
    let slot = try #require(state.screen.columns.slots.first { $0.column.fact == .abilities })
    let area = state.layout.columnTitles
    _ = state.update(
      .input(
        .mouse(MouseInput(.press, row: area.row, column: area.column + slot.offset + 2))))
    #expect(
      state.toast?.text
        == "V vision  A audio  T tools  R reasoning  S structured  C caching  B batch")
  }

  @Test func `the help begins with the letters and marks of the list`() {
    var state = newPerson()
    state.type("?")
    let lines = state.frame.text.split(separator: "\n").map(String.init)
    let top = lines.firstIndex { $0.contains("In the list") } ?? 0
    #expect(lines[top + 1].contains("V vision  A audio  T tools  R reasoning  S structured"))
    #expect(lines[top + 2].contains("◆ best score for its price  ○ core: from its maker  ★ fav"))
    #expect(state.type("<enter>").isEmpty == false || state.navigation.focus == .search)
    state.type("<esc>?fold")
    #expect(!state.frame.text.contains("In the list"), "a filter is for actions")
  }

  @Test(arguments: [
    ("", "The next comparison is in 56 min; r makes one now."),
    ("refreshing", "OpenRouter's list is being fetched and compared."),
    ("offline", "Nothing is fetched, because the network is switched off."),
    ("no plan", "The list is compared at each refresh; r makes one now."),
  ])
  func `the empty list of changes says when it will fill`(way: String, words: String) {
    var state = Fixture.stateWithNews(columns: 80, rows: 24, entries: [])
    state.world.snapshot.isRefreshing = way == "refreshing"
    state.world.snapshot.isOffline = way == "offline"
    if way == "no plan" { state.world.snapshot.nextRefresh = nil }
    state.type("h<down><down><enter>")
    let text = state.frame.text
    #expect(text.contains(words), "\(text)")
  }

  // MARK: - Messages

  @Test(arguments: [
    ("c", "sidebar by author"), ("cccc", "sidebar by family"),
    ("f", "★ qwen/qwen3.8-27b is a favorite"),
    ("ff", "qwen/qwen3.8-27b is no longer a favorite"),
    ("s", "sorted by name ↑, A to Z"), ("sS", "sorted by name ↓, Z to A"),
    ("z", "one row a model: variants, aliases and core rows are counted behind the name"),
    ("zz", "every row"),
  ])
  func `a choice is answered with a message that goes by itself`(keys: String, message: String) {
    var state = Fixture.state()
    state.type(keys)
    #expect(state.toast?.text == message)
    _ = state.update(.timePassed(Fixture.now.addingTimeInterval(7)))
    #expect(state.toast == nil)
  }
}
