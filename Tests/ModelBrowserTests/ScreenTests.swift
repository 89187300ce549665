import Foundation
import ModelCatalog
import ModelRegistry
import Support
import Testing

@testable import ModelBrowser

/// Whole screens as text; `Screens/` holds what a person would see.
struct ScreenTests {
  static let sizes = [(30, 8), (80, 24), (120, 36), (200, 50)]

  private func expect(_ state: State, is name: String) throws {
    try Golden.expect(state.frame.text, matches: name, in: "Screens")
  }

  @Test(arguments: sizes)
  func `the whole catalogue`(columns: Int, rows: Int) throws {
    let state = Fixture.state(columns: columns, rows: rows)
    try expect(state, is: "all-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func `a search while it is typed`(columns: Int, rows: Int) throws {
    var state = Fixture.state(columns: columns, rows: rows)
    state.type("/sol ctx>=200k")
    try expect(state, is: "search-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func `the detail of one model`(columns: Int, rows: Int) throws {
    var state = Fixture.state(columns: columns, rows: rows, query: "openai/gpt-5.6-sol")
    state.type("<enter>")
    try expect(state, is: "detail-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func `the help over the list`(columns: Int, rows: Int) throws {
    var state = Fixture.state(columns: columns, rows: rows)
    state.type("?")
    try expect(state, is: "help-\(columns)x\(rows)")
  }

  @Test func `the last page of the help`() throws {
    var state = Fixture.state(columns: 80, rows: 24)
    state.type("?<pgdn><pgdn><pgdn><pgdn><pgdn><pgdn>")
    try expect(state, is: "help-end-80x24")
  }

  @Test func `a query with a mistake keeps the last good list and says what is wrong`() throws {
    var state = Fixture.state(columns: 80, rows: 24)
    state.type("/claude pricee<3")
    try expect(state, is: "mistake-80x24")
  }

  @Test func `completions of a field's values`() throws {
    var state = Fixture.state(columns: 80, rows: 24)
    state.type("/author:<tab>")
    try expect(state, is: "completion-80x24")
  }

  @Test func `a category shows what it adds to the query`() throws {
    var state = Fixture.state(columns: 80, rows: 24)
    state.type("hG")
    try expect(state, is: "category-80x24")
  }

  @Test func `the sidebar by author`() throws {
    var state = Fixture.state(columns: 80, rows: 24)
    state.type("c")
    try expect(state, is: "authors-80x24")
  }

  /// What there is before OpenRouter has answered.
  private var coreOnly: Snapshot {
    var snapshot = Fixture.snapshot
    snapshot.catalog = Catalog(Fixture.models.filter { $0.source == .core })
    snapshot.freshness = .coreOnly
    snapshot.nextRefresh = nil
    return snapshot
  }

  @Test func `before the cache has been looked at`() throws {
    var state = Fixture.state(columns: 80, rows: 24, query: "qwen", snapshot: coreOnly)
    state.world.isLoaded = false
    try expect(state, is: "loading-80x24")
  }

  @Test func `nothing matches, with the way out`() throws {
    var state = Fixture.state(columns: 80, rows: 24)
    state.type("t/claude<enter>")
    try expect(state, is: "nothing-80x24")
  }

  @Test(arguments: [
    ("/vision", "“vision” is looked for as text; did you mean “has:vision”?"),
    ("/autor:x", "“autor:x” is looked for as text; did you mean “author:x”?"),
    ("t/claude-opus", "2 hidden models match: source:openrouter shows them"),
    ("/ctx >= 200k", "a comparison is written without spaces; did you mean “ctx>=200k”?"),
  ])
  func `what there is to say about a query is under the search box`(keys: String, hint: String) {
    var state = Fixture.state(columns: 120, rows: 24)
    state.type(keys)
    #expect(state.frame.text.contains(hint))
    #expect(!Fixture.state(columns: 120, rows: 24).frame.text.contains(hint))
  }

  @Test(arguments: [
    ("/vision", "─ did you mean “has:vision”? ─"),
    ("/is:fre", "─ did you mean “free”? “fre” is not one of is:free"),
  ])
  func `where a hint does not fit, what to type is not what is cut`(keys: String, hint: String) {
    var state = Fixture.state(columns: 80, rows: 24)
    state.type(keys)
    #expect(state.frame.text.contains(hint))
  }

  @Test func `nothing to show because upstream failed, with the reason`() throws {
    var snapshot = coreOnly
    snapshot.failure = Snapshot.Failure(
      error: .unreachable("connection refused"), date: Fixture.now, attempts: 1)
    snapshot.nextRefresh = Fixture.now.addingTimeInterval(130)
    try expect(
      Fixture.state(columns: 80, rows: 24, query: "qwen", snapshot: snapshot), is: "failed-80x24")
  }

  @Test func `old data after a failed refresh`() throws {
    var snapshot = Fixture.snapshot
    snapshot.freshness = .stale(Fixture.now.addingTimeInterval(-3 * 3600))
    snapshot.nextRefresh = Fixture.now.addingTimeInterval(7)
    var failed = snapshot
    failed.failure = Snapshot.Failure(
      error: .rejected(status: 503, message: "Service Unavailable", retryAfter: nil),
      date: Fixture.now, attempts: 2)
    var state = Fixture.state(columns: 120, rows: 36, snapshot: snapshot)
    _ = state.update(.snapshotArrived(failed))
    try expect(state, is: "stale-120x36")
  }

  @Test func `while a refresh runs`() throws {
    var snapshot = Fixture.snapshot
    snapshot.isRefreshing = true
    snapshot.nextRefresh = nil
    try expect(
      Fixture.state(columns: 120, rows: 36, snapshot: snapshot), is: "refreshing-120x36")
  }

  @Test func `only the core list, off the network`() throws {
    var snapshot = coreOnly
    snapshot.isOffline = true
    try expect(
      Fixture.state(columns: 80, rows: 24, snapshot: snapshot), is: "core-only-80x24")
  }

  @Test(
    arguments: [
      (29, 8, "too small|need 30×8|have 29×8|q quits"),
      (80, 3, "too small|need 30×8|have 80×3"),
      (9, 2, "too small|need 30×8"),
      (4, 1, "too…"),
    ])
  func `a screen that is too small says what it needs`(
    columns: Int, rows: Int, expected: String
  ) {
    let state = Fixture.state(columns: columns, rows: rows)
    let lines = state.frame.text.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.joined(separator: "|") == expected)
  }

  @Test func `hostile names and endless descriptions stay inside their columns`() throws {
    var snapshot = Fixture.snapshot
    let hostile = DisplayText.clean(
      "Evil\u{1B}[2J\u{202E}\u{200B}通通通 " + String(repeating: "x", count: 500), limit: 200)
    let model = Fixture.model("evil/model", hostile) {
      $0.description = String(repeating: "界", count: 10_000)
    }
    snapshot.catalog = Catalog(Fixture.models + [model])
    let state = Fixture.state(columns: 80, rows: 24, query: "evil", snapshot: snapshot)
    try expect(state, is: "hostile-80x24")
  }
}
