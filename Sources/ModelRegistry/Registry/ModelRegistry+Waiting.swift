import Foundation
import ModelCatalog

extension ModelRegistry {
  /// Sleeps until the next refresh or staleness, or until the plan changes.
  func rest() async {
    let wait = [untilRefresh, untilStale()].compactMap { $0 }.min() ?? schedule.interval
    let sleep = Task { [clock] in (try? await clock.sleep(for: wait)) != nil }
    self.sleep = sleep
    let hasSleptThrough = await withTaskCancellationHandler {
      await sleep.value
    } onCancel: {
      sleep.cancel()
    }
    // A plan made after the sleep ended starts to count only now.
    guard hasSleptThrough, self.sleep == sleep else { return }
    untilRefresh = untilRefresh.map { $0 - wait }
    publish { _ in }
  }

  /// Before a refresh that a jump of the wall clock has made due: a machine that wakes has no
  /// network yet, and a clock that jumps to and fro brings no more than so many.
  static let settling = Duration.seconds(10)

  /// Follows the jumps of the wall clock, until cancelled.
  func observeClockChanges(_ watch: DescriptorWatch) async {
    for await _ in watch.changes { clockWasSet() }
    withExtendedLifetime(watch) {}
  }

  /// Keeps the planned date, if it is in the future and not later than planned.
  func clockWasSet() {
    guard let planned = untilRefresh, let date = snapshot.nextRefresh else {
      publish { _ in }
      return
    }
    let left = Duration.seconds(date.timeIntervalSince(now()))
    plan(after: min(planned, left > .zero ? left : Self.settling))
  }

  func abandonRefresh() { refreshing?.cancel() }

  func plan(after delay: Duration?) {
    let date = makePlan(after: delay)
    publish { $0.nextRefresh = date }
  }

  /// Plans the next refresh and returns its date; nil unless ``run()`` is running.
  func makePlan(after delay: Duration?) -> Date? {
    guard isRunning else { return nil }
    untilRefresh = delay
    sleep?.cancel()
    sleep = nil
    return delay.map { now().addingTimeInterval($0.timeInterval) }
  }

  /// The time until the shown models are stale; nil if they are.
  func untilStale() -> Duration? {
    switch snapshot.freshness {
    case .coreOnly, .stale: return nil
    case .cached(let date), .live(let date):
      let age = max(0, now().timeIntervalSince(date))
      let left = schedule.interval - .seconds(age)
      return left > .zero ? max(left, .milliseconds(1)) : nil
    }
  }
}
