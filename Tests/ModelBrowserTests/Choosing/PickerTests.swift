import Foundation
import ModelCatalog
import Testing

@testable import ModelBrowser

/// `modeldex pick`: keys in, effects out.
struct PickerTests {
  private func state(
    takesMarks: Bool = false, query: String = "", columns: Int = 100
  ) -> State {
    var state = State(
      snapshot: Fixture.snapshot, personal: Fixture.everyRow,
      size: Size(columns: columns, rows: 24),
      now: Fixture.now, query: query, picker: Picker(takesMarks: takesMarks))
    state.world.isLoaded = true
    return state
  }

  /// Without what is stored on the way.
  private func ends(_ effects: [Effect]) -> [Effect] {
    effects.filter { effect in
      if case .save = effect { false } else { true }
    }
  }

  private func picked(_ effects: [Effect]) -> [Model.ID]? {
    guard case .pick(let ids)? = effects.last else { return nil }
    return ids
  }

  @Test func `it opens in the search box, and Enter there picks the selected model`() throws {
    var state = state()
    #expect(state.navigation.focus == .search)
    #expect(state.frame.text.contains("Enter pick"))
    let effects = state.type("gpt-5.6-sol source:openrouter<enter>")
    #expect(picked(effects) == ["openai/gpt-5.6-sol"])
    #expect(state.personal.pastQueries.first == "gpt-5.6-sol source:openrouter")
  }

  @Test func `arrows choose from the box, and Enter in the list picks too`() throws {
    var state = state(query: "source:openrouter")
    let ids = state.search.matches.map { state.catalog.models[$0.index].id }
    #expect(picked(state.type("<down><down><enter>")) == [ids[2]])
    var list = self.state(query: "source:openrouter")
    list.type("<esc>")
    #expect(list.navigation.focus == .list && list.frame.text.contains("Enter pick"))
    #expect(picked(list.type("j<enter>")) == [ids[1]])
  }

  @Test func `Enter where nothing matches does nothing`() {
    var state = state(query: "nothing-like-it-at-all")
    let before = state
    #expect(state.type("<enter>").isEmpty && state.navigation.focus == .search)
    #expect(state.search.box == before.search.box)
    #expect(ends(state.type("<esc><enter>")).isEmpty)
  }

  @Test func `Esc leaves one thing after another, and then ends with 130`() {
    var state = state(query: "claude")
    #expect(ends(state.type("<esc>")).isEmpty && state.navigation.focus == .list)
    #expect(state.type("<esc>").isEmpty && state.search.box.text.isEmpty)
    #expect(state.type("<esc>") == [.quit(130)])
    var fresh = self.state()
    #expect(fresh.type("<esc>").isEmpty)
    #expect(fresh.type("<esc>") == [.quit(130)])
    // A mark is something to leave.
    var marked = self.state(takesMarks: true)
    #expect(marked.type("<esc> <esc>").isEmpty && marked.navigation.marks.isEmpty)
    #expect(marked.type("<esc>") == [.quit(130)])
  }

  @Test func `q outside of the box and Ctrl-c end with 130`() {
    var state = state()
    #expect(state.type("q").isEmpty && state.search.box.text == "q")
    #expect(ends(state.type("<esc>q")) == [.quit(130)])
    #expect(self.state().pressing("<c-c>") == [.quit(130)])
    var small = self.state(columns: 100)
    _ = small.update(.resized(Size(columns: 10, rows: 3)))
    #expect(small.pressing("<c-c>") == [.quit(130)])
  }

  @Test func `marks are taken in their order, and without one the selected model`() throws {
    var state = state(takesMarks: true, query: "source:openrouter")
    let ids = state.search.matches.map { state.catalog.models[$0.index].id }
    state.type("<esc>jj <up><up><up> ")
    #expect(state.frame.text.contains("Enter pick"))
    #expect(picked(state.type("<enter>")) == [ids[2], ids[0]])
    var unmarked = self.state(takesMarks: true, query: "source:openrouter")
    #expect(picked(unmarked.type("<esc>j<enter>")) == [ids[1]])
  }

  @Test func `without --multi Space marks nothing`() {
    var state = state(query: "source:openrouter")
    state.type("<esc>  ")
    #expect(state.navigation.marks.isEmpty)
    #expect(picked(state.type("<enter>"))?.count == 1)
  }

  @Test func `overlays and the detail have their own Enter`() {
    var state = state(query: "source:openrouter")
    #expect(picked(state.type("<esc>C<enter>")) == nil)
    state.type("<tab>")
    #expect(state.navigation.focus == .detail && picked(state.type("<enter>")) == nil)
  }

  @Test func `the browser itself picks nothing`() {
    var state = Fixture.state(query: "source:openrouter")
    #expect(picked(state.type("/<enter><enter>")) == nil)
    #expect(state.type("q") == [.quit(0)])
  }
}

extension State {
  fileprivate func pressing(_ keys: String) -> [Effect] {
    var state = self
    return state.type(keys)
  }
}
