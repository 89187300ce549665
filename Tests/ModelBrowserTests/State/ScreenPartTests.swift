import Foundation
import Testing

@testable import ModelBrowser

/// What is laid out once per update.
struct ScreenPartTests {
  private static let layout = Layout(
    size: Size(columns: 120, rows: 36), isDetailLarge: false)
  private static let columns = ListColumns(width: layout.listRows.columns)

  @Test func `the detail is laid out again only if what it shows is different`() {
    var state = Fixture.state()
    let page = state.detailPage(of: Fixture.models[2], in: Self.layout)
    let first = Screen(layout: Self.layout, columns: Self.columns, page: page)
    _ = state.update(.timePassed(Fixture.now.addingTimeInterval(59)))
    #expect(state.detailPage(of: Fixture.models[2], in: Self.layout) == page)
    _ = state.update(.timePassed(Fixture.now.addingTimeInterval(60)))
    #expect(state.detailPage(of: Fixture.models[2], in: Self.layout) != page)
    #expect(state.detailPage(of: Fixture.models[1], in: Self.layout) != page)
    let next = Screen(layout: Self.layout, columns: Self.columns, page: page, after: first)
    #expect(next == first && next.detail == page?.lines)
  }

  @Test func `a screen is what the state says, whatever was shown before`() {
    var state = Fixture.stateWithNews()
    state.type("jj<enter>jj<esc>/opus<enter>hj")
    _ = state.update(.resized(Size(columns: 90, rows: 30)))
    var anew = state
    anew.layOut()
    #expect(anew == state)
    let page = state.selectedModel.flatMap { state.detailPage(of: $0, in: state.layout) }
    #expect(state.screen == Screen(layout: state.layout, columns: state.screen.columns, page: page))
  }

  @Test func `states that differ in one part are not equal`() {
    let state = Fixture.state()
    let events: [Event] = [
      .timePassed(Fixture.now.addingTimeInterval(1)), .resized(Size(columns: 119, rows: 36)),
      .input(.key("j")), .input(.key("/")), .input(.key("f")), .input(.key("?")),
      .copied("a/b", .sentToTerminal), .snapshotArrived(Fixture.longerSnapshot),
    ]
    for event in events {
      var other = state
      _ = other.update(event)
      #expect(other != state, "\(event)")
    }
  }
}
