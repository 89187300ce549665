import Foundation
import ModelCatalog

/// What the history adds to the models at hand.
struct RemovedAndChanged: Equatable {
  /// No longer listed by upstream.
  var removed: [Model] = []
  /// When models last changed, if that is less than ``span`` ago.
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

  /// Takes in what a cache holds if that is newer than all that was recorded.
  func catchUp(with saved: CatalogCache.Saved) async throws(HistoryFault) {
    let last = try await dateRange()?.last ?? .distantPast
    // Notes of caches have their dates to the millisecond.
    guard saved.fetched.timeIntervalSince(last) > 0.5 else { return }
    try await insert(saved.listing, at: saved.fetched)
  }
}
