import Foundation
import ModelCatalog
import ModelRegistry
import NIOConcurrencyHelpers

/// The newest snapshot in the form in which it is served.
///
/// Read by every request, replaced by whoever hears news first; an older one never comes back.
final class CurrentSnapshot: Sendable {
  private let state: NIOLockedValueBox<ServedSnapshot>
  private let interval: Duration

  init(_ snapshot: Snapshot, interval: Duration) {
    self.interval = interval
    state = NIOLockedValueBox(
      ServedSnapshot(
        snapshot, encoded: EncodedCatalog(snapshot.catalog), interval: interval))
  }

  var value: ServedSnapshot { state.withLockedValue { $0 } }

  /// Encodes only what differs from what is served already.
  func update(to snapshot: Snapshot) {
    let old = value
    guard snapshot.published >= old.snapshot.published, snapshot != old.snapshot else { return }
    let encoded =
      snapshot.catalog == old.encoded.catalog ? old.encoded : EncodedCatalog(snapshot.catalog)
    let new = ServedSnapshot(snapshot, encoded: encoded, interval: interval, after: old)
    state.withLockedValue { current in
      if current.snapshot.published <= snapshot.published { current = new }
    }
  }
}
