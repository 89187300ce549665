import Foundation

/// A part of the time of a workload in which every price stays the same.
struct DayPart {
  /// A minute within it, after midnight UTC.
  private let minute: Int
  /// A day of the week within it.
  private let day: Weekday
  /// Its length; only its relation to other parts counts.
  let minutes: Decimal

  /// The parts of the hours that some overrides distinguish; one part where none follows the time.
  ///
  /// Days of the week are distinguished only where an override names some.
  static func parts(of hours: DayHours, distinguishing overrides: [PriceOverride]) -> [DayPart] {
    let scheduled = overrides.filter(\.isScheduled)
    guard !scheduled.isEmpty else {
      return [DayPart(minute: hours.from * 60, day: .monday, minutes: 1)]
    }
    let conditions = scheduled.flatMap(\.conditions)
    let bounds = conditions.flatMap { condition -> [Int] in
      if case .utcMinutes(let from, let until) = condition { [from, until] } else { [] }
    }
    let namesDays = conditions.contains { if case .utcDays = $0 { true } else { false } }
    let days = namesDays ? Weekday.allCases : [.monday]
    let pieces = hours.minuteRanges.flatMap { range -> [Range<Int>] in
      let cuts = Set(bounds.filter { range.contains($0) } + [range.lowerBound]).sorted()
      return zip(cuts, cuts.dropFirst() + [range.upperBound]).map { $0..<$1 }
    }
    return days.flatMap { day in
      pieces.map { DayPart(minute: $0.lowerBound, day: day, minutes: Decimal($0.count)) }
    }
  }

  /// Whether the conditions of an override that follow the time hold.
  func isWithin(_ override: PriceOverride) -> Bool {
    override.conditions.allSatisfy { condition in
      switch condition {
      case .promptTokens, .unknown: true
      case .utcMinutes(let from, let until):
        from <= until
          ? (from..<until).contains(minute) : minute >= from || minute < until
      case .utcDays(let days): days.contains(day)
      }
    }
  }
}
