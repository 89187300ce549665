import ModelCatalog

/// What a click can hit.
enum ClickTarget: Equatable {
  /// Rows count from the first item or match.
  case sidebar(row: Int)
  /// The title of the groups in the sidebar, not that of the kept views.
  case sidebarHeading
  case list(row: Int)
  case searchBox, detail
  /// The title of a column that can be sorted by.
  case columnTitle(SortKey)
  /// The letters over the abilities.
  case abilityLetters
  /// The `[on]` behind the number of OpenRouter's models.
  case openRouterToggle
}

extension State {
  /// What is at a point of the screen; nil for nothing that can be clicked.
  func target(at point: Point) -> ClickTarget? {
    if let area = layout.sidebarItems, area.contains(point) {
      let row = point.row - area.row + navigation.sidebarTop
      let isHeading =
        search.sidebar.indices.contains(row) && search.sidebar[row].kind == .heading
      guard isHeading else { return .sidebar(row: row) }
      return search.sidebar[row].title == Search.keptViewsTitle ? nil : .sidebarHeading
    }
    if layout.search.contains(point) { return .searchBox }
    if layout.detail?.contains(point) == true { return .detail }
    if layout.listRows.contains(point) {
      return .list(row: point.row - layout.listRows.row + navigation.listTop)
    }
    if layout.columnTitles.contains(point), search.choice != .inbox {
      let column = screen.columns.column(at: point, in: layout)
      if column?.fact == .abilities { return .abilityLetters }
      return column?.sortKey.map(ClickTarget.columnTitle)
    }
    let isToggle =
      layout.header.contains(point) && Header.toggleColumns(of: self).contains(point.column)
    return isToggle ? .openRouterToggle : nil
  }
}
