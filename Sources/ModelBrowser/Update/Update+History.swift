import Foundation
import ModelCatalog
import ModelRegistry

/// What is unread, one model's life, and the way back from the past.
extension State {
  /// Finds out what is unread, from what is known.
  mutating func gatherNews() {
    inbox =
      bygone == nil
      ? Inbox(entries, catalog: catalog, marks: personal.read, now: now) : Inbox()
  }

  /// Asks anew for what depends on the history.
  mutating func historyChanged() -> [Effect] {
    guard hasHistory else { return [] }
    askedLife = nil
    var effects: [Effect] = []
    if personal.read.until.map({ $0 > now }) ?? true {
      // Whoever looks for the first time has missed nothing; and a mark that was made by a clock
      // ahead of this one would hide what comes.
      personal.read = ReadMarks(until: now)
      effects.append(.save(personal))
    }
    return effects + [.readNews(since: personal.read.begin(now: now))]
  }

  mutating func take(_ result: Result<[HistoryEntry], HistoryFault>) {
    // Why there is none the snapshot tells.
    guard case .success(let read) = result else { return }
    entries = read
    showNews()
  }

  private mutating func showNews() {
    guard bygone == nil else { return }
    gatherNews()
    rebuildSidebar()
    refilter()
  }

  // MARK: - One model's life

  /// Asks for the life of the model that the detail shows, once.
  mutating func askForLife() -> [Effect] {
    guard hasHistory, isLoaded else { return [] }
    let model = layout.detail == nil ? nil : selectedModel
    let id = model?.source == .openRouter ? model?.id : nil
    guard id != askedLife else { return [] }
    askedLife = id
    return id.map { [.readLife($0, asOf: bygone?.date)] } ?? []
  }

  mutating func take(_ read: ReadLife) {
    guard read.id == askedLife else { return }
    life = read
    clampScroll()
  }

  // MARK: - Marking

  /// Marks the selected model's news, and goes on to the next row.
  mutating func markRead() -> [Effect] {
    guard let id = selectedModel?.id, bygone == nil else { return [] }
    guard inbox.unread[id] != nil else {
      toast = .news("nothing unread about \(id)", at: now)
      return []
    }
    let row = selectedRow ?? 0
    personal.read.mark(id, through: inbox.date(of: id))
    personal.read.prune(now: now)
    showNews()
    // The inbox has lost the row, so the next one has moved up.
    if choice != .inbox { selectRow(row + 1) }
    return [.save(personal)]
  }

  mutating func markAllRead() -> [Effect] {
    if let unmarked, unmarked.expires > now {
      self.unmarked = nil
      personal.read = unmarked.marks
      showNews()
      toast = .news("\(CountText.of(inbox.ids.count, "model")) unread again", at: now)
      return [.save(personal), .readNews(since: personal.read.begin(now: now))]
    }
    guard let newest = inbox.newest else {
      toast = .news("nothing is unread", at: now)
      return []
    }
    let count = CountText.of(inbox.ids.count, "model")
    unmarked = Unmarked(marks: personal.read, expires: now.addingTimeInterval(Toast.lifetime))
    personal.read.markAll(through: newest)
    showNews()
    toast = .news("news of \(count) marked as read; D again takes it back", at: now)
    return [.save(personal)]
  }

  // MARK: - The past

  /// Shows the present catalogue again, with the selection where it was.
  mutating func returnToNow() {
    guard bygone != nil else { return }
    let oldMatches = matches.map { catalog.models[$0.place].id }
    let oldRow = selectedRow
    bygone = nil
    life = nil
    askedLife = nil
    index = SearchIndex(catalog)
    gatherNews()
    rebuildSidebar()
    readQuery()
    keepSelection(oldMatches, oldRow: oldRow, mayMove: false)
    toast = .news("back to now", at: now)
  }
}
