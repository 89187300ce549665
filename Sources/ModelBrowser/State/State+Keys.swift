import ModelCatalog

extension State {
  mutating func handle(_ key: Key) -> [Effect] {
    if toast?.expires == nil { toast = nil }
    if layout.isTooSmall { return handleTooSmall(key) }
    if helpTop != nil { return handleHelp(key) }
    if navigation.focus == .search { return edit(key) }
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
    case .move(let movement):
      let page = max(1, HelpOverlay.area(in: world.size).rows - 4)
      helpTop = helpTop.map { movement.row(from: $0, count: HelpOverlay.lineCount, page: page) }
      helpTop = HelpOverlay.clamped(helpTop ?? 0, in: world.size)
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

  mutating func paste(_ text: String) {
    guard helpTop == nil, !layout.isTooSmall else { return }
    navigation.openSearchBox()
    search.closeCompletion()
    editBox { $0.insert(text) }
  }

  mutating func editBox(_ change: (inout TextField) -> Void) {
    if search.edit(change) { searchAnew() }
  }

  /// A key while the search box has the focus.
  private mutating func edit(_ key: Key) -> [Effect] {
    if key != .tab, key != .backTab, key != .escape { search.closeCompletion() }
    switch key {
    case .character(let character):
      editBox { $0.insert(String(character)) }
    case .backspace:
      editBox { $0.deleteBackward() }
    case .delete, .control("d"):
      editBox { $0.deleteForward() }
    case .control("w"):
      editBox { $0.deleteWord() }
    case .control("u"):
      editBox { $0.deleteToStart() }
    case .control("k"):
      editBox { $0.deleteToEnd() }
    case .left, .control("b"): editBox { $0.moveLeft() }
    case .right, .control("f"): editBox { $0.moveRight() }
    case .home, .control("a"): editBox { $0.moveToStart() }
    case .end, .control("e"): editBox { $0.moveToEnd() }
    case .alt("b"): editBox { $0.moveWordLeft() }
    case .alt("f"): editBox { $0.moveWordRight() }
    case .tab: complete(by: 1)
    case .backTab: complete(by: -1)
    case .control("p"): walkPast(by: 1)
    case .control("n"): walkPast(by: -1)
    case .up: move(.up)
    case .down: move(.down)
    case .pageUp: move(.pageUp)
    case .pageDown: move(.pageDown)
    case .enter: return leaveBox()
    case .escape:
      guard search.completion == nil else {
        search.closeCompletion()
        return []
      }
      return leaveBox()
    case .control("c"): return [.quit(130)]
    case .control("z"): return [.suspend]
    case .control("l"): return [.repaint]
    case .control("r"), .function(5): return perform(.refresh)
    case .control, .alt, .function, .insert: break
    }
    return []
  }

  private mutating func complete(by step: Int) {
    if search.complete(by: step) { searchAnew() }
  }

  private mutating func walkPast(by step: Int) {
    if search.walk(by: step, through: personal.pastQueries) { searchAnew() }
  }

  private mutating func leaveBox() -> [Effect] {
    navigation.focus = .list
    search.endWalk()
    let before = personal.pastQueries
    if search.hint == nil { personal.remember(search.box.text) }
    return personal.pastQueries == before ? [] : [.save(personal)]
  }
}
