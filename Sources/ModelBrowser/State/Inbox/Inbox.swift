import Foundation
import ModelCatalog

/// The unread changes of models, and the read marks to restore when "mark all read" is undone.
///
/// The read marks themselves are the person's, see ``PersonalState/read``.
struct Inbox: Equatable, Sendable {
  /// The history entries since the start of the read marks.
  private(set) var entries: [HistoryEntry] = []
  /// All unread news of a model that has any, newest first.
  private(set) var unread: [Model.ID: [News]] = [:]
  /// The models with unread news, the one with the newest first.
  private(set) var ids: [Model.ID] = []
  /// The read marks before "mark all read", while it can be undone.
  private(set) var undo: MarkAllUndo?

  /// What "mark all read" did.
  enum MarkAllResult: Equatable {
    case nothingUnread
    case marked(count: Int)
    /// Only the marks are restored; what they leave unread is not computed yet.
    case undone
  }

  // MARK: - Updates

  /// Stores the entries since the read marks begin, in any order.
  mutating func receive(_ entries: [HistoryEntry]) { self.entries = entries }

  /// Computes what is unread; nothing without a catalogue.
  mutating func gather(_ catalog: Catalog?, marks: ReadMarks, now: Date) {
    unread = [:]
    ids = []
    guard let catalog else { return }
    for entry in entries
    where entry.date <= now && !marks.isRead(entry.id, at: entry.date, now: now) {
      unread[entry.id, default: []].append(News(entry))
    }
    let today = CalendarDay(now)
    for model in catalog.models where model.expirationDate != nil {
      // If the last day itself is unread news, the reminder would repeat it.
      let isKnown = unread[model.id]?.contains(where: \.setsLastDay) ?? false
      if !isKnown, let ending = News(endingOf: model, today: today),
        !marks.isRead(model.id, at: ending.date, now: now)
      {
        unread[model.id, default: []].append(ending)
      }
    }
    unread = unread.filter { $0.value.contains(where: \.counts) }
    for id in unread.keys { unread[id]?.sort { $0.date > $1.date } }
    ids = unread.keys.sorted { left, right in
      (date(of: right), left) < (date(of: left), right)
    }
  }

  /// Marks one model as read; false if nothing is unread about it.
  func markRead(_ id: Model.ID, in marks: inout ReadMarks, now: Date) -> Bool {
    guard unread[id] != nil else { return false }
    marks.mark(id, through: date(of: id))
    marks.prune(now: now)
    return true
  }

  /// Marks everything as read; a second time, while it can be undone, restores the marks.
  mutating func markAllRead(in marks: inout ReadMarks, now: Date) -> MarkAllResult {
    if let undo, undo.expires > now {
      self.undo = nil
      marks = undo.marks
      return .undone
    }
    guard let newest = ids.first.map(date) else { return .nothingUnread }
    undo = MarkAllUndo(marks: marks, expires: now.addingTimeInterval(Toast.lifetime))
    marks.markAll(through: newest)
    return .marked(count: ids.count)
  }

  /// Moves the deadline of the undo, so that it does not last for hours.
  mutating func clockWasSetBack(by seconds: TimeInterval) {
    undo?.expires.addTimeInterval(-seconds)
  }

  // MARK: - Queries

  /// The date of a model's newest unread news; the distant past if it has none.
  func date(of id: Model.ID) -> Date { unread[id]?.first?.date ?? .distantPast }

  /// The mark of a model in the list; nil if nothing is unread.
  func mark(of id: Model.ID) -> Mark? {
    guard let news = unread[id] else { return nil }
    // The latest addition or removal decides.
    for item in news {
      switch item.kind {
      case .happened(.added), .happened(.returned): return .new
      case .happened(.removed): return .removed
      case .happened(.changed), .happened(.scheduledPrice), .isEnding: continue
      }
    }
    return .changed
  }

  enum Mark: String, Sendable {
    case new = "+"
    case changed = "~"
    case removed = "×"
  }
}
