/// Durations in settings: `30s`, `15m`, `1h`.
enum DurationText {
  /// Nil for anything but an integer with one unit, and for more than a year.
  static func parse(_ text: String) -> Duration? {
    guard let unit = text.last, let count = Int(text.dropLast()), count > 0,
      text.first?.isNumber == true
    else { return nil }
    let seconds: Int
    switch unit {
    case "s": seconds = 1
    case "m": seconds = 60
    case "h": seconds = 3600
    case "d": seconds = 86400
    default: return nil
    }
    let (total, overflowed) = count.multipliedReportingOverflow(by: seconds)
    return overflowed || total > 366 * 86400 ? nil : .seconds(total)
  }
}
