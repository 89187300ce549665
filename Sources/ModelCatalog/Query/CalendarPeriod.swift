/// A year, a month or a day in a query, as a range of days.
package struct CalendarPeriod: Hashable, Sendable, CustomStringConvertible {
  package let first: CalendarDay
  package let last: CalendarDay
  package let description: String

  /// Parses `2025`, `2025-06` and `2025-06-30` only.
  package init?(_ text: String) {
    let firstText: String
    switch text.utf8.count {
    case 4: firstText = text + "-01-01"
    case 7: firstText = text + "-01"
    default: firstText = text
    }
    guard let first = CalendarDay(firstText) else { return nil }
    self.first = first
    description = text
    switch text.utf8.count {
    case 4: last = CalendarDay(year: first.year, month: 12, day: 31) ?? first
    case 7:
      let next =
        first.month == 12
        ? CalendarDay(year: first.year + 1, month: 1, day: 1)
        : CalendarDay(year: first.year, month: first.month + 1, day: 1)
      last = next.map { CalendarDay(daysSince1970: $0.daysSince1970 - 1) } ?? first
    default: last = first
    }
  }

  /// Days since 1970-01-01.
  var days: ClosedRange<Int> { first.daysSince1970...last.daysSince1970 }

  /// Whether further characters could make it a date.
  static func isBeginning(_ text: String) -> Bool {
    let shape = "0000-00-00".utf8
    return text.utf8.count < 10
      && zip(text.utf8, shape).allSatisfy { letter, pattern in
        pattern == UInt8(ascii: "-")
          ? letter == pattern : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter)
      }
  }
}
