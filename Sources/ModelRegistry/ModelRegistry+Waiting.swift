import Foundation
import ModelCatalog

extension ModelRegistry {
  /// Sleeps until something is due or the plan changes.
  func rest() async {
    let wait = [untilRefresh, untilStale()].compactMap { $0 }.min() ?? schedule.interval
    let sleep = Task { [clock] in (try? await clock.sleep(for: wait)) != nil }
    self.sleep = sleep
    let hasSleptThrough = await withTaskCancellationHandler {
      await sleep.value
    } onCancel: {
      sleep.cancel()
    }
    // A plan made between the end of the sleep and this line begins to wait only now.
    guard hasSleptThrough, self.sleep == sleep else { return }
    untilRefresh = untilRefresh.map { $0 - wait }
    publish { _ in }
  }

  /// Before a refresh that a jump of the wall clock has made due: a machine that wakes has no network
  /// yet, and a clock that jumps to and fro brings no more than so many.
  static let settling = Duration.seconds(10)

  /// Follows the jumps of the wall clock, until cancelled.
  func observeClockChanges(_ watch: DescriptorWatch) async {
    for await _ in watch.changes { clockWasSet() }
    withExtendedLifetime(watch) {}
  }

  /// What was planned for a date keeps it, as far as that is still to come within the time planned.
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

  /// When the next refresh is due, for who publishes it; nil if ``run()`` is not there to do it.
  func makePlan(after delay: Duration?) -> Date? {
    guard isRunning else { return nil }
    untilRefresh = delay
    sleep?.cancel()
    sleep = nil
    return delay.map { now().addingTimeInterval($0.timeInterval) }
  }

  /// From now to the age at which what is shown is stale; nil if it is that already.
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
