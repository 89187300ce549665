import Foundation
import ModelCatalog

extension State {
  mutating func handle(_ key: Key) -> [Effect] {
    if toast?.expires == nil { toast = nil }
    if layout.isTooSmall { return handleTooSmall(key) }
    if helpTop != nil { return handleHelp(key) }
    if focus == .search { return edit(key) }
    guard let action = KeyMap.action(for: key) else { return [] }
    return perform(action)
  }

  /// Nothing can be seen, but leaving must work.
  private func handleTooSmall(_ key: Key) -> [Effect] {
    guard let action = KeyMap.action(for: key) else { return [] }
    return switch action {
    case .quit: [.quit(0)]
    case .interrupt: [.quit(130)]
    case .suspend: [.suspend]
    case .repaint: [.repaint]
    case .move, .nextPane, .previousPane, .search, .open, .back, .change, .jumpToOtherRoute,
      .markRead, .markAllRead, .refresh, .share, .help:
      []
    }
  }

  private mutating func handleHelp(_ key: Key) -> [Effect] {
    guard let action = KeyMap.action(for: key) else { return [] }
    switch action {
    case .move(let movement): moveHelp(movement)
    case .interrupt: return [.quit(130)]
    case .suspend: return [.suspend]
    case .repaint: return [.repaint]
    case .help, .back, .quit, .open: helpTop = nil
    case .nextPane, .previousPane, .search, .change, .jumpToOtherRoute, .markRead, .markAllRead,
      .refresh, .share:
      break
    }
    return []
  }

  private mutating func moveHelp(_ movement: Action.Movement) {
    let page = max(1, HelpOverlay.area(in: size).rows - 4)
    switch movement {
    case .down: helpTop? += 1
    case .up: helpTop? -= 1
    case .pageDown, .halfPageDown: helpTop? += page
    case .pageUp, .halfPageUp: helpTop? -= page
    case .first: helpTop = 0
    case .last: helpTop = HelpOverlay.lineCount
    }
    clampScroll()
  }

  mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .move(let movement): move(movement)
    case .nextPane: changePane(by: 1)
    case .previousPane: changePane(by: -1)
    case .search:
      focus = .search
      showsDetailAlone = false
    case .open: open()
    case .back: goBack()
    case .help:
      helpTop = 0
    case .change(let choice): return change(choice)
    case .markRead: return markRead()
    case .markAllRead: return markAllRead()
    case .jumpToOtherRoute: return jumpToOtherRoute()
    case .refresh where pastCatalog != nil: returnToNow()
    case .refresh:
      awaitsRefresh = true
      return [.refresh]
    case .share(let share): return perform(share)
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .quit: return [.quit(0)]
    case .interrupt: return [.quit(130)]
    }
    return []
  }

  // MARK: - Moving

  mutating func move(_ movement: Action.Movement) {
    switch focus {
    case .sidebar:
      let row = Self.moved(
        movement, from: sidebarRow, count: sidebar.count, page: layout.sidebarItems?.rows ?? 1)
      let isHeading = sidebar[row].choice == nil
      chooseSidebar(isHeading ? row + (row > sidebarRow ? 1 : -1) : row)
    case .list, .search:
      guard let row = selectedRow else { return }
      selectRow(
        Self.moved(movement, from: row, count: matches.count, page: layout.listRows.rows))
    case .detail:
      detailTop = Self.moved(
        movement, from: detailTop, count: Int.max / 2, page: layout.detail?.rows ?? 1)
      clampScroll()
    }
  }

  private static func moved(
    _ movement: Action.Movement, from row: Int, count: Int, page: Int
  ) -> Int {
    let target =
      switch movement {
      case .down: row + 1
      case .up: row - 1
      case .pageDown: row + max(1, page - 1)
      case .pageUp: row - max(1, page - 1)
      case .halfPageDown: row + max(1, page / 2)
      case .halfPageUp: row - max(1, page / 2)
      case .first: 0
      case .last: count - 1
      }
    return min(max(0, target), max(0, count - 1))
  }

  mutating func chooseSidebar(_ row: Int) {
    guard sidebar.indices.contains(row), let chosen = sidebar[row].choice, chosen != choice
    else { return }
    choice = chosen
    readQuery()
    searchAnew()
  }

  private mutating func changePane(by step: Int) {
    var panes: [Focus] = [.list]
    if layout.sidebarItems != nil { panes.insert(.sidebar, at: 0) }
    if layout.detail != nil { panes.append(.detail) }
    if showsDetailAlone { panes = [.detail] }
    let position = panes.firstIndex(of: focus) ?? 0
    focus = panes[(position + step + panes.count) % panes.count]
  }

  private mutating func open() {
    switch focus {
    case .sidebar, .search: focus = .list
    case .list:
      guard selectedModel != nil else { return }
      if layout.detail == nil { showsDetailAlone = true }
      focus = .detail
    case .detail:
      showsDetailAlone = false
      focus = .list
    }
    clampScroll()
  }

  /// One level back: detail, query, the sidebar's choice, the past; then nothing.
  private mutating func goBack() {
    if focus == .detail {
      open()
    } else if !box.text.isEmpty {
      setBox("")
    } else if sidebarRow > 0 {
      chooseSidebar(0)
    } else if pastCatalog != nil {
      returnToNow()
    } else {
      focus = .list
    }
  }

  private mutating func jumpToOtherRoute() -> [Effect] {
    guard let model = selectedModel else { return [] }
    guard let other = catalog.successor(of: model) ?? catalog.counterpart(of: model) else {
      let reason =
        model.lastListed == nil
        ? "is listed on one route only" : "has no likely successor"
      toast = .news("\(model.id) \(reason)", at: now)
      return []
    }
    if let row = row(of: other.id) {
      selectRow(row)
      return []
    }
    // It is not in the current list: show all models, including OpenRouter's.
    let before = personal
    if other.source == .openRouter {
      showsOpenRouter = true
      personal.showsOpenRouter = true
    }
    choice = .term("")
    box.replaceAll(with: other.isListed ? "" : other.id)
    readQuery()
    rebuildSidebar()
    searchAnew()
    if let row = row(of: other.id) { selectRow(row) }
    return personal == before ? [] : [.save(personal)]
  }

  private func row(of id: Model.ID) -> Int? {
    matches.firstIndex { catalog.models[$0.index].id == id }
  }

  // MARK: - Stored choices

  mutating func change(_ choice: Action.Choice) -> [Effect] {
    switch choice {
    case .nextSort:
      let keys = SortKey.usual
      let position = keys.firstIndex(of: sort.key) ?? 0
      sort = QueryOrder(keys[(position + 1) % keys.count])
      sortChanged()
    case .reverseSort:
      sort = QueryOrder(sort.key, isReversed: !sort.isReversed)
      sortChanged()
    case .nextGrouping:
      personal.grouping = personal.grouping.next
      rebuildSidebar()
      refilter()
    case .openRouter:
      showsOpenRouter.toggle()
      personal.showsOpenRouter = showsOpenRouter
      rebuildSidebar()
      refilter()
      toast = .news(
        showsOpenRouter ? "OpenRouter models shown" : "OpenRouter models hidden",
        at: now)
    case .favorite:
      guard let id = selectedModel?.id else { return [] }
      if personal.favorites.remove(id) == nil { personal.favorites.insert(id) }
      rebuildSidebar()
      refilter()
    case .mouse:
      personal.usesMouse.toggle()
      toast = .news(
        personal.usesMouse ? "mouse on" : "mouse left to the terminal", at: now)
      return [.setMouse(personal.usesMouse), .save(personal)]
    }
    return [.save(personal)]
  }

  mutating func sortChanged() {
    if choice == .inbox {
      toast = .news("unread changes are always sorted newest first", at: now)
    } else if query.sort != nil {
      toast = .news("the query's own sort: goes first; Esc clears it", at: now)
    }
    selection = nil
    listTop = 0
    refilter()
  }

  // MARK: - Copying and opening

  private mutating func perform(_ share: Action.Share) -> [Effect] {
    if share == .copyCommand { return [.copy(command, label: "command")] }
    guard let model = selectedModel else { return [] }
    if share == .copyID { return [.copy(model.id, label: model.id)] }
    guard let url = model.pageURL else {
      toast = .news("\(model.id) has no page on OpenRouter", at: now)
      return []
    }
    return [share == .copyURL ? .copy(url, label: url) : .openPage(url: url)]
  }

  /// The present view as a command line.
  var command: String {
    if choice == .inbox {
      let since = personal.read.begin(now: now).formatted(Date.ISO8601FormatStyle())
      return "modeldex changes --since \(since)"
    }
    var words: [String] = []
    let asked = query.description
    if !asked.isEmpty { words.append(asked) }
    if !showsOpenRouter { words.append("source:core") }
    if query.sort == nil, let order = defaultSort { words.append("sort:\(order)") }
    let text = words.joined(separator: " ")
    guard !text.isEmpty else { return "modeldex list" }
    let quoted = "'" + text.replacing("'", with: "'\\''") + "'"
    return "modeldex list " + (text.hasPrefix("-") ? "-- " : "") + quoted
  }
}
