import Testing

@testable import ModelBrowser

struct NavigationTests {
  private var navigation = Navigation()

  private func layout(_ columns: Int, _ rows: Int) -> Layout {
    Layout(
      size: Size(columns: columns, rows: rows), isDetailLarge: navigation.isDetailLarge)
  }

  @Test mutating func `panes go round, and those without room are left out`() {
    for focus in [Navigation.Focus.detail, .sidebar, .list] {
      navigation.changePane(by: 1, in: layout(120, 36))
      #expect(navigation.focus == focus)
    }
    navigation.changePane(by: -1, in: layout(120, 36))
    #expect(navigation.focus == .sidebar)
    navigation.focus = .list
    navigation.changePane(by: 1, in: layout(60, 10))
    #expect(navigation.focus == .list)
  }

  @Test mutating func `Enter makes the detail large, from the list or the detail, and small again`()
  {
    navigation.open()
    #expect(navigation.focus == .list && !navigation.isDetailLarge, "nothing is selected")
    navigation.select("a/b")
    navigation.open()
    #expect(navigation.focus == .detail && navigation.isDetailLarge)
    navigation.resize(to: Size(columns: 80, rows: 24))
    #expect(navigation.isDetailLarge, "the detail that was read stays in view")
    navigation.open()
    #expect(navigation.focus == .list && !navigation.isDetailLarge)
    navigation.focus = .detail
    navigation.resize(to: Size(columns: 80, rows: 10))
    #expect(navigation.isDetailLarge, "there is no room for a small one")
  }

  @Test mutating func `another model's detail begins at its start`() {
    navigation.select("a/b")
    navigation.detailTop = 7
    navigation.select("a/b")
    #expect(navigation.detailTop == 7)
    navigation.select("c/d")
    #expect(navigation.detailTop == 0)
  }

  @Test mutating func `scrolling shows the selected row and ends with the last one`() {
    let screen = Screen(
      layout: layout(80, 24), columns: ListColumns(width: 60), page: nil)
    let height = screen.layout.listRows.rows
    for (row, top) in [(0, 0), (height, 1), (99, 100 - height), (50, 50), (49, 49)] {
      navigation.clamp(
        to: screen, list: .init(count: 100, selected: row), sidebar: .init(count: 0, selected: nil))
      #expect(navigation.listTop == top)
    }
    navigation.listTop = 1000
    navigation.detailTop = 1000
    navigation.clamp(
      to: screen, list: .init(count: 3, selected: nil), sidebar: .init(count: 0, selected: nil))
    #expect(navigation.listTop == 0 && navigation.detailTop == 0)
  }
}
