import Foundation
import ModelCatalog

/// What became of the models since the person last looked.
struct Inbox: Equatable, Sendable {
  /// Of the models that something unread happened to: all of it, the newest first.
  private(set) var unread: [Model.ID: [News]] = [:]
  /// Those models, the one with the newest news first.
  private(set) var ids: [Model.ID] = []

  init() {}

  /// `entries` are those of the history since the marks begin, in any order.
  init(_ entries: [HistoryEntry], catalog: Catalog, marks: ReadMarks, now: Date) {
    for entry in entries
    where entry.date <= now && !marks.isRead(entry.id, at: entry.date, now: now) {
      unread[entry.id, default: []].append(News(entry))
    }
    let today = CalendarDay(now)
    for model in catalog.models where model.expirationDate != nil {
      // Where the last day itself is news, it needs no second telling.
      let isTold = unread[model.id]?.contains(where: \.setsLastDay) ?? false
      if !isTold, let ending = News(endingOf: model, today: today),
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

  /// When the newest of it happened; the distant past if nothing did.
  func date(of id: Model.ID) -> Date { unread[id]?.first?.date ?? .distantPast }

  var newest: Date? { ids.first.map(date) }

  /// What a row of the list says about it in one cell.
  func mark(of id: Model.ID) -> Mark? {
    guard let news = unread[id] else { return nil }
    // The latest of coming and going says what it is now.
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
