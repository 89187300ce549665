import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Turns successive snapshots into the events and messages of a watch.
struct Watcher {
  private var watch: QueryWatch
  private let favorites: Set<Model.ID>
  private var reportedProblems: [String] = []

  init(watch: QueryWatch, favorites: Set<Model.ID>) {
    self.watch = watch
    self.favorites = favorites
  }

  /// The events, and messages about problems, each reported once as long as it persists.
  mutating func update(to snapshot: Snapshot, now: Date) -> (events: [WatchEvent], notes: [String])
  {
    let hadBegun = watch.hasBegun
    let events = watch.update(
      to:
        snapshot.catalog,
      in: QueryContext(
        now: now, favorites: favorites, changed: snapshot.changedOfLate(now: now)))
    let problems = [snapshot.failure?.error.summary, snapshot.cacheNotice, snapshot.historyNotice]
      .compactMap(\.self)
    var notes = problems.filter { !reportedProblems.contains($0) }
    reportedProblems = problems
    if watch.hasBegun, !hadBegun {
      let verb = watch.matching.count == 1 ? "matches" : "match"
      notes.append("watching; \(CountText.of(watch.matching.count, "model")) \(verb) now")
    }
    return (events, notes)
  }
}
