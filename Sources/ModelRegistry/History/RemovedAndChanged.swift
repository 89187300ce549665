import Foundation
import ModelCatalog

/// What the history adds to the shown models.
struct RemovedAndChanged: Equatable {
  /// No longer listed by upstream.
  var removed: [Model] = []
  /// When models last changed, if that is less than ``recentInterval`` ago.
  var changedOn: [Model.ID: Date] = [:]

  /// A week, in seconds.
  static let recentInterval: TimeInterval = 7 * 86400
}

extension CatalogHistory {
  func removedAndChanged(now: Date) async throws(HistoryFault) -> RemovedAndChanged {
    RemovedAndChanged(
      removed: try await removed(),
      changedOn: try await changed(since: now.addingTimeInterval(-RemovedAndChanged.recentInterval))
    )
  }

  /// Inserts the cached listing if it is newer than the last observation.
  func catchUp(with saved: CatalogCache.Saved) async throws(HistoryFault) {
    let last = try await dateRange()?.last ?? .distantPast
    // Dates in cache notes are rounded to milliseconds.
    guard saved.fetched.timeIntervalSince(last) > 0.5 else { return }
    try await insert(saved.listing, at: saved.fetched)
  }
}
