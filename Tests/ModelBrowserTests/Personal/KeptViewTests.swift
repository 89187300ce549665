import Foundation
import ModelCatalog
import ModelRegistry
import Support
import Testing

@testable import ModelBrowser

/// Named views: kept with `b`, listed in the sidebar.
struct KeptViewTests {
  private func view(_ name: String, _ state: State) -> KeptView? { state.personal.views[name] }

  private func form(_ state: State) -> ViewForm? {
    if case .viewForm(let form)? = state.overlays.last { form } else { nil }
  }

  /// Chooses a view's line of the sidebar.
  private func choose(_ name: String, _ state: inout State) throws {
    let row = try #require(state.search.sidebar.firstIndex { $0.choice == .view(name) })
    state.navigation.focus = .sidebar
    state.chooseSidebar(row)
    state.layOut()
  }

  /// With the views “haiku” and “core”.
  private func stateWithViews(columns: Int = 120, rows: Int = 36) -> State {
    var state = Fixture.state(columns: columns, rows: rows)
    state.type("/claude ctx<=200k<enter>ssb<c-u>haiku<enter>")
    state.type("<esc>tzb<c-u>core<enter>tzss")
    state.toast = nil
    return state
  }

  @Test func `b keeps query, order, columns, toggle and fold under a name`() throws {
    var state = Fixture.state()
    state.personal.columns = ["name", "context"]
    state.type("hjl/opus<enter>sSb")
    #expect(form(state)?.text == "source:core opus", "the query is offered as the name")
    state.type("<c-u>my view")
    let effects = state.type("<enter>")
    let kept = try #require(view("my view", state))
    #expect(kept.query == "source:core opus" && kept.columns == ["name", "context"])
    #expect(kept.sort == state.scope.order?.description)
    #expect(kept.showsOpenRouter && !kept.isFolded)
    #expect(effects == [.save(state.personal)] && state.overlays.isEmpty)
    #expect(state.toast?.text == "“my view” kept; the sidebar lists it")
    #expect(state.search.box.text == "opus" && state.search.choice == .term("source:core"))
    #expect(state.frame.text.contains("─ Views ─"))
  }

  @Test func `a view shows what was kept, and another choice returns to what was before`() throws {
    var state = stateWithViews()
    state.type("/sol<enter>")
    let before = state
    try choose("haiku", &state)
    #expect(state.search.box.text == "claude ctx<=200k" && !state.search.isFolded)
    #expect(state.search.shownIDs == ["anthropic/claude-haiku-4.5"])
    #expect(state.personal == before.personal, "nothing is stored")
    try choose("core", &state)
    #expect(!state.search.showsOpenRouter && state.search.isFolded)
    #expect(state.search.matches.allSatisfy { $0.index < 2 } && state.search.box.text == "")
    state.type("<esc>")
    #expect(state.search == before.search && state.personal == before.personal)
  }

  @Test func `the order of a view is its own, whatever was chosen with s`() throws {
    var state = Fixture.state()
    state.type("b<c-u>newest<enter>")
    #expect(view("newest", state)?.sort == nil)
    state.type("ss")
    let sorted = state.shownSort
    state.type("b<c-u>sorted<enter>")
    try choose("newest", &state)
    #expect(state.shownSort == QueryOrder(.new))
    state.type("s")
    #expect(state.sort == sorted, "an order that is chosen in a view is not stored")
    try choose("sorted", &state)
    #expect(state.shownSort == sorted)
    state.type("<esc>")
    #expect(state.shownSort == sorted)
  }

  @Test func `what is changed in a view is kept by b, and dropped by another choice`() throws {
    var state = stateWithViews()
    try choose("haiku", &state)
    state.type("/<c-u>opus<enter>t")
    state.type("<esc>")
    #expect(view("haiku", state)?.query == "claude ctx<=200k" && state.search.showsOpenRouter)
    try choose("haiku", &state)
    state.type("/<c-u>opus<enter>zb")
    #expect(form(state)?.text == "haiku")
    #expect(state.frame.text.contains("Enter replaces the kept view of this name"))
    state.type("<enter>")
    #expect(view("haiku", state)?.query == "opus" && view("haiku", state)?.isFolded == true)
    #expect(state.search.view?.name == "haiku" && state.toast?.text == "“haiku” replaced")
    #expect(!state.personal.isFolded)
    #expect(state.personal.views.names == ["haiku", "core"])
  }

