import Foundation

extension ModelRegistry {
  /// Sleeps for so long, or until the plan changes.
  func rest(for duration: Duration) async {
    let sleep = Task { [clock] in (try? await clock.sleep(for: duration)) != nil }
    self.sleep = sleep
    let hasSleptThrough = await withTaskCancellationHandler {
      await sleep.value
    } onCancel: {
      sleep.cancel()
    }
    // A plan made after the sleep ended starts to count only now.
    guard hasSleptThrough, self.sleep == sleep else { return }
    send(.slept(duration))
  }

  /// Follows the jumps of the wall clock, until cancelled.
  func observeClockChanges(_ watch: DescriptorWatch) async {
    for await _ in watch.changes { send(.clockWasSet) }
    withExtendedLifetime(watch) {}
  }
}
