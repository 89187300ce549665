import Foundation
import ModelCatalog

/// One thing that happened to a model.
struct News: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case happened(HistoryEntry.Kind)
    /// Its last day, which everybody knew of, is close.
    case isEnding(CalendarDay)
  }

  var date: Date
  var kind: Kind

  /// How long before its last day a model is news again, in days.
  static let endingDays = 7

  /// Whether it is worth a person's time by itself; what is not is told beside what is.
  ///
  /// Prices that follow the hour are not, nor facts that nobody chooses a model by.
  var counts: Bool {
    switch kind {
    case .happened(.scheduledPrice): false
    case .happened(.changed(let differences)):
      differences.contains { difference in
        switch difference.field.topic {
        case .price, .limit, .ability, .name, .expiry: true
        case .other: difference.field == .aliasTarget
        case .noise: false
        }
      }
    case .happened(.added), .happened(.returned), .happened(.removed), .isEnding: true
    }
  }

  /// Whether it says which day is the last.
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

  /// That a model's last day is close; nil if it is not, or is over.
  init?(endingOf model: Model, today: CalendarDay) {
    guard let day = model.expirationDate, model.isListed else { return nil }
    let left = day.daysSince1970 - today.daysSince1970
    guard (0...Self.endingDays).contains(left) else { return nil }
    let first = CalendarDay(daysSince1970: day.daysSince1970 - Self.endingDays)
    self.init(date: first.start, kind: .isEnding(day))
  }
}
