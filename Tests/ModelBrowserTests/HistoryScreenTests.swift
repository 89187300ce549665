import Foundation
import ModelCatalog
import ModelRegistry
import ModelText
import Support
import Testing

@testable import ModelBrowser

/// Screens about the past as text; `Screens/` holds what a person would see.
struct HistoryScreenTests {
  static let sizes = [(80, 24), (120, 36), (200, 50)]

  private func expect(_ state: State, is name: String) throws {
    try Golden.expect(state.frame.text, matches: name, in: "Screens")
  }

  @Test(arguments: sizes)
  func `what changed since the person last looked`(columns: Int, rows: Int) throws {
    var state = Fixture.stateWithNews(columns: columns, rows: rows)
    state.type("h<down><down><enter>j")
    try expect(state, is: "inbox-\(columns)x\(rows)")
  }

  @Test func `nothing unread says what would be here`() throws {
    var state = Fixture.stateWithNews(columns: 80, rows: 24, entries: [])
    state.type("h<down><down><enter>")
    try expect(state, is: "inbox-empty-80x24")
  }

  @Test(arguments: sizes)
  func `the life of one model, with its prices over time`(columns: Int, rows: Int) throws {
    var state = Fixture.stateWithNews(
      columns: columns, rows: rows, query: "openai/gpt-5.6-sol", entries: [])
    state.type("<enter>")
    _ = state.update(
      .historyLoaded(LoadedHistory(id: "openai/gpt-5.6-sol", modelHistory: Fixture.history())))
    if rows < 50 { state.type("<pgdn>jj") }
    try expect(state, is: "life-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func `a removed model`(columns: Int, rows: Int) throws {
    var state = Fixture.stateWithNews(
      columns: columns, rows: rows, query: "is:removed", entries: [])
    state.type("<down>")
    try expect(state, is: "removed-\(columns)x\(rows)")
  }

  @Test(arguments: sizes)
  func `the past says that it is the past`(columns: Int, rows: Int) throws {
    let models = Fixture.models.filter { ($0.created ?? .distantPast) < Fixture.date("2026-08-01") }
    let date = Fixture.date("2026-08-01").addingTimeInterval(-0.001)
    var state = State(
      snapshot: Fixture.longerSnapshot, personal: Fixture.everyRow,
      size: Size(columns: columns, rows: rows), now: Fixture.now, hasHistory: true,
      pastCatalog: PastCatalog(date: date, catalog: Catalog(models)))
    state.world.isLoaded = true
    try expect(state, is: "past-\(columns)x\(rows)")
  }

  /// As the terminal shows it where it has no Unicode.
  @Test func `inbox and plot in ASCII`() throws {
    var state = Fixture.stateWithNews(columns: 120, rows: 50)
    state.type("h<down><down><enter>j")
    _ = state.update(
      .historyLoaded(LoadedHistory(id: "openai/gpt-5.6-sol", modelHistory: Fixture.history())))
    state.type("<enter><pgdn>")
    try Golden.expect(
      ASCIIFallback.text(for: state.frame.text), matches: "history-ascii-120x50", in: "Screens")
  }
}
