import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Unread changes, and the return from the past.
extension State {
  /// Computes what is unread; nothing in a past catalogue.
  mutating func gatherNews() {
    inbox.gather(
      world.pastCatalog == nil ? catalog : nil, marks: personal.read, now: world.now)
  }

  /// Requests again what depends on the history.
  mutating func historyChanged() -> [Effect] {
    guard world.hasHistory else { return [] }
    world.expireHistory()
    var effects: [Effect] = []
    if personal.read.until.map({ $0.timeIntervalSince(world.now) > 1 }) ?? true {
      // On the first start nothing is unread. A mark from a clock that was ahead would hide new
      // entries.
      personal.read = ReadMarks(until: world.now)
      effects.append(.save(personal))
    }
    return effects + [.readNews(since: personal.read.begin(now: world.now))]
  }

  mutating func receive(_ result: Result<[HistoryEntry], HistoryFault>) {
    // The snapshot carries the reason for a failure.
    guard case .success(let entries) = result else { return }
    inbox.receive(entries)
    showNews()
  }

  private mutating func showNews() {
    guard world.pastCatalog == nil else { return }
    gatherNews()
    recount()
  }

  /// Marks the selected model as read and moves to the next row.
  mutating func markRead() -> [Effect] {
    guard let id = selectedModel?.id, world.pastCatalog == nil else { return [] }
    let row = selectedRow ?? 0
    guard inbox.markRead(id, in: &personal.read, now: world.now) else {
      toast = .news("nothing unread about \(id)", at: world.now)
      return []
    }
    showNews()
    // In the inbox the row disappears, so the next one moves up.
    if search.choice != .inbox { selectRow(row + 1) }
    return [.save(personal)]
  }

  mutating func markAllRead() -> [Effect] {
    switch inbox.markAllRead(in: &personal.read, now: world.now) {
    case .nothingUnread:
      toast = .news("nothing is unread", at: world.now)
      return []
    case .marked(let count):
      showNews()
      toast = .news(
        "\(CountText.of(count, "model")) marked as read; "
          + "\(keys.key(of: .markAllRead)) again undoes it", at: world.now)
      return [.save(personal)]
    case .undone:
      showNews()
      toast = .news(
        "\(CountText.of(inbox.ids.count, "model")) unread again", at: world.now)
      return [.save(personal), .readNews(since: personal.read.begin(now: world.now))]
    }
  }

  /// Shows the present catalogue again, with the selection where it was.
  mutating func returnToNow() {
    guard world.pastCatalog != nil else { return }
    let oldIDs = search.shownIDs
    let oldRow = selectedRow
    world.leavePast()
    search.isPast = false
    search.replaceCatalog(catalog)
    gatherNews()
    search.listSidebar(in: scope)
    search.readQuery()
    keepSelection(oldIDs, oldRow: oldRow)
    toast = .news("back to now", at: world.now)
  }
}
