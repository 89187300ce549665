import Foundation
import ModelCatalog

extension ModelRegistry {
  /// Applies `change`, updates the freshness by age, and publishes the snapshot if it differs.
  func publish(_ change: (inout Snapshot) -> Void) {
    var next = snapshot
    change(&next)
    next.freshness = aged(next)
    guard next != snapshot else { return }
    // Monotonic, so that readers can compare snapshots even if the clock was set back.
    next.published = max(now(), snapshot.published)
    snapshot = next
    for reader in readers.values { reader.yield(next) }
  }

  func aged(_ next: Snapshot) -> Snapshot.Freshness {
    guard let stated = next.freshness.fetched else { return .coreOnly }
    // No age is negative, even if the clock was set back.
    let fetched = min(stated, now())
    switch next.freshness {
    case .coreOnly: return .coreOnly
    case .stale: return .stale(fetched)
    case .cached: return isOld(fetched, next) ? .stale(fetched) : .cached(fetched)
    case .live: return isOld(fetched, next) ? .stale(fetched) : .live(fetched)
    }
  }

  /// A running refresh sets the freshness itself.
  func isOld(_ fetched: Date, _ next: Snapshot) -> Bool {
    !next.isRefreshing
      && now().timeIntervalSince(fetched) >= schedule.interval.timeInterval
  }

  func removeReader(_ reader: Int) { readers[reader] = nil }
}
