import ModelCatalog
import Testing

@testable import ModelBrowser

struct SearchTests {
  private var search = Search(Catalog(Fixture.models), text: "", showsOpenRouter: true)
  private let scope = SearchScope(
    context: QueryContext(now: Fixture.now), order: nil, grouping: .family, unread: [])

  @Test mutating func `an edit asks for a search only if it changes the query`() {
    #expect(search.edit { $0.insert("claude") })
    #expect(!search.edit { $0.moveLeft() })
    #expect(!search.edit { $0.moveToEnd() } && search.box.cursor == 6)
    search.find(in: scope)
    #expect(search.shownIDs.count == 3)
    // A mistake keeps the last good query, and with it the list.
    #expect(!search.edit { $0.insert(" pricee<3") })
    #expect(search.hint != nil && search.goodText == "claude")
  }

  @Test mutating func `the sidebar's choice comes before the text`() {
    _ = search.edit { $0.insert("sol") }
    search.choose(.term("source:core"))
    #expect(search.queryText == "source:core sol")
    search.find(in: scope)
    #expect(search.shownIDs == ["gpt-5.6-sol"])
    search.ask(.term(""), text: "haiku")
    search.find(in: scope)
    #expect(search.shownIDs == ["anthropic/claude-haiku-4.5"])
    #expect(search.row(of: "anthropic/claude-haiku-4.5") == 0 && search.row(of: "gpt-4") == nil)
  }

  @Test mutating func `a choice that the sidebar no longer has falls back to all`() {
    search.listSidebar(in: scope)
    search.choose(.inbox)
    var past = scope
    past.unread = nil
    search.listSidebar(in: past)
    #expect(search.choice == .term("") && search.sidebarRow == 0)
  }

  @Test mutating func `the inbox lists unread models in the given order`() {
    var scope = scope
    scope.unread = ["qwen/qwen3.8-27b", "anthropic/claude-opus-5", "no/such"]
    search.choose(.inbox)
    search.listSidebar(in: scope)
    search.find(in: scope)
    #expect(search.shownIDs == ["qwen/qwen3.8-27b", "anthropic/claude-opus-5"])
    #expect(search.sidebar.first { $0.choice == .inbox }?.count == 2)
  }

  @Test mutating func `a walk through past queries ends where it began`() {
    _ = search.edit { $0.insert("draft") }
    let queries = ["new", "old"]
    for (step, text) in [(1, "new"), (1, "old"), (1, "old"), (-1, "new"), (-1, "draft")] {
      _ = search.walk(by: step, through: queries)
      #expect(search.box.text == text)
    }
    #expect(search.historyWalk == nil)
  }

  @Test mutating func `hidden models are neither listed nor counted`() {
    search.showsOpenRouter = false
    search.listSidebar(in: scope)
    search.find(in: scope)
    #expect(search.shownIDs == ["gpt-5.6-sol"] && search.sidebar.first?.count == 1)
  }
}
