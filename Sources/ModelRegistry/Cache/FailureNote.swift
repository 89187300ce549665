package import Foundation
import ModelCatalog

/// The last failure of any process that shares the cache: the content of `openrouter_failure.json`.
package struct FailureNote: Hashable, Sendable {
  /// One sentence, without a full stop.
  package var summary: String
  package var date: Date
  /// No process that shares the cache should fetch before, unless a person asks; nil if unknown.
  package var nextRefresh: Date?
  /// Failures in a row, of all processes together.
  package var attempts: Int

  package init(summary: String, date: Date, nextRefresh: Date?, attempts: Int = 1) {
    self.summary = summary
    self.date = date
    self.nextRefresh = nextRefresh
    self.attempts = attempts
  }

  /// When upstream may be asked again, if that is in the future.
  ///
  /// Nil for a note from the future: the clock was set back, and the note could block refreshes for
  /// a long time.
  package func nextTry(after now: Date) -> Date? {
    guard date <= now, let nextRefresh, nextRefresh > now else { return nil }
    return nextRefresh
  }

  /// The failures in a row to continue counting from; 0 if the last was an hour ago or more.
  func attempts(before now: Date) -> Int {
    (0..<3600).contains(now.timeIntervalSince(date)) ? attempts : 0
  }

  /// Nil without a date and a message.
  init?(json: Data) {
    guard let members = try? JSONDecoder().decode(Members.self, from: json),
      let date = try? Self.style.parse(members.failedAt)
    else { return nil }
    self.init(
      summary: DisplayText.clean(members.error), date: date,
      nextRefresh: members.nextRefreshAt.flatMap { try? Self.style.parse($0) },
      attempts: min(max(members.attempts ?? 1, 1), 1000))
  }

  var json: Data {
    let members = Members(
      failedAt: Self.style.format(date), error: summary,
      nextRefreshAt: nextRefresh.map(Self.style.format), attempts: attempts)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Strings always encode.
    return (try? encoder.encode(members)) ?? Data()
  }

  private struct Members: Codable {
    var failedAt: String
    var error: String
    var nextRefreshAt: String?
    /// Nil in a note of an earlier version.
    var attempts: Int?
  }

  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}
