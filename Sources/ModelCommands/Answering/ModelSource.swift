import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Where a one-shot command gets its models: from a fresh cache; from upstream if the cache is
/// stale or absent, within ``patience``; otherwise, or if a refresh failed and the next is not due
/// yet, from what there is.
struct ModelSource: Sendable {
  let settings: Settings
  let console: Console
  let registry: ModelRegistry
  /// How long to wait for upstream.
  var patience: Duration = .seconds(10)
  var clock: any Clock<Duration> = ContinuousClock()

  init(settings: Settings, console: Console) {
    self.settings = settings
    self.console = console
    registry = ModelRegistry(core: CoreModels.models, settings: settings.registry)
  }

  /// The models to answer from; prints to stderr if they are not fresh.
  func snapshot(now: Date = Date()) async -> Snapshot {
    await registry.load()
    var snapshot = await registry.snapshot
    let source = settings.registry
    if snapshot.isDue(interval: source.interval, now: now) {
      if source.isOffline, !source.upstream.isFile {
        console.note(ModelSourceNotice.offline(snapshot, now: now))
      } else if let noted = source.cache?.failure(), let next = noted.nextTry(after: now) {
        console.note(ModelSourceNotice.waiting(noted, until: next, snapshot, now: now))
      } else {
        let result = await refresh(within: patience)
        snapshot = await registry.snapshot
        if let notice = ModelSourceNotice.after(
          result, snapshot, patience: patience, now: now,
          isElsewhere: source.cache?.isFetchedElsewhere ?? false)
        {
          console.note(notice)
        }
      }
    }
    // Cache and history share a directory: report a problem with it once.
    if let notice = snapshot.cacheNotice ?? snapshot.historyNotice { console.note(notice) }
    return snapshot
  }

  /// Adds what the history knows: removed models and recent changes.
  func loadHistory() async -> Snapshot {
    let before = await registry.snapshot
    await registry.loadHistory()
    let snapshot = await registry.snapshot
    if let notice = snapshot.historyNotice, before.cacheNotice ?? before.historyNotice == nil {
      console.note(notice)
    }
    return snapshot
  }

  /// Nil if upstream has not answered within the limit.
  ///
  /// Shows progress on a terminal.
  func refresh(within limit: Duration?) async -> ModelRegistry.RefreshResult? {
    let (answers, answer) = AsyncStream.makeStream(of: ModelRegistry.RefreshResult?.self)
    let registry = registry
    Task { answer.yield(await registry.refresh()) }
    let alarm = limit.map { limit in
      Task { [clock] in
        guard (try? await clock.sleep(for: limit)) != nil else { return }
        answer.yield(nil)
      }
    }
    let cache = settings.registry.cache
    let progress = Task { [clock] in
      if console.isErrorTerminal { return await Progress(clock: clock).run() }
      guard (try? await clock.sleep(for: .seconds(1))) != nil, cache?.isFetchedElsewhere == true
      else { return }
      console.note("waiting for another modeldex, which is fetching the list")
    }
    var result: ModelRegistry.RefreshResult?
    for await first in answers {
      result = first
      break
    }
    alarm?.cancel()
    progress.cancel()
    await progress.value
    return result
  }
}

/// Messages for stderr when the answer is not from a fresh list.
enum ModelSourceNotice {
  static func offline(_ snapshot: Snapshot, now: Date) -> String {
    "the network is switched off; \(remainder(snapshot, now: now))"
  }

  static func waiting(
    _ noted: FailureNote, until next: Date, _ snapshot: Snapshot, now: Date
  ) -> String {
    "\(noted.summary); the next try is due in \(AgeText.span(next.timeIntervalSince(now))); "
      + remainder(snapshot, now: now)
  }

  /// Nil if there is nothing to report; a nil result means no answer in time.
  static func after(
    _ result: ModelRegistry.RefreshResult?, _ snapshot: Snapshot, patience: Duration, now: Date,
    isElsewhere: Bool = false
  ) -> String? {
    switch result {
    case .success: nil
    case .failure(let error): "\(error.summary); \(remainder(snapshot, now: now))"
    case nil where isElsewhere:
      "another modeldex is fetching the list, and had none after \(patience.components.seconds) s; "
        + remainder(snapshot, now: now)
    case nil:
      "OpenRouter has not answered in \(patience.components.seconds) s; "
        + remainder(snapshot, now: now)
    }
  }

  private static func remainder(_ snapshot: Snapshot, now: Date) -> String {
    guard let fetched = snapshot.freshness.fetched else {
      return "only the core models are known"
    }
    return "OpenRouter's models are those of \(AgeText.span(now.timeIntervalSince(fetched))) ago"
  }
}
