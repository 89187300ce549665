import Foundation
import ModelCatalog
import ModelRegistry
import Testing

@testable import ModelBrowser

/// Keys in, state and effects out.
struct UpdateTests {
  private func shownIDs(_ state: State) -> [String] {
    state.search.matches.map { state.catalog.models[$0.index].id }
  }

  @Test(
    arguments: [
      ("", "qwen/qwen3.8-27b"), ("j", "google/gemini-3.7-flash"),
      ("jjk", "google/gemini-3.7-flash"),
      ("G", "openrouter/auto"), ("Gg", "qwen/qwen3.8-27b"), ("k", "qwen/qwen3.8-27b"),
      ("<down><down>", "~anthropic/claude-opus-latest"), ("G<c-u>g<end>", "openrouter/auto"),
      ("/gemini<enter>", "google/gemini-3.7-flash"), ("s", "anthropic/claude-haiku-4.5"),
      ("/opus<down>", "anthropic/claude-opus-5"),
    ])
  func `keys lead to a model`(keys: String, id: String) {
    var state = Fixture.state()
    state.type(keys)
    #expect(state.navigation.selection == id)
  }

  @Test func `the list follows every key of the search box`() {
    var state = Fixture.state()
    state.type("/")
    var counts: [Int] = []
    for letter in ["c", "l", "a", "u", "<bs>", "<c-u>"] {
      state.type(letter)
      counts.append(state.search.matches.count)
    }
    #expect(counts.last == 11)
    #expect(counts[3] == 3)
    #expect(state.navigation.focus == .search)
  }

  @Test func `escape goes one level back and never quits`() {
    var state = Fixture.state()
    state.type("h<down>l/claude")
    #expect(state.search.sidebarTerm == "source:core")
    state.type("<c-u>sol?")
    #expect(state.search.box.text == "sol?", "? is a letter in the box")
    state.type("<bs><esc>")
    #expect(state.navigation.focus == .list && state.search.box.text == "sol")
    state.type("?")
    #expect(state.overlays == [.help(Help())])
    state.type("<esc>")
    #expect(state.overlays.isEmpty && state.search.box.text == "sol")
    state.type("<esc>")
    #expect(state.search.box.text.isEmpty && state.search.sidebarTerm == "source:core")
    state.type("<esc>")
    #expect(state.search.sidebarTerm.isEmpty)
    #expect(state.type("<esc>").isEmpty)
    #expect(shownIDs(state).count == 11)
  }

  @Test func `leaving has its own statuses, also where nothing can be seen`() {
    var state = Fixture.state()
    #expect(state.type("q") == [.quit(0)])
    #expect(state.type("<c-c>") == [.quit(130)])
    state.type("/")
    #expect(state.type("q").isEmpty, "q is a letter in the box")
    #expect(state.type("<c-c>") == [.quit(130)])
    var small = Fixture.state(columns: 5, rows: 2)
    #expect(small.type("q") == [.quit(0)])
    #expect(small.type("/r").isEmpty)
  }

