import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Turns successive snapshots into the events and messages of a watch.
struct Watcher {
  private var watch: QueryWatch
  private let favorites: Set<Model.ID>
  private var reportedProblems: [String] = []
  private var hasGreeted = false

  init(watch: QueryWatch, favorites: Set<Model.ID>) {
    self.watch = watch
    self.favorites = favorites
  }

  /// Begins with the models of an earlier date, so that what changed since is an event.
  mutating func resume(from catalog: Catalog, at date: Date, changed: Set<Model.ID>) {
    _ = watch.update(
      to: catalog, in: QueryContext(now: date, favorites: favorites, changed: changed))
  }

  /// The events, and messages about problems, each reported once as long as it persists.
  mutating func update(to snapshot: Snapshot, now: Date) -> (events: [WatchEvent], notes: [String])
  {
    // Without OpenRouter's models those of an earlier date would all seem removed.
    let isComplete = snapshot.openRouterCount > 0 || !watch.hasBegun
    let context = QueryContext(
      now: now, favorites: favorites, changed: snapshot.changedOfLate(now: now))
    let events = isComplete ? watch.update(to: snapshot.catalog, in: context) : []
    let problems = [snapshot.failure?.error.summary, snapshot.cacheNotice, snapshot.historyNotice]
      .compactMap(\.self)
    var notes = problems.filter { !reportedProblems.contains($0) }
    reportedProblems = problems
    if watch.hasBegun, isComplete, !hasGreeted {
      hasGreeted = true
      let verb = watch.matching.count == 1 ? "matches" : "match"
      notes.append("watching; \(CountText.of(watch.matching.count, "model")) \(verb) now")
    }
    return (events, notes)
  }
}
