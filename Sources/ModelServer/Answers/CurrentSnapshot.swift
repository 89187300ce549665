import Foundation
import ModelCatalog
import ModelRegistry
import NIOConcurrencyHelpers

/// The newest snapshot, encoded for serving.
///
/// Read by every request. May be updated from several tasks: an older snapshot never replaces a
/// newer.
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

  /// Reuses the encoded catalogue if it has not changed.
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
