import ModelCatalog

extension State {
  /// Rows that one notch of the wheel moves.
  private static let wheelStep = 3

  mutating func handle(_ mouse: MouseInput) -> [Effect] {
    guard !layout.isTooSmall else { return [] }
    navigation.dropCount()
    let point = Point(row: mouse.row, column: mouse.column)
    if !overlays.isEmpty { return sendToOverlay(mouse.kind, at: point) }
    switch mouse.kind {
    case .wheelDown: wheel(by: Self.wheelStep, at: point)
    case .wheelUp: wheel(by: -Self.wheelStep, at: point)
    case .press: return press(at: point)
    case .release: break
    }
    return []
  }

  private mutating func sendToOverlay(_ kind: MouseInput.Kind, at point: Point) -> [Effect] {
    switch kind {
    case .wheelDown: send(.wheel(Self.wheelStep))
    case .wheelUp: send(.wheel(-Self.wheelStep))
    case .press: send(.press(point))
    case .release: []
    }
  }

  /// Scrolls what is under the pointer; the selection follows only so far that it stays visible.
  private mutating func wheel(by step: Int, at point: Point) {
    if layout.detail?.contains(point) == true {
      navigation.detailTop += step
    } else if layout.sidebarItems?.contains(point) == true {
      navigation.sidebarTop += step
    } else if layout.listRows.contains(point), let row = selectedRow {
      let height = layout.listRows.rows
      navigation.listTop = max(
        0, min(navigation.listTop + step, search.matches.count - height))
      selectRow(min(max(row, navigation.listTop), navigation.listTop + height - 1))
    }
  }

  private mutating func press(at point: Point) -> [Effect] {
    search.closeCompletion()
    search.endWalk()
    switch target(at: point) {
    case .sidebar(let row):
      navigation.focus = .sidebar
      chooseSidebar(row)
    case .sidebarHeading: return change(.nextGrouping)
    case .searchBox: return perform(.search)
    case .detail: navigation.focus = .detail
    case .list(let row):
      guard search.matches.indices.contains(row) else { return [] }
      navigation.focus = .list
      if search.model(at: row).id == navigation.selection { return perform(.open) }
      selectRow(row)
    case .columnTitle(let key):
      // A second click on a column's title reverses the order.
      return shownSort.key == key ? change(.reverseSort) : changeSort(to: .useful(key))
    case .abilityLetters:
      let letters = Ability.allCases.map { "\($0.letter) \($0.rawValue)" }
      toast = .news(letters.joined(separator: "  "), at: world.now)
    case .openRouterToggle: return change(.openRouter)
    case nil: break
    }
    return []
  }
}