  @Test func `the toggle hides OpenRouter, keeps the choice and the counts in the header`() {
    var state = Fixture.state()
    let effects = state.type("t")
    #expect(shownIDs(state) == ["gpt-5.6-sol"])
    #expect(
      effects.contains { if case .save(let kept) = $0 { !kept.showsOpenRouter } else { false } })
    #expect(
      state.frame.text(row: 0).hasPrefix(" modeldex  11 models · 1 core · 10 OpenRouter [off]"))
    state.type("t")
    #expect(shownIDs(state).count == 11)
  }

  @Test func `a favorite is kept, marked and found`() {
    var state = Fixture.state()
    guard case .save(let personal)? = state.type("f").first else {
      Issue.record("nothing is kept")
      return
    }
    #expect(personal.favorites == ["qwen/qwen3.8-27b"])
    #expect(state.frame.text.contains("★"))
    state.type("/is:favorite")
    #expect(shownIDs(state) == ["qwen/qwen3.8-27b"])
    state.type("<esc>f")
    #expect(state.personal.favorites.isEmpty)
  }

  @Test func `x goes through the rows of the same model, and round`() {
    var state = Fixture.state(query: "gpt-5.6-sol")
    while state.navigation.selection != "openai/gpt-5.6-sol" { state.type("j") }
    var walked: [Model.ID?] = []
    for _ in 0..<4 {
      walked.append(state.navigation.selection)
      state.type("x")
    }
    #expect(
      walked == [
        "openai/gpt-5.6-sol", "gpt-5.6-sol", "openai/gpt-5.6-sol:batch", "openai/gpt-5.6-sol",
      ])
  }

  @Test func `x leaves a view that holds no other row`() {
    var state = Fixture.state()
    state.type("t")
    #expect(state.navigation.selection == "gpt-5.6-sol")
    state.type("x")
    #expect(state.navigation.selection == "openai/gpt-5.6-sol" && state.personal.showsOpenRouter)
  }

  @Test func `x says so where there is one row only`() {
    var state = Fixture.state()
    state.type("x")
    #expect(state.toast?.text == "qwen/qwen3.8-27b has no other row")
  }

  @Test func `sharing: the id, the page's address, the page, the view as a command`() {
    var state = Fixture.state(query: "opus input<=5")
    let url = "https://openrouter.ai/anthropic/claude-opus-5"
    state.selectRow(shownIDs(state).firstIndex(of: "anthropic/claude-opus-5") ?? 0)
    #expect(
      state.type("y")
        == [.copy("anthropic/claude-opus-5", label: "anthropic/claude-opus-5")])
    #expect(state.type("Y") == [.copy(url, label: url)])
    #expect(state.type("o") == [.openPage(url: url)])
    #expect(
      state.type("e") == [
        .copy("modeldex list 'opus input<=5'", label: "modeldex list 'opus input<=5'")
      ])
    state.type("ssst")
    #expect(state.command.hasSuffix("source:core sort:price'"))
  }

  @Test func `a command that begins with a minus is kept from being a flag`() {
    let state = Fixture.state(query: "-claude")
    #expect(state.command == "modeldex list -- '-claude'")
  }

  @Test func `sorting goes through all keys and turns around`() {
    var state = Fixture.state()
    var keys: [String] = []
    for _ in 0..<5 {
      state.type("s")
      keys.append(state.sort.description)
    }
    #expect(keys == ["name", "price", "output", "-ctx", "new"])
    state.type("ss")
    let cheapest = shownIDs(state)
    #expect(cheapest.first == "openai/gpt-oss-20b:free")
    state.type("S")
    #expect(state.sort.description == "-price")
    let dearest = shownIDs(state)
    #expect(dearest.suffix(2) == cheapest.suffix(2), "unknown and variable stay last")
  }

  @Test func `Tab completes, goes on, and the next letter keeps the text`() {
    var state = Fixture.state()
    state.type("/auth<tab>")
    #expect(state.search.box.text == "author:")
    state.type("goo<tab>")
    #expect(state.search.box.text == "author:google" && state.search.completion == nil)
    state.type("<c-u>author:<tab>")
    let first = state.search.box.text
    state.type("<tab>")
    #expect(state.search.box.text != first && state.search.completion != nil)
    state.type("<s-tab>")
    #expect(state.search.box.text == first)
    state.type(" x")
    #expect(state.search.completion == nil && state.search.box.text == first + " x")
  }

  @Test func `past queries are kept without repeats and walked through`() {
    var state = Fixture.state()
    state.type("/claude<enter>/<c-u>gemini<enter>/<c-u>claude<enter>/<c-u>dra")
    #expect(state.personal.pastQueries == ["claude", "gemini"])
    state.type("<c-p>")
    #expect(state.search.box.text == "claude")
    state.type("<c-p><c-p>")
    #expect(state.search.box.text == "gemini")
    state.type("<c-n><c-n>")
    #expect(state.search.box.text == "dra")
  }

  @Test func `pasted text goes into the search box, never to the keys`() {
    var state = Fixture.state()
    let effects = state.update(.input(.paste("q\nr claude")))
    #expect(
      effects.isEmpty && state.navigation.focus == .search && state.search.box.text == "q r claude")
  }

  @Test func `r requests a refresh and reports how it ended`() {
    var state = Fixture.state()
    #expect(state.type("r") == [.refresh])
    _ = state.update(.refreshEnded(.success(.unchanged)))
    #expect(state.toast?.text == "refreshed: nothing has changed")
    state.type("r")
    _ = state.update(.refreshEnded(.failure(.unreachable("connection refused"))))
    #expect(
      state.toast
        == .error("OpenRouter cannot be reached: connection refused; nothing was lost"))
    state.type("j")
    #expect(state.toast == nil, "an error stays until a key")
  }

  @Test func `the mouse selects, opens, sorts, scrolls and focuses`() throws {
    var state = Fixture.state()
    let layout = state.layout
    func press(_ row: Int, _ column: Int) {
      _ = state.update(.input(.mouse(MouseInput(.press, row: row, column: column))))
    }
    press(layout.listRows.row + 2, layout.listRows.column + 5)
    #expect(state.selectedRow == 2)
    press(layout.listRows.row + 2, layout.listRows.column + 5)
    #expect(state.navigation.focus == .detail)
    press(layout.search.row, layout.search.column + 3)
    #expect(state.navigation.focus == .search)
    let sidebar = try #require(layout.sidebarItems)
    press(sidebar.row + 1, sidebar.column + 2)
    #expect(state.search.sidebarTerm == "source:core" && state.navigation.focus == .sidebar)
    press(sidebar.row, sidebar.column + 2)
    let price = ListColumns(width: layout.listRows.columns).slots.first {
      $0.column.fact == .price(.input)
    }
    press(layout.columnTitles.row, layout.columnTitles.column + (price?.offset ?? 0) + 2)
    #expect(state.sort.description == "price")
    _ = state.update(
      .input(.mouse(MouseInput(.wheelDown, row: layout.listRows.row, column: 40))))
    press(layout.header.row, (Header.toggleColumns(of: state).first ?? 0) + 1)
    #expect(!state.personal.showsOpenRouter)
  }

  @Test func `an Alt key that means nothing is Esc and that key`() {
    var state = Fixture.state()
    state.handleAll([.alt("j"), .alt("j")])
    #expect(state.navigation.selection == "~anthropic/claude-opus-latest")
    state.type("/claude")
    state.handleAll([.alt("?")])
    #expect(state.navigation.focus == .list && state.overlays == [.help(Help())])
    state.handleAll([.alt("q")])
    #expect(state.overlays.isEmpty)
    state.type("/opus")
    #expect(state.handleAll([.alt("q")]).last == .quit(0))
  }

  @Test func `an Alt key with a meaning keeps it`() {
    var state = Fixture.state()
    state.type("/claude opus")
    state.handleAll([.alt("b")])
    state.type("x")
    #expect(state.search.box.text == "claude xopus" && state.navigation.focus == .search)
  }

  @Test func `Control with an arrow moves by a word in a text and is the arrow elsewhere`() {
    var state = Fixture.state()
    state.type("/claude opus")
    state.handleAll([.controlLeft])
    state.type("x")
    state.handleAll([.controlLeft, .controlLeft, .controlRight])
    state.type("y")
    #expect(state.search.box.text == "claudey xopus")
    state.type("<esc>")
    let pane = state.navigation.focus
    state.handleAll([.controlLeft])
    #expect(state.navigation.focus != pane)
    state.handleAll([.controlRight])
    #expect(state.navigation.focus == pane)
  }

  @Test func `inside GNU screen the mouse is off until it is chosen, and the choice is its own`() {
    var state = Fixture.state(isGNUScreen: true)
    #expect(state.type("m").first == .setMouse(true))
    #expect(state.personal.usesMouse && state.personal.usesMouseInGNUScreen)
    #expect(state.type("m").first == .setMouse(false))
    #expect(state.personal.usesMouse && !state.personal.usesMouseInGNUScreen)
    var other = Fixture.state()
    #expect(other.type("m").first == .setMouse(false))
  }
}

extension State {
  @discardableResult
  fileprivate mutating func handleAll(_ keys: [Key]) -> [Effect] {
    keys.flatMap { update(.input(.key($0))) }
  }
}
