import ModelCatalog
import ModelRegistry

extension State {
  mutating func perform(_ action: Action) -> [Effect] {
    learn(action) + (pick(with: action) ?? act(action))
  }

  private mutating func act(_ action: Action) -> [Effect] {
    switch action {
    case .move(let movement): move(movement)
    case .nextPane: navigation.changePane(by: 1, in: layout)
    case .previousPane: navigation.changePane(by: -1, in: layout)
    case .search: navigation.openSearchBox()
    case .open: navigation.open()
    case .mark: mark()
    case .back: goBack()
    case .openViewForm: openViewForm()
    case .views(let action): return perform(action)
    case .help: overlays.append(.help(Help()))
    case .workload: overlays.append(.workload(WorkloadForm(search.workload)))
    case .setWorkload(let workload): return setWorkload(workload)
    case .columns:
      overlays.append(.columns(ColumnChooser(screen.columns, chosen: chosenColumns)))
    case .setColumns(let columns): return setColumns(columns)
    case .openCompare: openCompare()
    case .compare(let action): return perform(action)
    case .openValue: overlays.append(.value(Value(in: self)))
    case .openCopyAs:
      if let model = selectedModel { overlays.append(.copyAs(CopyAs(model: model))) }
    case .value(let action): return perform(action)
    case .openProviders: return openProviders()
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
    case .overlay, .providers: break
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
        from: old, count: search.sidebar.count, page: layout.sidebarItems?.rows ?? 1,
        times: navigation.count)
      let isHeading = search.sidebar[row].choice == nil
      chooseSidebar(isHeading ? row + (row > old ? 1 : -1) : row)
    case .list, .search:
      guard let row = selectedRow else { return }
      selectRow(
        movement.row(
          from: row, count: search.matches.count, page: layout.listRows.rows,
          times: navigation.count))
    case .detail:
      navigation.detailTop = movement.row(
        from: navigation.detailTop, count: Int.max / 2, page: layout.detail?.rows ?? 1,
        times: navigation.count)
    }
  }

  mutating func chooseSidebar(_ row: Int) {
    guard search.sidebar.indices.contains(row), let chosen = search.sidebar[row].choice,
      chosen != search.choice
    else { return }
    let (showed, wasFolded) = (search.showsOpenRouter, search.isFolded)
    if case .view(let name) = chosen, let view = personal.views[name] {
      search.choose(view)
    } else {
      search.choose(chosen)
    }
    if showed != search.showsOpenRouter || wasFolded != search.isFolded {
      search.listSidebar(in: scope)
    }
    searchAnew()
  }

  /// One level back: detail, view, query, the sidebar's choice, the past, the marks; then nothing.
  private mutating func goBack() {
    if navigation.focus == .detail {
      navigation.showList()
    } else if search.view != nil {
      chooseSidebar(0)
    } else if !search.box.text.isEmpty {
      editBox { $0.replaceAll(with: "") }
    } else if search.sidebarRow > 0 {
      chooseSidebar(0)
    } else if world.pastCatalog != nil {
      returnToNow()
    } else {
      navigation.marks.removeAll()
      navigation.focus = .list
    }
  }

  /// Marks or unmarks the selected model, and goes to the next.
  private mutating func mark() {
    guard let id = selectedModel?.id else { return }
    navigation.marks.toggle(id)
    if navigation.focus == .list { move(.down) }
  }

  /// Of a model that cannot be used any more.
  private func successor(of model: Model) -> Model? {
    model.isListed ? nil : catalog.successor(of: model)
  }

  /// The next row of the same model.
  private func nextRow(of model: Model) -> Model? {
    catalog.index(of: model.id).flatMap(search.next).map { catalog.models[$0] }
  }

  private mutating func jumpToOtherRoute() -> [Effect] {
    guard let model = selectedModel else { return [] }
    guard let other = successor(of: model) ?? nextRow(of: model) else {
      let reason =
        model.isListed ? "has no other row" : "has no likely successor"
      toast = .news("\(model.id) \(reason)", at: world.now)
      return []
    }
    return reveal(other)
  }
}
