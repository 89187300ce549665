import ModelCatalog
import Testing

@testable import ModelBrowser

/// A number before a movement repeats it, as in vi, less and tig.
struct NumberPrefixTests {
  @Test(arguments: [
    ("3j", 3), ("j2j", 3), ("G4k", 6), ("5G", 4), ("5g", 4), ("1G", 0), ("10j", 10), ("999j", 10),
    ("99999999999999999999999j", 10), ("0j", 1), ("30<c-u>", 0), ("G2g", 1), ("99G", 10),
    ("2<down>", 2), ("4j2<up>", 2), ("999999999999<pgdn>", 10), ("3<esc>j", 1), ("3?<esc>j", 1),
    ("4\u{661}j", 1), ("2fj", 1),
  ])
  func `in the list`(keys: String, row: Int) {
    var state = Fixture.state()
    #expect(state.search.matches.count == 11)
    state.type(keys)
    #expect(state.selectedRow == row)
  }

  @Test func `in the sidebar and the detail`() {
    var state = Fixture.state(columns: 80, rows: 24)
    state.type("h3j")
    #expect(state.search.sidebarRow == 3)
    // The heading of the groups is the tenth line.
    state.type("10g")
    #expect(state.search.sidebarRow == 8 || state.search.sidebarRow == 10)
    state.type("gl/sol<enter><tab>3j")
    #expect(state.navigation.focus == .detail && state.navigation.detailTop == 3)
  }

  @Test func `a digit is a letter where text is typed`() {
    var state = Fixture.state()
    state.type("/5.6<enter>")
    #expect(state.search.box.text == "5.6" && state.navigation.count == nil)
    state.type("?3j")
    #expect(state.overlays.count == 1)
  }

  @Test func `the number is shown until its movement, and Esc drops it alone`() {
    var state = Fixture.state(query: "claude")
    state.type("f12")
    #expect(state.navigation.count == 12)
    let line = state.frame.text.split(separator: "\n").last ?? ""
    #expect(
      line.hasPrefix(" 12 times:  j k move  PgDn PgUp pages  G to line 12  Esc drop"), "\(line)")
    state.type("<esc>")
    #expect(state.navigation.count == nil && state.search.box.text == "claude")
    state.type("7")
    _ = state.update(.input(.mouse(MouseInput(.wheelDown, row: 6, column: 40))))
    #expect(state.navigation.count == nil)
  }

  @Test func `a digit that is chosen as a key does its action`() throws {
    let keys = try KeyTable(custom: ["favorite": "2"])
    var state = State(
      snapshot: Fixture.snapshot, personal: Fixture.everyRow, size: Size(columns: 80, rows: 24),
      now: Fixture.now, keys: keys)
    state.type("12")
    #expect(state.personal.favorites.count == 1 && state.navigation.count == nil)
  }
}
