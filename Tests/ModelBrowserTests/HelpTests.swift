import Testing

@testable import ModelBrowser

/// The help as a palette of actions.
struct HelpTests {
  private func help(_ state: State) -> Help? {
    guard case .help(let help)? = state.overlays.last else { return nil }
    return help
  }

  private func names(_ state: State) -> [String] {
    (help(state)?.lines(state.keys) ?? []).compactMap { line in
      line.name
    }
  }

  @Test func `typing filters the actions by keys, names and texts, and Enter does one`() {
    var state = Fixture.state()
    state.type("?favo")
    #expect(names(state) == ["favorite"])
    state.type("<enter>")
    #expect(state.overlays.isEmpty && state.personal.favorites.count == 1)
    state.type("?copy id")
    #expect(names(state) == ["copy-id"], "every word has to be there")
    #expect(state.type("<enter>") == [.copy("qwen/qwen3.8-27b", label: "qwen/qwen3.8-27b")])
  }

  @Test func `the arrows choose among what the filter leaves`() {
    var state = Fixture.state()
    state.type("?copy<down>")
    #expect(
      names(state) == [
        "copy-id", "copy-address", "copy-as", "copy-command", "copy-table", "copy-compare-address",
        "copy-form", "close-forms", "copy-tag",
      ])
    let url = "https://openrouter.ai/qwen/qwen3.8-27b"
    #expect(state.type("<enter>") == [.copy(url, label: url)])
    state.type(
      "?copy" + String(repeating: "<down>", count: 10) + String(repeating: "<up>", count: 8))
    #expect(state.type("<enter>") == [.copy("qwen/qwen3.8-27b", label: "qwen/qwen3.8-27b")])
  }

  @Test func `an action that is named like the filter is selected before others`() {
    var state = Fixture.state()
    state.type("?quit")
    #expect(names(state).first == "back", "its text has the word, too")
    #expect(state.type("<enter>") == [.quit(0)])
    state.type("?refr")
    #expect(state.type("<enter>") == [.refresh])
  }

  @Test func `letters are letters, and Esc leaves whatever is typed`() {
    var state = Fixture.state()
    let before = state
    state.type("?qrt")
    #expect(help(state)?.filter.text == "qrt" && names(state).isEmpty)
    #expect(state.type("<enter>").isEmpty && !state.overlays.isEmpty, "there is nothing to do")
    state.type("<esc>")
    #expect(state.overlays.isEmpty && state.search == before.search)
    state.type("?quit<c-w>")
    _ = state.update(.input(.paste("sus\npend")))
    #expect(help(state)?.filter.text == "sus pend")
    state.type("<c-u>suspend")
    #expect(state.type("<enter>") == [.suspend])
  }

  @Test func `an action of the search box takes the focus there`() {
    var state = Fixture.state()
    state.type("/claude<enter>/<c-u><esc>?past query before<enter>")
    #expect(state.navigation.focus == .search && state.search.box.text == "claude")
  }

  @Test func `leaving the program works in the help, too`() {
    var state = Fixture.state()
    state.type("?")
    #expect(state.type("<c-c>") == [.quit(130)] && state.type("<c-z>") == [.suspend])
    #expect(!state.overlays.isEmpty)
  }

  @Test func `every action of panes and search box is there, and so is the legend`() {
    var state = Fixture.state()
    state.type("?")
    let expected = state.keys.groups.filter { $0.modes != [.help] }.flatMap(\.bindings).map(\.name)
    #expect(names(state) == expected)
    let legend = (help(state)?.lines(state.keys) ?? []).compactMap { line in
      if case .legend(let key, _) = line { key } else { nil }
    }
    for mark in ["V", "A", "T", "R", "S", "C", "B", "◆", "○", "★", "+ ~ ×", "● 12", "varies", "—"] {
      #expect(legend.contains(mark))
    }
  }

  @Test func `the selected line is visible at every size and place`() throws {
    for (columns, rows) in [(30, 8), (80, 24), (120, 36), (200, 90)] {
      var state = Fixture.state(columns: columns, rows: rows)
      state.type("?")
      for keys in ["", "<down>", "<pgdn>", "<pgdn><pgdn><pgdn>", "<up>", "<pgup>", "<down>"] {
        state.type(keys)
        let shown = try #require(help(state))
        let area = Help.area(in: state)
        let top = shown.visibleTop(in: area, state.keys)
        let line = shown.selectedLine(in: shown.lines(state.keys))
        #expect(line.map { (top..<top + Help.height(in: area)).contains($0) } == true)
      }
    }
  }

  @Test func `a click selects, the wheel moves, a click beside the help closes it`() {
    var state = Fixture.state()
    func press(_ row: Int, _ column: Int) -> [Effect] {
      state.update(.input(.mouse(MouseInput(.press, row: row, column: column))))
    }
    state.type("?copy")
    let area = Help.area(in: state)
    // Below the border, the filter, the title and the first action.
    #expect(press(area.row + 4, area.column + 4).isEmpty)
    #expect(help(state)?.selected == 1)
    _ = state.update(.input(.mouse(MouseInput(.wheelUp, row: 5, column: 5))))
    #expect(help(state)?.selected == 0)
    #expect(press(area.row, 0).isEmpty && state.overlays.isEmpty)
  }

  @Test func `the overlay on top gets the keys, and closing it uncovers the one below`() {
    var state = Fixture.state()
    state.type("?")
    state.overlays.append(.help(Help()))
    state.type("quit")
    #expect(state.overlays.first == .help(Help()), "the one below is untouched")
    state.type("<esc>")
    #expect(state.overlays == [.help(Help())])
    #expect(state.type("quit<enter>") == [.quit(0)] && state.overlays.isEmpty)
  }
}
