import Foundation
import ModelCatalog

/// Rejects listings that would remove most of the known models.
///
/// Pure.
///
/// An empty list is always rejected. One that lacks more than half of the known models is rejected
/// until three refreshes in a row, an interval apart, have had the same ids.
struct ListingGuard {
  private let interval: Duration
  private var suspect: Suspect?

  private struct Suspect {
    var ids: Set<Model.ID>
    var seen: Int
    /// When it was last counted.
    var counted: Date
  }

  /// Refreshes in a row after which a shrunken list is accepted.
  static let needed = 3

  init(interval: Duration) { self.interval = interval }

  /// Nil if a list with these ids is accepted; `known` are the ids accepted last.
  mutating func rejection(
    of ids: Set<Model.ID>, known: Set<Model.ID>, now: Date
  ) -> ProviderError.Refusal? {
    guard !ids.isEmpty else {
      suspect = nil
      return .empty
    }
    let kept = known.intersection(ids).count
    guard (known.count - kept) * 2 > known.count else {
      suspect = nil
      return nil
    }
    let seen = count(ids, now: now)
    guard seen < Self.needed else {
      suspect = nil
      return nil
    }
    return .shrunken(known: known.count, kept: kept, seen: seen, needed: Self.needed)
  }

  /// A failure interrupts the row.
  mutating func interrupt() { suspect = nil }

  /// How often these ids were received in a row; early repeats are not counted.
  private mutating func count(_ ids: Set<Model.ID>, now: Date) -> Int {
    guard var current = suspect, current.ids == ids else {
      suspect = Suspect(ids: ids, seen: 1, counted: now)
      return 1
    }
    // Timers and wall clocks differ a little.
    let elapsed = now.timeIntervalSince(current.counted)
    if elapsed >= interval.timeInterval * 0.9 {
      current.seen += 1
      current.counted = now
    } else if elapsed < 0 {
      // The clock was set back: count from there.
      current.counted = now
    }
    suspect = current
    return current.seen
  }
}
