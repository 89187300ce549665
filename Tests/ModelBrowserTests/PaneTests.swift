import Foundation
import ModelCatalog
import ModelRegistry
import Testing

@testable import ModelBrowser

/// Panes that come and go with the size, and what keys and clicks reach in them.
struct PaneTests {
  private func press(_ state: inout State, at row: Int, _ column: Int) {
    _ = state.update(.input(.mouse(MouseInput(.press, row: row, column: column))))
  }

  @Test func `a resize never leaves the focus in a hidden pane`() {
    var detail = Fixture.state(columns: 80, rows: 24)
    detail.type("<tab>")
    #expect(!detail.layout.isDetailLarge)
    #expect(detail.navigation.focus == .detail)
    _ = detail.update(.resized(Size(columns: 80, rows: 10)))
    #expect(detail.layout.isDetailLarge, "the detail that was read stays in view")
    var sidebar = Fixture.state(columns: 80, rows: 24)
    sidebar.type("h")
    _ = sidebar.update(.resized(Size(columns: 60, rows: 24)))
    #expect(sidebar.navigation.focus == .list)
  }

  @Test func `a click in a detail that hides the list does not reach the list`() {
    var state = Fixture.state(columns: 80, rows: 10)
    state.type("<enter>")
    let selection = state.navigation.selection
    press(&state, at: 7, 30)
    #expect(state.navigation.selection == selection && state.navigation.focus == .detail)
    press(&state, at: state.layout.search.row, 30)
    #expect(state.navigation.focus == .search && !state.layout.isDetailLarge)
  }

  @Test func `the sidebar works while the box holds a mistake`() {
    var state = Fixture.state(query: "pricee<3")
    state.type("h<down>")
    #expect(state.search.sidebarTerm == "source:core")
    #expect(state.search.matches.map { state.catalog.models[$0.index].id } == ["gpt-5.6-sol"])
  }

  @Test func `a flag for one run is not kept for the next`() {
    var state = State(
      snapshot: Fixture.snapshot, personal: Fixture.everyRow,
      size: Size(columns: 120, rows: 36), now: Fixture.now, showsOpenRouter: false)
    #expect(state.search.matches.count == 1)
    let effects = state.type("f")
    #expect(
      effects.contains { if case .save(let kept) = $0 { kept.showsOpenRouter } else { false } })
  }

  @Test func `the wheel over the sidebar scrolls it and chooses nothing`() {
    var state = Fixture.state(columns: 80, rows: 15)
    let area = state.layout.sidebarItems
    _ = state.update(
      .input(.mouse(MouseInput(.wheelDown, row: (area?.row ?? 0) + 1, column: 3))))
    #expect(state.navigation.sidebarTop > 0 && state.search.sidebarTerm.isEmpty)
  }

  @Test func `a favorite that leaves its own list hands over to its neighbour`() {
    var state = Fixture.state()
    state.type("fjfjf/is:favorite<enter>g")
    state.type("j")
    let row = state.selectedRow
    state.type("f")
    #expect(state.search.matches.count == 2 && state.selectedRow == row)
  }

  @Test func `the next day, what is new is counted again`() {
    var state = Fixture.state(query: "is:new")
    let before = state.search.matches.count
    _ = state.update(.timePassed(Fixture.now.addingTimeInterval(40 * 86400)))
    #expect(before == 5 && state.search.matches.isEmpty)
    #expect(state.search.sidebar.first { $0.term == "is:new" }?.count == 0)
  }

  @Test func `a click closes the completions`() {
    var state = Fixture.state()
    state.type("/author:<tab>")
    #expect(state.search.completion != nil)
    press(&state, at: state.layout.listRows.row, state.layout.listRows.column + 4)
    #expect(state.search.completion == nil)
  }

  @Test func `letters typed after a walk through past queries are not lost`() {
    var state = Fixture.state()
    state.type("/claude<enter>/<c-u><c-p>x<c-n>")
    #expect(state.search.box.text == "claudex")
  }

  @Test(arguments: [true, false])
  func `a failed refresh is reported once, whichever event is first`(isSnapshotFirst: Bool) {
    var state = Fixture.state()
    state.type("r")
    var failed = state.world.snapshot
    failed.failure = Snapshot.Failure(
      error: .unreachable("connection refused"), date: Fixture.now, attempts: 1)
    let events: [Event] = [
      .snapshotArrived(failed), .refreshEnded(.failure(.unreachable("connection refused"))),
    ]
    for event in isSnapshotFirst ? events : events.reversed() { _ = state.update(event) }
    #expect(state.toast?.level == .error)
  }

  @Test(arguments: [(199, 0), (200, 0), (201, 1), (5000, 4800)])
  func `the sidebar shows the two hundred largest groups and counts the others`(
    authors: Int, left: Int
  ) {
    // Three models each, so that every author is a family of its own; the first has more.
    let models = (0..<authors).flatMap { author in
      (0..<(author == 0 ? 9 : 3)).map {
        Fixture.model("maker\(author)/\(author)-\($0)", "Model \(author)-\($0)")
      }
    }
    var snapshot = Snapshot(catalog: Catalog(models), published: Fixture.now)
    snapshot.freshness = .live(Fixture.now)
    var state = Fixture.state()
    _ = state.update(.snapshotArrived(snapshot))
    for grouping in ["families", "authors"] {
      if grouping == "authors" { state.type("c") }
      let items = state.search.sidebar.drop { $0.choice != nil }.dropFirst()
      let groups = items.filter { $0.choice != nil }
      #expect(groups.count == min(authors, 200), "\(grouping)")
      #expect(groups.contains { $0.title.lowercased() == "maker0" && $0.count == 9 }, "\(grouping)")
      let rest = items.filter { $0.choice == nil }.map(\.title)
      #expect(rest == (left > 0 ? ["\(left) more"] : []), "\(grouping)")
    }
  }

  @Test func `rows that could not be read are counted on the screen`() {
    var state = Fixture.state()
    var next = state.world.snapshot
    next.omissions.unreadableRows = 1
    _ = state.update(.snapshotArrived(next))
    #expect(state.toast?.text == "1 row of OpenRouter's list could not be read")
  }
}
