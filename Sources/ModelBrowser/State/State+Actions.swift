import ModelCatalog

extension State {
  mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .move(let movement): move(movement)
    case .nextPane: navigation.changePane(by: 1, in: layout)
    case .previousPane: navigation.changePane(by: -1, in: layout)
    case .search: navigation.openSearchBox()
    case .open: navigation.open(in: layout)
    case .back: goBack()
    case .help: overlays.append(.help(Help()))
    case .workload: overlays.append(.workload(WorkloadForm(search.workload)))
    case .setWorkload(let workload): return setWorkload(workload)
    case .columns:
      overlays.append(.columns(ColumnChooser(screen.columns, chosen: chosenColumns)))
    case .setColumns(let columns): return setColumns(columns)
    case .openValue: overlays.append(.value(Value(in: self)))
    case .value(let action): return perform(action)
    case .change(let choice): return change(choice)
    case .markRead: return markRead()
    case .markAllRead: return markAllRead()
    case .jumpToOtherRoute: return jumpToOtherRoute()
    case .refresh where world.pastCatalog != nil: returnToNow()
    case .refresh:
      world.awaitsRefresh = true
      return [.refresh]
    case .share(let share): return perform(share)
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .quit: return [.quit(0)]
    case .interrupt: return [.quit(130)]
    case .box(let action): return perform(action)
    case .edit(let edit):
      if navigation.focus != .search { navigation.openSearchBox() }
      editBox { $0.apply(edit) }
    // Only an overlay has a use for it.
    case .overlay: break
    }
    return []
  }

  // MARK: - Moving

  /// Moves in the focused pane; from the search box, in the list.
  mutating func move(_ movement: Action.Movement) {
    switch navigation.focus {
    case .sidebar:
      let old = search.sidebarRow
      let row = movement.row(
        from: old, count: search.sidebar.count, page: layout.sidebarItems?.rows ?? 1)
      let isHeading = search.sidebar[row].choice == nil
      chooseSidebar(isHeading ? row + (row > old ? 1 : -1) : row)
    case .list, .search:
      guard let row = selectedRow else { return }
      selectRow(
        movement.row(from: row, count: search.matches.count, page: layout.listRows.rows))
    case .detail:
      navigation.detailTop = movement.row(
        from: navigation.detailTop, count: Int.max / 2, page: layout.detail?.rows ?? 1)
    }
  }

  mutating func chooseSidebar(_ row: Int) {
    guard search.sidebar.indices.contains(row), let chosen = search.sidebar[row].choice,
      chosen != search.choice
    else { return }
    search.choose(chosen)
    searchAnew()
  }

  /// One level back: detail, query, the sidebar's choice, the past; then nothing.
  private mutating func goBack() {
    if navigation.focus == .detail {
      navigation.open(in: layout)
    } else if !search.box.text.isEmpty {
      editBox { $0.replaceAll(with: "") }
    } else if search.sidebarRow > 0 {
      chooseSidebar(0)
    } else if world.pastCatalog != nil {
      returnToNow()
    } else {
      navigation.focus = .list
    }
  }

  private mutating func jumpToOtherRoute() -> [Effect] {
    guard let model = selectedModel else { return [] }
    guard let other = catalog.successor(of: model) ?? catalog.counterpart(of: model) else {
      let reason =
        model.lastListed == nil
        ? "is listed on one route only" : "has no likely successor"
      toast = .news("\(model.id) \(reason)", at: world.now)
      return []
    }
    if let row = search.row(of: other.id) {
      selectRow(row)
      return []
    }
    // It is not in the current list: show all models, including OpenRouter's.
    let before = personal
    if other.source == .openRouter {
      search.showsOpenRouter = true
      personal.showsOpenRouter = true
    }
    search.ask(.term(""), text: other.isListed ? "" : other.id)
    search.countSidebar(in: scope)
    searchAnew()
    if let row = search.row(of: other.id) { selectRow(row) }
    return personal == before ? [] : [.save(personal)]
  }
}
