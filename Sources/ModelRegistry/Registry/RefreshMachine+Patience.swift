import Foundation

/// Nothing asks upstream more often than it allows, or than ``floor``: neither a schedule, nor a
/// person, nor a client, nor a process that was started again.
extension RefreshMachine {
  /// Fetches, unless upstream said to wait, or was asked a moment ago.
  mutating func proceed(_ now: Date) -> (actions: [Action], step: Step) {
    if let (note, date) = demand(now) { return refuse(until: date, because: note, now: now) }
    let pause = untilQuestion(now)
    if pause > .zero { return ([], .pause(pause)) }
    return ([], isShared && request?.hasLease == false ? .acquireLease : startFetching())
  }

  /// The note of a `Retry-After` that still holds, and when it ends.
  private func demand(_ now: Date) -> (note: FailureNote, until: Date)? {
    [ownFailure, request?.failure].compactMap(\.self)
      .compactMap { note in note.demandedPause(after: now).map { (note, $0) } }
      .max { $0.1 < $1.1 }
  }

  /// How long until upstream may be asked, by the last question of any process.
  private func untilQuestion(_ now: Date) -> Duration {
    // A later date was noted before the clock was set back.
    let last = [lastQuestion, request?.fetched, request?.failure?.date].compactMap(\.self)
      .filter { $0 <= now }.max()
    guard let last else { return .zero }
    return floor - .seconds(now.timeIntervalSince(last))
  }

  private mutating func refuse(
    until date: Date, because note: FailureNote, now: Date
  ) -> (actions: [Action], step: Step) {
    (request, isFetching) = (nil, false)
    let wait = Duration.seconds(date.timeIntervalSince(now))
    let actions = plan(after: wait, now: now) { $0.isRefreshing = false }
    // Upstream was not asked, so this is neither counted nor noted.
    return (actions, .end(.failure(.refused(.waiting(wait, reason: note.summary))), nil))
  }
}
