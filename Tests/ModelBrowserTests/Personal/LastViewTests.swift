import Foundation
import ModelCatalog
import ModelRegistry
import Testing

@testable import ModelBrowser

/// The browser begins where the last run ended.
struct LastViewTests {
  /// The state of a next run, which reads what `state` leaves for it.
  private func next(
    after state: State, query: String = "", snapshot: Snapshot? = nil, restores: Bool = true
  ) throws -> State {
    var personal = state.personal
    personal.lastView = state.lastView
    personal = try JSONDecoder().decode(
      PersonalState.self, from: try JSONEncoder().encode(personal))
    var next = State(
      snapshot: snapshot ?? Fixture.snapshot, personal: personal, size: state.world.size,
      now: Fixture.now, query: query, restores: restores)
    next.world.isLoaded = true
    return next
  }

  /// Compares the texts first, which are legible in a failure.
  private func expectSameScreen(_ state: State, _ expected: State) {
    #expect(state.frame.text == expected.frame.text)
    let hasSameStyles = state.frame == expected.frame
    #expect(hasSameStyles)
  }

  private static let coreOnly: Snapshot = {
    var snapshot = Fixture.snapshot
    snapshot.catalog = Catalog(Fixture.models.filter { $0.source == .core })
    snapshot.freshness = .coreOnly
    return snapshot
  }()

  static let walks = [
    "", "jjj", "/claude<enter>j", "/ctx>=200k<enter>Gk", "hjj", "hG", "hGljj", "<enter>jj",
    "j<tab>jj", "/sol", "/opus<enter>ss", "t", "cch", "/haiku<enter><enter>", "hjjjjjjlj",
    "/claude pricee<3<enter>", "zzG",
  ]

  @Test(arguments: walks, [(30, 8), (80, 24), (120, 36)])
  func `the next run shows the same screen`(keys: String, size: (Int, Int)) throws {
    var state = Fixture.state(columns: size.0, rows: size.1)
    state.type(keys)
    state.toast = nil
    let next = try next(after: state)
    expectSameScreen(next, state)
    #expect(next.navigation.focus == state.navigation.focus)
  }

  @Test(arguments: walks)
  func `models that come after the first frame are waited for`(keys: String) throws {
    var state = Fixture.state(columns: 80, rows: 24)
    state.type(keys)
    state.toast = nil
    var next = try next(after: state, snapshot: Self.coreOnly)
    next.world.isLoaded = false
    #expect(next.lastView == state.lastView, "an early end loses nothing")
    _ = next.update(.snapshotArrived(Fixture.snapshot))
    expectSameScreen(next, state)
  }

  @Test func `a key before the models are there ends the wait`() throws {
    var state = Fixture.state()
    state.type("/claude<enter>jj")
    var next = try next(after: state, snapshot: Self.coreOnly)
    next.type("<esc>")
    _ = next.update(.snapshotArrived(Fixture.snapshot))
    #expect(next.navigation.selection == "gpt-5.6-sol" && next.search.box.text.isEmpty)
  }

  @Test func `unread changes come with the history, and the place among them with it`() throws {
    var state = Fixture.stateWithNews()
    state.type("hjj<enter>j")
    #expect(state.search.choice == .inbox && state.selectedRow == 1)
    var personal = state.personal
    personal.lastView = state.lastView
    var next = State(
      snapshot: Fixture.longerSnapshot, personal: personal, size: state.world.size,
      now: Fixture.now, hasHistory: true, restores: true)
    #expect(next.search.choice == .inbox && next.selectedRow == nil)
    _ = next.update(.newsRead(.success(Fixture.entries)))
    #expect(next.navigation.selection == state.navigation.selection)
  }

  @Test func `a query on the command line goes first`() throws {
    var state = Fixture.state()
    state.type("hjjjl/claude<enter>j")
    let next = try next(after: state, query: "sol")
    #expect(next.search.queryText == "sol" && next.selectedRow == 0)
  }

  @Test func `a person who does not want it begins at the top`() throws {
    var state = Fixture.state()
    state.type("hjjjl/claude<enter>j")
    let next = try next(after: state, restores: false)
    expectSameScreen(next, Fixture.state())
  }

  @Test(arguments: ["cost<100", "pricee<3", "is:frea", "input<no/such-model", "ctx>=x"])
  func `a query that no longer reads is shown with its mistake`(query: String) throws {
    var state = Fixture.state()
    state.personal.lastView = LastView(query: query)
    let next = State(
      snapshot: Fixture.snapshot, personal: state.personal, size: state.world.size,
      now: Fixture.now, restores: true)
    #expect(next.search.box.text == query && next.search.hint != nil)
    #expect(next.search.matches.count == state.search.matches.count, "the list is all models")
    #expect(next.lastView.query == query)
  }

  @Test func `a comparison with a model is read again when the list has it`() throws {
    var state = Fixture.state()
    state.type("/input<anthropic/claude-opus-5<enter>")
    #expect(state.search.hint == nil)
    var next = try next(after: state, snapshot: Self.coreOnly)
    #expect(next.search.hint != nil, "nothing is known of it")
    _ = next.update(.snapshotArrived(Fixture.snapshot))
    #expect(next.search.hint == nil && next.search.shownIDs == state.search.shownIDs)
  }

  @Test func `a model that is gone hands over to the row in its place`() throws {
    var state = Fixture.state()
    state.type("jjj")
    let gone = state.navigation.selection
    let row = state.selectedRow
    var snapshot = Fixture.snapshot
    snapshot.catalog = Catalog(Fixture.models.filter { $0.id != gone })
    let next = try next(after: state, snapshot: snapshot)
    #expect(next.selectedRow == row)
  }

  @Test(arguments: [
    #"{"row":9223372036854775807,"listTop":-9223372036854775808,"selection":"gpt-5.6-sol"}"#,
    #"{"row":-5,"listTop":99999999,"detailTop":1e9,"sidebarTop":70000,"selection":"openai/gone"}"#,
    #"{"focus":"detail","isDetailLarge":true,"selection":null,"term":"category:none"}"#,
    #"{"focus":"nowhere","query":7,"term":["x"],"changed":"yes"}"#,
    #"{"term":"is:free is:new \"","query":"\u0007","selection":"qwen/qwen3.8-27b"}"#,
  ])
  func `whatever the file says, there is a list and a selection`(json: String) throws {
    let personal = try JSONDecoder().decode(
      PersonalState.self, from: Data(#"{"favorites":["a/a"],"lastView":\#(json)}"#.utf8))
    #expect(personal.favorites == ["a/a"])
    var state = State(
      snapshot: Fixture.snapshot, personal: personal, size: Size(columns: 80, rows: 24),
      now: Fixture.now, restores: true)
    state.world.isLoaded = true
    #expect(state.selectedRow != nil)
    let text = state.frame.text
    state.type("jk")
    #expect(state.frame.text == text, "a key and its opposite scroll nothing into view")
  }

  @Test func `of two browsers the one whose view is another is followed`() {
    var before = PersonalState()
    before.lastView = LastView(query: "old")
    var (moved, stayed) = (before, before)
    moved.lastView = LastView(query: "new")
    stayed.favorites = ["a/a"]
    #expect(stayed.merged(into: moved, changedSince: before).lastView?.query == "new")
    #expect(moved.merged(into: stayed, changedSince: before).lastView?.query == "new")
  }
}
