import CTerminal
import Glibc
import NIOConcurrencyHelpers

/// Passes events from any task to the loop that blocks in poll.
///
/// Events wait in the order they were posted, however many; the loop takes all of them and draws
/// once. Events that a newer one supersedes (snapshots) should carry only the newest.
package final class Mailbox<Event: Sendable>: Sendable {
  /// Readable while events wait; for poll only.
  package let descriptor: Int32
  /// Any task appends, the loop drains.
  ///
  /// The lock covers the wake-up too, so that the descriptor is readable if and only if this is not
  /// empty.
  private let waiting = NIOLockedValueBox<[Event]>([])

  /// nil if the process has no descriptor left.
  package init?() {
    descriptor = cterm_make_event()
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Adds an event and wakes the loop; may be called from anywhere, and never blocks on it.
  package func post(_ event: Event) {
    waiting.withLockedValue { events in
      events.append(event)
      if events.count == 1 {
        var one: UInt64 = 1
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
      }
    }
  }

  /// Removes and returns all waiting events, oldest first.
  package func drain() -> [Event] {
    waiting.withLockedValue { events in
      guard !events.isEmpty else { return [] }
      var count: UInt64 = 0
      _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
      defer { events = [] }
      return events
    }
  }
}
