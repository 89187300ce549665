import Logging
import ModelCatalog
import ModelRegistry
import ServiceLifecycle

/// Keeps the models fresh, and tells what is served and the event streams of every snapshot.
struct NewsService: Service, CustomStringConvertible {
  let registry: ModelRegistry
  let current: CurrentSnapshot
  let hub: EventHub
  let logger: Logger
  let clock: any Clock<Duration>

  /// As logs name it.
  var description: String { "news" }

  /// Proxies and clients give up on streams that say nothing for a minute.
  private static let heartbeat = Duration.seconds(30)

  func run() async throws {
    await withDiscardingTaskGroup { group in
      group.addTask { await registry.run() }
      group.addTask { await listen() }
      group.addTask {
        while (try? await clock.sleep(for: Self.heartbeat)) != nil { hub.beat() }
      }
      try? await gracefulShutdown()
      group.cancelAll()
    }
  }

  private func listen() async {
    var last = current.value.snapshot
    for await snapshot in await registry.snapshots() {
      current.take(snapshot)
      hub.wake()
      log(snapshot, after: last)
      last = snapshot
    }
  }

  private func log(_ snapshot: Snapshot, after last: Snapshot) {
    if let failure = snapshot.failure, failure != last.failure {
      logger.warning(
        "refresh failed",
        metadata: [
          "reason": "\(DisplayText.clean(failure.error.summary))",
          "attempts": "\(failure.attempts)",
        ])
    }
    if snapshot.freshness.fetched != last.freshness.fetched, snapshot.failure == nil {
      let changes = snapshot.lastChange == last.lastChange ? nil : snapshot.lastChange?.changes
      logger.info(
        "refreshed",
        metadata: [
          "models": "\(snapshot.openRouterCount)",
          "added": "\(changes?.added.count ?? 0)", "removed": "\(changes?.removed.count ?? 0)",
          "changed": "\(changes?.changed.count ?? 0)",
        ])
    }
    if let notice = snapshot.historyNotice, notice != last.historyNotice {
      logger.warning("history", metadata: ["reason": "\(DisplayText.clean(notice))"])
    }
    if let notice = snapshot.cacheNotice, notice != last.cacheNotice {
      logger.warning("cache", metadata: ["reason": "\(DisplayText.clean(notice))"])
    }
  }
}

extension Snapshot {
  /// How many models upstream lists.
  var openRouterCount: Int {
    catalog.models.count { $0.source == .openRouter && $0.isListed }
  }
}