  @Test func `a changed view that is kept under another name goes on under it`() throws {
    var state = stateWithViews()
    try choose("haiku", &state)
    state.type("/ 4.5<enter>b 2<enter>")
    #expect(
      state.search.choice == .view("haiku 2")
        && view("haiku 2", state)?.query == "claude ctx<=200k 4.5")
    #expect(view("haiku", state)?.query == "claude ctx<=200k")
  }

  @Test func `a view is renamed with Ctrl-r, and deleted with two Ctrl-x`() throws {
    var state = stateWithViews()
    try choose("haiku", &state)
    state.type("b<c-u>core<c-r>")
    #expect(form(state) != nil, "the name is another view's")
    state.type("<c-u>small")
    #expect(state.frame.text.contains("Ctrl-r renames “haiku”"))
    state.type("<c-r>")
    #expect(state.personal.views.names == ["small", "core"])
    #expect(state.search.choice == .view("small") && state.toast?.text == "“haiku” is now “small”")
    state.type("b<c-x>")
    #expect(state.frame.text.contains("Ctrl-x again deletes “small”"))
    state.type("<left>")
    #expect(!state.frame.text.contains("again deletes"), "another key takes it back")
    state.type("<c-x><c-x>")
    #expect(state.personal.views.names == ["core"] && state.toast?.text == "“small” deleted")
    #expect(state.search.choice == .term("") && state.search.box.text.isEmpty)
  }

  @Test func `the arrows step through what is kept`() {
    var state = stateWithViews()
    state.type("b<down>")
    #expect(form(state)?.text == "haiku")
    state.type("<down><down>")
    #expect(form(state)?.text == "core")
    state.type("<c-x><c-x>")
    #expect(state.personal.views.names == ["haiku"])
    state.type("b<up><c-u>other<c-r>")
    #expect(state.personal.views.names == ["other"])
  }

  @Test(arguments: ["cost<100", "pricee<3", "input<no/such-model"])
  func `a view whose query no longer reads is shown with its mistake`(query: String) throws {
    var personal = Fixture.everyRow
    var old = KeptView(name: "old")
    old.query = query
    old.isFolded = false
    personal.views.keep(old)
    var state = Fixture.state(personal: personal)
    #expect(!state.frame.text.contains(#/ old +! │/#), "the list goes first")
    _ = state.update(.searchPrepared)
    #expect(state.frame.text.contains(#/ old +! │/#))
    let all = state.search.shownIDs
    try choose("old", &state)
    #expect(state.search.box.text == query && state.search.hint != nil)
    #expect(state.search.shownIDs == all, "the list keeps what it had")
    #expect(state.personal.views["old"] == old)
  }

  @Test func `the sidebar counts a view's own models, whatever is typed`() {
    var state = stateWithViews()
    func count(_ name: String) -> Int? {
      state.search.sidebar.first { $0.choice == .view(name) }?.count
    }
    #expect(count("haiku") == 1 && count("core") == 1)
    state.type("/nothing at all")
    #expect(count("haiku") == 1 && count("core") == 1)
  }

  @Test(arguments: ["haiku", "core"])
  func `in a view the other lines count what they would show`(name: String) throws {
    var state = stateWithViews()
    state.type("/opus<enter>")
    func counts() -> [String] {
      state.search.sidebar.filter { $0.kind != .heading }.map { "\($0.title) \($0.count)" }
    }
    let before = counts()
    #expect(before.contains("All 2") && before.contains("Claude 2"))
    try choose(name, &state)
    #expect(counts() == before)
    state.navigation.focus = .sidebar
    let claude = try #require(state.search.sidebar.firstIndex { $0.title == "Claude" })
    state.chooseSidebar(claude)
    #expect(state.search.matches.count == 2 && counts() == before)
  }

  @Test func `the unread changes are no view, and a name is needed`() {
    var state = Fixture.stateWithNews()
    state.type("hjj<enter>b")
    #expect(state.overlays.isEmpty && state.toast?.text.contains("is:changed") == true)
    state.type("<esc>b<c-u><enter>")
    #expect(form(state) != nil && state.personal.views.all.isEmpty)
  }

  @Test func `a chosen view, and what was changed of it, is back in the next run`() throws {
    var state = stateWithViews()
    try choose("haiku", &state)
    state.type("z/ 4.5<enter>")
    state.toast = nil
    var personal = state.personal
    personal.lastView = state.lastView
    personal = try JSONDecoder().decode(
      PersonalState.self, from: try JSONEncoder().encode(personal))
    var next = State(
      snapshot: Fixture.snapshot, personal: personal, size: state.world.size, now: Fixture.now,
      restores: true)
    next.world.isLoaded = true
    _ = next.update(.searchPrepared)
    #expect(next.frame.text == state.frame.text)
    next.type("<esc>")
    #expect(next.search.choice == .term("") && !next.search.isFolded)
    personal.views.remove("haiku")
    let without = State(
      snapshot: Fixture.snapshot, personal: personal, size: state.world.size, now: Fixture.now,
      restores: true)
    #expect(without.search.box.text == "claude ctx<=200k 4.5", "its query is not lost with it")
  }

  @Test func `two browsers keep the views of both`() {
    func kept(_ name: String, _ query: String) -> KeptView {
      var view = KeptView(name: name)
      view.query = query
      return view
    }
    var before = PersonalState()
    for name in ["a", "b", "c"] { before.views.keep(kept(name, "old")) }
    var (first, second) = (before, before)
    first.views.keep(kept("a", "new"))
    first.views.remove("b")
    second.views.keep(kept("d", "mine"))
    second.views.rename("c", to: "e")
    let merged = second.merged(into: first, changedSince: before)
    #expect(Set(merged.views.names) == ["a", "d", "e"])
    #expect(merged.views["a"]?.query == "new" && merged.views["e"]?.query == "old")
  }

  @Test(arguments: ScreenTests.sizes)
  func `the form, and the views in the sidebar`(columns: Int, rows: Int) throws {
    var state = stateWithViews(columns: columns, rows: rows)
    try choose("haiku", &state)
    state.type("b")
    try Golden.expect(
      state.frame.text, matches: "views-\(columns)x\(rows)", in: "../Screens")
  }
}
