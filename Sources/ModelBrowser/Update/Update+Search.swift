import ModelCatalog

extension State {
  /// A key while the search box has the focus.
  mutating func edit(_ key: Key) -> [Effect] {
    if key != .tab, key != .backTab { completion = completion.flatMap { keeps($0, key) } }
    switch key {
    case .character(let character):
      editBox { $0.insert(String(character)) }
    case .backspace:
      editBox { $0.deleteBackward() }
    case .delete, .control("d"):
      editBox { $0.deleteForward() }
    case .control("w"), .alt("\u{7F}"):
      editBox { $0.deleteWord() }
    case .control("u"):
      editBox { $0.deleteToStart() }
    case .control("k"):
      editBox { $0.deleteToEnd() }
    case .left, .control("b"): box.moveLeft()
    case .right, .control("f"): box.moveRight()
    case .home, .control("a"): box.moveToStart()
    case .end, .control("e"): box.moveToEnd()
    case .alt("b"): box.moveWordLeft()
    case .alt("f"): box.moveWordRight()
    case .tab: complete(by: 1)
    case .backTab: complete(by: -1)
    case .control("p"): walkPast(by: 1)
    case .control("n"): walkPast(by: -1)
    case .up: move(.up)
    case .down: move(.down)
    case .pageUp: move(.pageUp)
    case .pageDown: move(.pageDown)
    case .enter, .control("j"), .control("m"): return leaveBox()
    case .escape:
      if completion != nil {
        completion = nil
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

  mutating func handlePaste(_ text: String) -> [Effect] {
    guard helpTop == nil, !layout.isTooSmall else { return [] }
    focus = .search
    showsDetailAlone = false
    completion = nil
    editBox { $0.insert(text) }
    return []
  }

  /// Replaces the text of the box and searches.
  mutating func setBox(_ text: String) {
    editBox { $0.replaceAll(with: text) }
  }

  private mutating func editBox(_ change: (inout TextField) -> Void) {
    let before = box.text
    change(&box)
    guard box.text != before else { return }
    historyWalk = nil
    let oldQuery = query
    readQuery()
    // An error keeps the last list; if that is empty, use the valid part of the query.
    if matches.isEmpty { query = Query.reading(queryText).query }
    if query != oldQuery { searchAnew() }
  }

  private mutating func leaveBox() -> [Effect] {
    focus = .list
    historyWalk = nil
    let before = personal.pastQueries
    if hint == nil { personal.remember(box.text) }
    return personal.pastQueries == before ? [] : [.save(personal)]
  }

  // MARK: - Past queries

  private mutating func walkPast(by step: Int) {
    let queries = personal.pastQueries
    var walk = historyWalk ?? HistoryWalk(index: -1, draft: box.text)
    let position = walk.index + step
    guard position >= -1, position < queries.count else { return }
    walk.index = position
    setBox(position < 0 ? walk.draft : queries[position])
    historyWalk = position < 0 ? nil : walk
  }

  // MARK: - Completion

  /// Tab opens the completions, then cycles through them.
  private mutating func complete(by step: Int) {
    if var current = completion {
      let count = current.candidates.count
      current.selected = (current.selected + step + count) % count
      insert(&current)
      return
    }
    let found = QueryCompletion.completions(
      for: box.text, cursor: box.scalarCursor, in: index)
    guard !found.candidates.isEmpty else { return }
    var offered = Completion(
      range: box.characters(ofScalars: found.range), candidates: found.candidates, selected: 0)
    insert(&offered)
    if found.candidates.count == 1 { completion = nil }
  }

  private mutating func insert(_ offered: inout Completion) {
    let text = offered.candidates[offered.selected].text
    let range = offered.range
    editBox { $0.replace(range, with: text) }
    offered.range = range.lowerBound..<range.lowerBound + text.count
    completion = offered
  }

  /// Any other key accepts the text in the box and closes the completions.
  private func keeps(_ offered: Completion, _ key: Key) -> Completion? {
    key == .escape ? offered : nil
  }
}
