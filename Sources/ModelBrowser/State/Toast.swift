import Foundation

/// A short message on the last line.
struct Toast: Equatable, Sendable {
  enum Level: Sendable {
    case news, warning, error
  }

  var text: String
  var level: Level
  /// When it disappears; if nil, with the next key.
  var expires: Date?

  /// How long messages without an error are shown, in seconds.
  static let lifetime = 6.0

  static func news(_ text: String, at now: Date) -> Toast {
    Toast(text: text, level: .news, expires: now.addingTimeInterval(lifetime))
  }

  static func warning(_ text: String, at now: Date) -> Toast {
    Toast(text: text, level: .warning, expires: now.addingTimeInterval(lifetime))
  }

  static func error(_ text: String) -> Toast {
    Toast(text: text, level: .error, expires: nil)
  }
}
