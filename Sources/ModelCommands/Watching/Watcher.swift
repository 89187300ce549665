import Foundation
import ModelCatalog
import ModelRegistry

/// What a person who watches is told as one snapshot follows the other.
struct Watcher {
  private var watch: QueryWatch
  private let favorites: Set<Model.ID>
  private var told: [String] = []

  init(watch: QueryWatch, favorites: Set<Model.ID>) {
    self.watch = watch
    self.favorites = favorites
  }

  /// The events, and sentences about how the watch goes, each told once as long as it holds.
  mutating func update(to snapshot: Snapshot, now: Date) -> (events: [WatchEvent], notes: [String])
  {
    let hadBegun = watch.hasBegun
    let events = watch.update(
      to:
        snapshot.catalog,
      in: QueryContext(
        now: now, favorites: favorites, changed: snapshot.changedOfLate(now: now)))
    let troubles = [snapshot.failure?.error.summary, snapshot.cacheNotice, snapshot.historyNotice]
      .compactMap(\.self)
    var notes = troubles.filter { !told.contains($0) }
    told = troubles
    if watch.hasBegun, !hadBegun {
      let verb = watch.matching.count == 1 ? "matches" : "match"
      notes.append("watching; \(CountText.of(watch.matching.count, "model")) \(verb) now")
    }
    return (events, notes)
  }
}
