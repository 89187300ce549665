package import Logging
import ModelCatalog

extension Logger {
  /// Logs what is new in a snapshot: a refresh that succeeded or failed, and problems with files.
  package func log(_ snapshot: Snapshot, after last: Snapshot) {
    if let failure = snapshot.failure, failure != last.failure {
      warning(
        "refresh failed",
        metadata: [
          "reason": "\(DisplayText.clean(failure.error.summary))",
          "attempts": "\(failure.attempts)",
        ])
    }
    if snapshot.freshness.fetched != last.freshness.fetched, snapshot.failure == nil {
      let changes = snapshot.lastChange == last.lastChange ? nil : snapshot.lastChange?.changes
      info(
        "refreshed",
        metadata: [
          "models": "\(snapshot.openRouterCount)",
          "added": "\(changes?.added.count ?? 0)", "removed": "\(changes?.removed.count ?? 0)",
          "changed": "\(changes?.changed.count ?? 0)",
        ])
    }
    if let notice = snapshot.historyNotice, notice != last.historyNotice {
      warning("history", metadata: ["reason": "\(DisplayText.clean(notice))"])
    }
    if let notice = snapshot.cacheNotice, notice != last.cacheNotice {
      warning("cache", metadata: ["reason": "\(DisplayText.clean(notice))"])
    }
  }
}

extension Snapshot {
  /// How many models upstream lists.
  package var openRouterCount: Int {
    catalog.models.count { $0.source == .openRouter && $0.isListed }
  }
}
