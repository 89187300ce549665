import ModelCatalog

extension State {
  /// Rows that one notch of the wheel moves.
  private static let wheelStep = 3

  mutating func handle(_ mouse: MouseInput) -> [Effect] {
    guard !layout.isTooSmall else { return [] }
    let point = Point(row: mouse.row, column: mouse.column)
    switch mouse.kind {
    case .wheelDown: wheel(by: Self.wheelStep, at: point)
    case .wheelUp: wheel(by: -Self.wheelStep, at: point)
    case .press: return press(at: point)
    case .release: break
    }
    return []
  }

  /// Scrolls what is under the pointer; the selection follows only so far that it stays visible.
  private mutating func wheel(by step: Int, at point: Point) {
    if helpTop != nil {
      helpTop? += step
    } else if layout.detail?.contains(point) == true {
      detailTop += step
    } else if layout.sidebarItems?.contains(point) == true {
      sidebarTop += step
    } else if layout.listRows.contains(point), let row = selectedRow {
      let height = layout.listRows.rows
      listTop = max(0, min(listTop + step, matches.count - height))
      selectRow(min(max(row, listTop), listTop + height - 1))
    }
    clampScroll()
  }

  private mutating func press(at point: Point) -> [Effect] {
    guard helpTop == nil else {
      helpTop = nil
      return []
    }
    completion = nil
    historyWalk = nil
    if let area = layout.sidebarItems, area.contains(point) {
      focus = .sidebar
      let line = point.row - area.row + sidebarTop
      if sidebar.indices.contains(line) { chooseSidebar(line) }
    } else if layout.search.contains(point) {
      return perform(.search)
    } else if layout.detail?.contains(point) == true {
      focus = .detail
    } else if layout.listRows.contains(point) {
      let row = point.row - layout.listRows.row + listTop
      guard matches.indices.contains(row) else { return [] }
      focus = .list
      if catalog.models[matches[row].index].id == selection { return perform(.open) }
      selectRow(row)
    } else if choice != .inbox,
      let column = ListColumns(width: layout.listRows.columns).column(at: point, in: layout)
    {
      return order(by: column)
    } else if layout.header.contains(point), Header.toggleColumns(of: self).contains(point.column) {
      return change(.openRouter)
    }
    return []
  }

  /// A click on a column's title sorts by it, a second one reverses.
  private mutating func order(by column: ListColumns.Column) -> [Effect] {
    guard let key = column.sortKey else { return [] }
    if sort.key == key { return change(.reverseSort) }
    sort = QueryOrder(key)
    sortChanged()
    return [.save(personal)]
  }
}
