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
  /// Nobody may ask before, because upstream said so; nil if it did not.
  package var notBefore: Date?

  package init(
    summary: String, date: Date, nextRefresh: Date?, attempts: Int = 1, notBefore: Date? = nil
  ) {
    self.notBefore = notBefore
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

  /// When upstream may be asked again by its own word, if that is in the future.
  ///
  /// Nil for a note from the future, as in ``nextTry(after:)``; at most an hour after the failure,
  /// whatever the file says.
  func demandedPause(after now: Date) -> Date? {
    guard date <= now, let notBefore else { return nil }
    let longest = RefreshSchedule.longestRetryAfter.timeInterval
    let end = min(notBefore, date.addingTimeInterval(longest))
    return end > now ? end : nil
  }

  /// The failures in a row to continue counting from; 0 if the last was an hour ago or more.
  func attempts(before now: Date) -> Int {
    (0..<3600).contains(now.timeIntervalSince(date)) ? attempts : 0
  }

  /// Nil without a date and a message.
  init?(json: Data) {
    guard let members = NoteMembers(json), let date = members.date("failedAt"),
      let error = members.texts["error"]
    else { return nil }
    self.init(
      summary: DisplayText.clean(error), date: date, nextRefresh: members.date("nextRefreshAt"),
      attempts: min(max(members.numbers["attempts"] ?? 1, 1), 1000),
      notBefore: members.date("notBeforeAt"))
  }

  var json: Data {
    let members = Members(
      failedAt: NoteMembers.style.format(date), error: summary,
      nextRefreshAt: nextRefresh.map(NoteMembers.style.format), attempts: attempts,
      notBeforeAt: notBefore.map(NoteMembers.style.format))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Strings always encode.
    return (try? encoder.encode(members)) ?? Data()
  }

  private struct Members: Encodable {
    var failedAt: String
    var error: String
    var nextRefreshAt: String?
    var attempts: Int
    var notBeforeAt: String?
  }
}
