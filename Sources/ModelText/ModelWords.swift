package import ModelCatalog

extension Model {
  /// `expires 2026-08-24, in 3 days`, `expired 2026-09-30, 57 days ago`; nil without a last day.
  package func expiryNotice(today: CalendarDay) -> String? {
    expirationDate.map { Self.expiryNotice($0, today: today) }
  }

  /// Those for a last day.
  static func expiryNotice(_ day: CalendarDay, today: CalendarDay) -> String {
    let passed = today.daysSince1970 - day.daysSince1970
    return "\(passed > 0 ? "expired" : "expires") \(day), \(AgeText.ago(days: passed))"
  }
}

extension Model.Reasoning {
  /// When the model reasons, and the efforts that can be requested: `always: low high, default
  /// low`, `on by default`, `on request`.
  var words: String {
    let when = isMandatory ? "always" : isDefault == true ? "on by default" : "on request"
    let list = efforts.isEmpty ? "" : ": " + efforts.joined(separator: " ")
    return when + list + (defaultEffort.map { ", default \($0)" } ?? "")
  }
}
