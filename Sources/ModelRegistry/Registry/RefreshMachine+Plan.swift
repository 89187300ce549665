import Foundation
import ModelCatalog

/// When to refresh next, and how old the shown models are.
extension RefreshMachine {
  /// Before a refresh that a jump of the wall clock has made due: a machine that resumes from sleep
  /// has no network yet, and a clock that jumps back and forth must not cause a refresh each time.
  static let settling = Duration.seconds(10)

  func loopStep(_ now: Date) -> LoopStep {
    if let untilRefresh, untilRefresh <= .zero { return .refresh }
    return .sleep([untilRefresh, untilStale(now)].compactMap { $0 }.min() ?? schedule.interval)
  }

  /// Applies `change`, updates the freshness by age, and publishes the snapshot if it differs.
  mutating func publish(_ now: Date, _ change: (inout Snapshot) -> Void = { _ in }) -> [Action] {
    var next = snapshot
    change(&next)
    next.freshness = aged(next, now: now)
    guard next != snapshot else { return [] }
    // Monotonic, so that readers can compare snapshots even if the clock was set back.
    next.published = max(now, snapshot.published)
    snapshot = next
    return [.publish]
  }

  private func aged(_ next: Snapshot, now: Date) -> Snapshot.Freshness {
    guard let stated = next.freshness.fetched else { return .coreOnly }
    // No age is negative, even if the clock was set back.
    let fetched = min(stated, now)
    // A running refresh sets the freshness itself.
    let isOld =
      !next.isRefreshing && now.timeIntervalSince(fetched) >= schedule.interval.timeInterval
    switch next.freshness {
    case .coreOnly: return .coreOnly
    case .stale: return .stale(fetched)
    case .cached: return isOld ? .stale(fetched) : .cached(fetched)
    case .live: return isOld ? .stale(fetched) : .live(fetched)
    }
  }

  /// Plans the next refresh and applies `change` to the snapshot in the same step.
  mutating func plan(
    after delay: Duration?, now: Date, _ change: (inout Snapshot) -> Void = { _ in }
  ) -> [Action] {
    if isRunning { untilRefresh = delay }
    let date = isRunning ? delay.map { now.addingTimeInterval($0.timeInterval) } : nil
    return (isRunning ? [.wake] : [])
      + publish(now) {
        change(&$0)
        $0.nextRefresh = date
      }
  }

  /// Keeps the planned date, if it is in the future and not later than planned.
  mutating func adjustPlan(_ now: Date) -> [Action] {
    guard let planned = untilRefresh, let date = snapshot.nextRefresh else { return publish(now) }
    let left = Duration.seconds(date.timeIntervalSince(now))
    return plan(after: min(planned, left > .zero ? left : Self.settling), now: now)
  }

  /// The time until the shown list has been here for an interval.
  ///
  /// Its age does not matter: a source with an old list has no newer one.
  func untilDue(_ now: Date) -> Duration {
    guard let received = snapshot.received else { return .zero }
    return max(schedule.interval - .seconds(max(0, now.timeIntervalSince(received))), .zero)
  }

  /// The time until the shown models are stale; nil if they are.
  func untilStale(_ now: Date) -> Duration? {
    switch snapshot.freshness {
    case .coreOnly, .stale: return nil
    case .cached(let date), .live(let date):
      let age = max(0, now.timeIntervalSince(date))
      let left = schedule.interval - .seconds(age)
      return left > .zero ? max(left, .milliseconds(1)) : nil
    }
  }
}
