import Testing

@testable import ModelBrowser

/// Keys from `config.json`.
struct CustomKeyTests {
  private func state(_ entries: [String: String]) throws -> State {
    var state = State(
      snapshot: Fixture.snapshot, personal: Fixture.everyRow,
      size: Size(columns: 120, rows: 36), now: Fixture.now,
      keys: try KeyTable(custom: entries))
    state.world.isLoaded = true
    return state
  }

  @Test func `a person's key does the action, and the standard keys no longer do`() throws {
    var state = try state(["refresh": "R", "quit": "Q"])
    #expect(state.type("R") == [.refresh] && state.type("Q") == [.quit(0)])
    #expect(state.type("rq").isEmpty && state.type("<c-r>").isEmpty)
    state.type("/")
    #expect(
      state.type("<c-r>R").isEmpty && state.search.box.text == "R", "R is a letter in the box")
  }

  @Test func `several keys are written with spaces between`() throws {
    var state = try state(["down": "n Down", "page-down": "F3 Ctrl-v"])
    state.type("n")
    state.type("<down>")
    #expect(state.selectedRow == 2)
    state.type("j")
    #expect(state.selectedRow == 2)
    state.type("<c-v>")
    #expect(state.selectedRow == 10)
  }

  @Test func `keys of the search box can be chosen as well`() throws {
    var state = try state(["older-query": "Alt-p", "newer-query": "Alt-n"])
    state.type("/claude<enter>/<c-u>")
    _ = state.update(.input(.key(.alt("p"))))
    #expect(state.search.box.text == "claude")
  }

  @Test func `hint bar, help and other texts show the person's keys`() throws {
    var state = try state(["refresh": "R", "quit": "Q", "back": "u", "openrouter": "Ctrl-t"])
    let hints = state.frame.text(row: 35)
    #expect(hints.contains("R refresh") && hints.contains("Q quit"))
    #expect(hints.contains("Ctrl-t OpenRouter"))
    state.type("/nothing at all<enter>")
    #expect(state.frame.text.contains("u clears the query"))
    state.type("?quit")
    #expect(state.frame.text.split(separator: "\n").contains { $0.contains("▸ Q  ") })
    _ = state.update(.resized(Size(columns: 12, rows: 5)))
    #expect(state.frame.text.contains("Q quits") && state.type("Q") == [.quit(0)])
  }

  @Test(
    arguments: [
      (["fly": "x"], "fly: there is no such action; the help (?) shows their names"),
      (
        ["quit": "Q", "sort": "Big"],
        "sort: “Big” is not a key; keys are written like R, Space, Ctrl-r, Alt-r, F5, Enter, PgDn"
      ),
      (
        ["quit": ""],
        "quit: “” is not a key; keys are written like R, Space, Ctrl-r, Alt-r, F5, Enter, PgDn"
      ),
      (["quit": "f"], "quit: f is the key of favorite"),
      (["refresh": "R", "quit": "R"], "refresh: R is the key of quit"),
      (["complete": "x"], "complete: x types a letter where this action is used"),
      (["complete": "Ctrl-c"], "complete: Ctrl-c is the key of interrupt"),
    ])
  func `an impossible entry is named in the error`(entries: [String: String], sentence: String) {
    #expect { try KeyTable(custom: entries) } throws: { error in
      (error as? KeyFault)?.description == sentence
    }
  }

  @Test func `two actions can exchange their keys`() throws {
    var state = try state(["favorite": "t", "openrouter": "f"])
    state.type("f")
    #expect(!state.search.showsOpenRouter)
  }
}
