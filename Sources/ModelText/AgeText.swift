/// Durations for people, no finer than minutes so that they need no frequent redrawing.
package enum AgeText {
  /// `under 1 min`, `3 min`, `2 h`, `5 days`, for a duration in seconds; a negative one counts as
  /// zero.
  package static func span(_ seconds: Double) -> String {
    guard seconds.isFinite else { return "a long time" }
    let minutes = Int(max(0, min(seconds, 1e12)) / 60)
    switch minutes {
    case 0: return "under 1 min"
    case ..<90: return "\(minutes) min"
    case ..<2880: return "\((minutes + 30) / 60) h"
    default: return days(minutes / 1440)
    }
  }

  /// `today`, `yesterday`, `12 days ago`, `3 months ago`, `in 9 days`, for a number of days since.
  package static func ago(days passed: Int) -> String {
    switch passed {
    case ..<0: "in \(days(-passed))"
    case 0: "today"
    case 1: "yesterday"
    default: "\(days(passed)) ago"
    }
  }

  private static func days(_ count: Int) -> String {
    switch count {
    case 1: "1 day"
    case ..<60: "\(count) days"
    case ..<730: "\(count * 12 / 365) months"
    default: "\(count / 365) years"
    }
  }
}
