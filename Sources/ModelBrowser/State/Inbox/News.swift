import Foundation
import ModelCatalog

/// One event in a model's history that can be unread.
struct News: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case happened(HistoryEntry.Kind)
    /// Its announced last day is close.
    case isEnding(CalendarDay)
  }

  var date: Date
  var kind: Kind

  /// Days before its last day from which a model is news again.
  static let endingDays = 7

  /// Whether it makes a model unread; other news is shown only beside news that does.
  ///
  /// Scheduled prices do not, nor do facts by which models are rarely chosen.
  var counts: Bool {
    switch kind {
    case .happened(.changed(let differences)): differences.contains(where: \.isNews)
    case .happened(.scheduledPrice): false
    case .happened(.added), .happened(.returned), .happened(.removed), .isEnding: true
    }
  }

  /// Whether it sets the last day.
  var setsLastDay: Bool {
    guard case .happened(.changed(let differences)) = kind else { return false }
    return differences.contains { $0.field == .expirationDate && $0.new != .unknown }
  }

  init(date: Date, kind: Kind) {
    self.date = date
    self.kind = kind
  }

  init(_ entry: HistoryEntry) {
    self.init(date: entry.date, kind: .happened(entry.kind))
  }

  /// The reminder that a model's last day is close; nil if it is not close or has passed.
  init?(endingOf model: Model, today: CalendarDay) {
    guard let day = model.expirationDate, model.isListed else { return nil }
    let left = day.daysSince1970 - today.daysSince1970
    guard (0...Self.endingDays).contains(left) else { return nil }
    let first = CalendarDay(daysSince1970: day.daysSince1970 - Self.endingDays)
    self.init(date: first.start, kind: .isEnding(day))
  }
}
