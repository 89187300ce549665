import Foundation
import ModelCatalog
import ModelRegistry
import Testing

@testable import ModelBrowser

/// What the registry publishes while a person is looking.
struct NewsTests {
  private func snapshot(_ models: [Model], after old: Snapshot) -> Snapshot {
    var next = old
    next.catalog = Catalog(models)
    next.lastChange = Snapshot.Change(
      changes: CatalogChanges(from: old.catalog, to: next.catalog),
      date: Fixture.now.addingTimeInterval(5))
    next.freshness = .live(Fixture.now.addingTimeInterval(5))
    return next
  }

  private let newest = Fixture.model("new/one", "New: One", listed: "2026-08-21")

  @Test func `a new model above moves neither the selection nor its line on the screen`() {
    var state = Fixture.state(columns: 80, rows: 16)
    state.type("jjjj")
    let (id, line) = (
      state.navigation.selection, (state.selectedRow ?? 0) - state.navigation.listTop
    )
    _ = state.update(
      .snapshotArrived(snapshot(Fixture.models + [newest], after: state.world.snapshot)))
    #expect(state.navigation.selection == id)
    #expect((state.selectedRow ?? 0) - state.navigation.listTop == line)
    #expect(state.toast?.text == "1 added: new/one")
    #expect(state.search.sidebar.first?.count == 12)
  }

  @Test(arguments: [("", "google/gemini-3.7-flash"), ("G", "mistralai/mistral-saba")])
  func `a removed model hands over to its neighbour`(keys: String, successor: String) {
    var state = Fixture.state()
    state.type(keys)
    let removed = state.navigation.selection
    let left = Fixture.models.filter { $0.id != removed }
    _ = state.update(.snapshotArrived(snapshot(left, after: state.world.snapshot)))
    #expect(state.navigation.selection == successor)
    #expect(state.toast?.text == "1 removed: \(removed ?? "")")
  }

  @Test func `the first listing leaves an untouched list at its top`() {
    var early = Fixture.snapshot
    early.catalog = Catalog(Fixture.models.filter { $0.source == .core })
    early.freshness = .coreOnly
    var untouched = Fixture.state(snapshot: early)
    var touched = untouched
    touched.type("j")
    _ = untouched.update(.snapshotArrived(Fixture.snapshot))
    _ = touched.update(.snapshotArrived(Fixture.snapshot))
    #expect(untouched.navigation.selection == "qwen/qwen3.8-27b" && untouched.toast == nil)
    #expect(touched.navigation.selection == "gpt-5.6-sol")
  }

  @Test func `a changed price is on the screen with the next frame`() {
    var state = Fixture.state(query: "haiku")
    var models = Fixture.models
    for index in models.indices where models[index].id.contains("haiku") {
      models[index].pricing.prices[.input] = Price(upstream: "0.0000007")
    }
    _ = state.update(.snapshotArrived(snapshot(models, after: state.world.snapshot)))
    #expect(state.frame.text.contains("0.70"))
    #expect(state.toast?.text == "1 changed")
  }

  @Test func `a failure in the background warns once and leaves the list`() {
    var state = Fixture.state()
    let before = state.search.matches
    var failed = state.world.snapshot
    failed.failure = Snapshot.Failure(
      error: .unreachable("timed out after 30 s"), date: Fixture.now, attempts: 1)
    _ = state.update(.snapshotArrived(failed))
    #expect(state.toast?.level == .warning && state.search.matches == before)
    _ = state.update(.timePassed(Fixture.now.addingTimeInterval(7)))
    #expect(state.toast == nil)
    failed.failure?.attempts = 2
    _ = state.update(.snapshotArrived(failed))
    #expect(state.toast == nil, "the same failure again is no news")
  }

  @Test func `a clock set back keeps no message for hours, and undoes no mark later`() {
    var state = Fixture.state()
    _ = state.update(.copied("a/b", .copied(with: "xclip")))
    _ = state.update(.timePassed(Fixture.now.addingTimeInterval(-5 * 3600)))
    #expect(state.toast != nil)
    _ = state.update(.timePassed(Fixture.now.addingTimeInterval(-5 * 3600 + 7)))
    #expect(state.toast == nil)

    state = Fixture.stateWithNews()
    state.type("D")
    _ = state.update(.timePassed(Fixture.now.addingTimeInterval(-5 * 3600)))
    _ = state.update(.timePassed(Fixture.now.addingTimeInterval(-5 * 3600 + 7)))
    state.type("D")
    #expect(state.inbox.ids.isEmpty && state.toast?.text == "nothing is unread")
  }

  @Test func `an idle screen wakes once a minute, a refreshing one to turn its mark`() {
    var state = Fixture.state()
    let wake = state.nextChange?.timeIntervalSince(state.world.now) ?? 0
    #expect(wake > 0 && wake <= 60)
    _ = state.update(.timePassed(state.world.now.addingTimeInterval(wake)))
    #expect((state.nextChange?.timeIntervalSince(state.world.now) ?? 0) == 60)
    state.world.snapshot.isRefreshing = true
    #expect((state.nextChange?.timeIntervalSince(state.world.now) ?? 1) < 0.11)
    state.world.snapshot.isRefreshing = false
    state.world.snapshot.freshness = .coreOnly
    state.world.snapshot.nextRefresh = nil
    #expect(state.nextChange == nil)
  }

  @Test func `copying reports where the text is`() {
    var state = Fixture.state()
    _ = state.update(.copied("a/b", .copied(with: "wl-copy")))
    #expect(state.toast?.text == "copied with wl-copy: a/b")
    _ = state.update(.copied("a/b", .sentToTerminal))
    #expect(state.toast?.text == "sent to the terminal's clipboard: a/b")
    _ = state.update(.copied("a/b", .failed("xclip did not answer")))
    #expect(state.toast == .error("not copied, xclip did not answer: a/b"))
  }
}
