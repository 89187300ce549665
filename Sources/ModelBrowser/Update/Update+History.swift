import Foundation
import ModelCatalog
import ModelRegistry

/// Unread changes, the history of one model, and returning from the past.
extension State {
  /// Recomputes what is unread.
  mutating func gatherNews() {
    inbox =
      pastCatalog == nil
      ? Inbox(entries, catalog: catalog, marks: personal.read, now: now) : Inbox()
  }

  /// Requests again what depends on the history.
  mutating func historyChanged() -> [Effect] {
    guard hasHistory else { return [] }
    requestedHistory = nil
    var effects: [Effect] = []
    if personal.read.until.map({ $0.timeIntervalSince(now) > 1 }) ?? true {
      // On the first start nothing is unread. A mark from a clock that was ahead would hide new
      // entries.
      personal.read = ReadMarks(until: now)
      effects.append(.save(personal))
    }
    return effects + [.readNews(since: personal.read.begin(now: now))]
  }

  mutating func receive(_ result: Result<[HistoryEntry], HistoryFault>) {
    // The snapshot carries the reason for a failure.
    guard case .success(let read) = result else { return }
    entries = read
    showNews()
  }

  private mutating func showNews() {
    guard pastCatalog == nil else { return }
    gatherNews()
    rebuildSidebar()
    refilter()
  }

  // MARK: - The history of one model

  /// Requests the history of the model in the detail, once.
  mutating func requestHistory() -> [Effect] {
    guard hasHistory, isLoaded else { return [] }
    let model = layout.detail == nil ? nil : selectedModel
    let id = model?.source == .openRouter ? model?.id : nil
    guard id != requestedHistory else { return [] }
    requestedHistory = id
    return id.map { [.loadHistory($0, asOf: pastCatalog?.date)] } ?? []
  }

  mutating func receive(_ read: LoadedHistory) {
    guard read.id == requestedHistory else { return }
    modelHistory = read
    clampScroll()
  }

  // MARK: - Marking

  /// Marks the selected model as read and moves to the next row.
  mutating func markRead() -> [Effect] {
    guard let id = selectedModel?.id, pastCatalog == nil else { return [] }
    guard inbox.unread[id] != nil else {
      toast = .news("nothing unread about \(id)", at: now)
      return []
    }
    let row = selectedRow ?? 0
    personal.read.mark(id, through: inbox.date(of: id))
    personal.read.prune(now: now)
    showNews()
    // In the inbox the row disappears, so the next one moves up.
    if choice != .inbox { selectRow(row + 1) }
    return [.save(personal)]
  }

  mutating func markAllRead() -> [Effect] {
    if let markAllUndo, markAllUndo.expires > now {
      self.markAllUndo = nil
      personal.read = markAllUndo.marks
      showNews()
      toast = .news("\(CountText.of(inbox.ids.count, "model")) unread again", at: now)
      return [.save(personal), .readNews(since: personal.read.begin(now: now))]
    }
    guard let newest = inbox.newest else {
      toast = .news("nothing is unread", at: now)
      return []
    }
    let count = CountText.of(inbox.ids.count, "model")
    markAllUndo = MarkAllUndo(marks: personal.read, expires: now.addingTimeInterval(Toast.lifetime))
    personal.read.markAll(through: newest)
    showNews()
    toast = .news("\(count) marked as read; D again undoes it", at: now)
    return [.save(personal)]
  }

  // MARK: - The past

  /// Shows the present catalogue again, with the selection where it was.
  mutating func returnToNow() {
    guard pastCatalog != nil else { return }
    let oldMatches = matches.map { catalog.models[$0.index].id }
    let oldRow = selectedRow
    pastCatalog = nil
    modelHistory = nil
    requestedHistory = nil
    index = SearchIndex(catalog)
    gatherNews()
    rebuildSidebar()
    readQuery()
    keepSelection(oldMatches, oldRow: oldRow, mayMove: false)
    toast = .news("back to now", at: now)
  }
}
