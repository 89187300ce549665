import Foundation
import ModelCatalog
import ModelRegistry
import Testing

@testable import ModelBrowser

/// One model's life, those that are gone, and the past.
struct ModelHistoryTests {
  @Test func `the life of the model in the detail is asked for once, whatever else happens`() {
    var state = Fixture.stateWithNews(entries: [])
    state.type("j")
    #expect(state.world.requestedHistory == "google/gemini-3.7-flash")
    #expect(state.type("/<esc>").isEmpty)
    #expect(state.type("j") == [.loadHistory("~anthropic/claude-opus-latest", asOf: nil)])
    _ = state.update(
      .historyLoaded(
        LoadedHistory(id: "google/gemini-3.7-flash", modelHistory: Fixture.history())))
    #expect(state.world.modelHistory == nil, "an answer about another model comes too late")
  }

  @Test func `no life is asked for of a core model, without a detail, or without a history`() {
    var state = Fixture.stateWithNews(query: "gpt-5.6-sol source:core", entries: [])
    #expect(state.type("j").isEmpty)
    var flat = Fixture.stateWithNews(columns: 80, rows: 12, entries: [])
    #expect(flat.type("jj").isEmpty)
    #expect(flat.type("<enter>") == [.loadHistory("~anthropic/claude-opus-latest", asOf: nil)])
    var none = Fixture.state()
    #expect(none.type("jjk").isEmpty)
  }

  @Test func `a model history is requested again when the history has changed`() {
    var state = Fixture.stateWithNews(entries: [])
    state.type("j")
    var next = state.world.snapshot
    next.changedOn = ["a/b": Fixture.now]
    #expect(
      state.update(.snapshotArrived(next)).contains(
        .loadHistory("google/gemini-3.7-flash", asOf: nil))
    )
  }

  @Test func `the detail says why there is no history`() {
    var state = Fixture.stateWithNews(rows: 50, entries: [])
    state.type("<down>")
    let fault = HistoryFault.locked(path: "/x/history.sqlite")
    _ = state.update(.historyLoaded(LoadedHistory(id: "google/gemini-3.7-flash", fault: fault)))
    let text = state.screen.detail.map { $0.map(\.text).joined() }
    #expect(text.contains { $0.hasPrefix("History") && $0.contains("another program") })
  }

  @Test func `x leads from a removed model to its likely successor`() {
    var state = Fixture.stateWithNews(query: "is:removed", entries: [])
    state.type("<down>")
    #expect(state.navigation.selection == "anthropic/claude-opus-4")
    state.type("x")
    #expect(state.navigation.selection == "anthropic/claude-opus-5")
  }

  @Test func `a removed model is found by its id, and counted`() {
    var state = Fixture.stateWithNews(entries: [])
    #expect(state.search.sidebar.first { $0.term == "is:removed" }?.count == 1)
    #expect(state.search.sidebar.first?.count == 11)
    state.type("/anthropic/claude-opus-4")
    #expect(state.search.matches.count { state.catalog.models[$0.index].lastListed != nil } == 1)
  }

  // MARK: - The past

  private func past(columns: Int = 80, rows: Int = 24) -> State {
    let models = Fixture.models.filter { ($0.created ?? .distantPast) < Fixture.date("2026-08-01") }
    var state = State(
      snapshot: Fixture.longerSnapshot, personal: Fixture.everyRow,
      size: Size(columns: columns, rows: rows), now: Fixture.now, hasHistory: true,
      pastCatalog: PastCatalog(date: Fixture.date("2026-07-31"), catalog: Catalog(models)))
    state.world.isLoaded = true
    return state
  }

  @Test(arguments: ["r", "<esc>", "/sol<enter>j<esc><esc>"])
  func `r returns to now, and so does the last Esc`(keys: String) {
    var state = past()
    #expect(state.catalog.models.count == 9)
    state.type("j")
    let selection = state.navigation.selection
    state.type(keys)
    #expect(state.world.pastCatalog == nil && state.catalog.models.count == 13)
    if keys.count < 6 { #expect(state.navigation.selection == selection) }
    #expect(state.type("r").contains(.refresh))
  }

  @Test func `news of the present leaves the past alone`() {
    var state = past()
    let shown = state.search.matches
    var next = Fixture.longerSnapshot
    next.catalog = Catalog(Fixture.models.dropLast(3))
    next.lastChange = Snapshot.Change(
      changes: CatalogChanges(from: state.world.snapshot.catalog, to: next.catalog),
      date: Fixture.now)
    _ = state.update(.snapshotArrived(next))
    _ = state.update(.newsRead(.success(Fixture.entries)))
    #expect(state.search.matches == shown && state.toast == nil && state.inbox.ids.isEmpty)
    #expect(state.catalog.models.count == 9)
    #expect(!state.search.sidebar.contains { $0.choice == .inbox })
    state.type("r")
    #expect(state.search.sidebar.contains { $0.choice == .inbox })
  }

  @Test func `ages and what is new are of that time`() {
    let state = past()
    #expect(state.search.sidebar.first { $0.term == "is:new" }?.count == 4)
    #expect(state.frame.text(row: 0).contains("the past: as of 2026-07-31T00:00:00Z"))
  }

  @Test func `a life in the past ends there`() {
    var state = past()
    let effects = state.type("/openai/gpt-5.6-sol<enter>g")
    #expect(
      effects.contains(.loadHistory("openai/gpt-5.6-sol", asOf: Fixture.date("2026-07-31"))))
    let date = Fixture.date("2026-02-01")
    let read = LoadedHistory(id: "a/b", modelHistory: Fixture.history(), asOf: date)
    #expect(read.prices.first?.amounts.count == 2 && read.removed == nil)
    #expect(read.entries.map(\.date) == [Fixture.date("2026-01-10"), Fixture.date("2025-11-01")])
    let early = LoadedHistory(
      id: "a/b", modelHistory: Fixture.history(), asOf: Fixture.date("2025-10-31"))
    #expect(early == LoadedHistory(id: "a/b", modelHistory: nil))
  }

  @Test func `a model that was there from the start is not called new`() throws {
    let modelHistory = try #require(Fixture.history())
    let old = ModelHistory(
      versions: modelHistory.versions,
      historyBegan: modelHistory.versions.first?.firstSeen ?? Fixture.now)
    let read = LoadedHistory(id: modelHistory.id, modelHistory: old)
    #expect(read.isFromTheStart && read.entries.last?.kind != .added)
    #expect(read.entries.count == 5)
  }
}
