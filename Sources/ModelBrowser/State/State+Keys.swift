extension State {
  /// Does what the key means; a key that means nothing with its modifier is that key without it.
  mutating func handle(_ key: Key) -> [Effect] {
    guard keys.action(for: key, in: keyMode) == nil else { return handleBound(key) }
    switch key {
    // Esc and a key that arrived together, as behind tmux, are sent like Alt and that key.
    case .alt(let character): return handleBound(.escape) + handleBound(.character(character))
    case .controlLeft: return handleBound(.left)
    case .controlRight: return handleBound(.right)
    case .character, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .tab, .backTab,
      .enter, .escape, .backspace, .delete, .insert, .control, .function:
      return handleBound(key)
    }
  }

  /// What gets the next key.
  private var keyMode: KeyMode {
    if let overlay = overlays.last { return overlay.content.mode }
    return navigation.focus == .search ? .searchBox : .panes
  }

  private mutating func handleBound(_ key: Key) -> [Effect] {
    if toast?.expires == nil { toast = nil }
    if layout.isTooSmall { return handleTooSmall(key) }
    if let overlay = overlays.last { return handle(key, in: overlay) }
    guard navigation.focus == .search else { return handleInPanes(key) }
    let action = keys.action(for: key, in: .searchBox)
    if action?.keepsCompletion != true { search.closeCompletion() }
    if let action { return perform(action) }
    if case .character(let character) = key { editBox { $0.insert(String(character)) } }
    return []
  }

  /// A number waits for the movement that it repeats; any other key drops it, Esc does only that.
  private mutating func handleInPanes(_ key: Key) -> [Effect] {
    guard let action = keys.action(for: key, in: .panes) else {
      if !navigation.takeDigit(key) { navigation.dropCount() }
      return []
    }
    defer { navigation.dropCount() }
    return action == .back && navigation.count != nil ? [] : perform(action)
  }

  /// Nothing can be seen, but leaving must work.
  private mutating func handleTooSmall(_ key: Key) -> [Effect] {
    guard let action = keys.action(for: key, in: .panes) else { return [] }
    return action == .quit || action.isAlwaysPossible ? perform(action) : []
  }

  mutating func paste(_ text: String) -> [Effect] {
    guard !layout.isTooSmall else { return [] }
    guard overlays.isEmpty else { return send(.text(text)) }
    navigation.openSearchBox()
    search.closeCompletion()
    editBox { $0.insert(text) }
    return []
  }

  // MARK: - The search box

  mutating func editBox(_ change: (inout TextField) -> Void) {
    if search.edit(change) { searchAnew() }
  }

  /// Does an action of the search box, which gets the focus for it.
  mutating func perform(_ action: Action.Box) -> [Effect] {
    if navigation.focus != .search { navigation.openSearchBox() }
    switch action {
    case .keep: return leaveBox()
    case .leave where search.completion != nil: search.closeCompletion()
    case .leave: return leaveBox()
    case .complete: complete(by: 1)
    case .completeBack: complete(by: -1)
    case .olderQuery: walkPast(by: 1)
    case .newerQuery: walkPast(by: -1)
    }
    return []
  }

  private mutating func complete(by step: Int) {
    if search.complete(by: step, endpoints: serving.table) { searchAnew() }
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
