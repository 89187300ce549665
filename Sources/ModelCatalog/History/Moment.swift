package import Foundation

/// Parses a date or a time as people write it.
package enum Moment {
  /// Why a text is not a date or time, as a sentence without a full stop.
  package struct Invalid: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
  }

  /// Which instant of a UTC day a date without a time means.
  package enum DayPart: Sendable {
    case start, end
  }

  /// Parses `2026-08-01`, which means that instant of the day in UTC, or a full ISO 8601 time.
  package static func parse(
    _ text: String, day part: DayPart = .end
  ) throws(Invalid) -> Date {
    if let day = CalendarDay(text) {
      return part == .start ? day.start : day.start.addingTimeInterval(86400 - 0.001)
    }
    if isTime(text) {
      for hasFraction in [false, true] {
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: hasFraction)
        if let date = try? style.parse(text) { return date }
      }
    }
    let shown = DisplayText.clean(text, limit: 40)
    throw Invalid(
      description: "“\(shown)” is not a date: write 2026-08-01 or 2026-08-01T12:00:00Z")
  }

  /// Whether the text is a day, a time of day and a zone: Foundation accepts days past the end of a
  /// month, and ignores text after the zone.
  private static func isTime(_ text: String) -> Bool {
    let shape = /T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?(Z|[+-][0-9]{2}:?[0-9]{2})/
    return CalendarDay(text.prefix(10)) != nil && text.dropFirst(10).wholeMatch(of: shape) != nil
  }
}
