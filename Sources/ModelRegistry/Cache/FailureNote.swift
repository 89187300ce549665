package import Foundation

/// What went wrong last for anyone who shares the cache: the content of `openrouter_failure.json`.
package struct FailureNote: Hashable, Sendable {
  /// One sentence, without a full stop.
  package var summary: String
  package var date: Date
  /// Before this nobody who shares the cache should ask again unbidden; nil if that is not known.
  package var nextRefresh: Date?

  package init(summary: String, date: Date, nextRefresh: Date?) {
    self.summary = summary
    self.date = date
    self.nextRefresh = nextRefresh
  }

  /// When upstream may be asked again, if that is still to come.
  ///
  /// Nil for a note from the future: the clock was set back, and it could forbid asking for long.
  package func nextTry(after now: Date) -> Date? {
    guard date <= now, let nextRefresh, nextRefresh > now else { return nil }
    return nextRefresh
  }

  /// Nil without a date and words.
  init?(json: Data) {
    guard let members = try? JSONDecoder().decode(Members.self, from: json),
      let date = try? Self.style.parse(members.failedAt)
    else { return nil }
    self.init(
      summary: members.error, date: date,
      nextRefresh: members.nextRefreshAt.flatMap { try? Self.style.parse($0) })
  }

  var json: Data {
    let members = Members(
      failedAt: Self.style.format(date), error: summary,
      nextRefreshAt: nextRefresh.map(Self.style.format))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Strings always encode.
    return (try? encoder.encode(members)) ?? Data()
  }

  private struct Members: Codable {
    var failedAt: String
    var error: String
    var nextRefreshAt: String?
  }

  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}
