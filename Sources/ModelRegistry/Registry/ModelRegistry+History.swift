package import Foundation
package import ModelCatalog

extension ModelRegistry {
  /// All models as they were at that time, of which later today is now; nil without a history.
  package nonisolated func catalog(asOf date: Date) async throws(HistoryFault) -> Catalog? {
    try await history?.catalog(asOf: date, core: core)
  }

  func readHistory() async {
    guard let history else { return }
    do throws(HistoryFault) {
      if let saved { try await history.catchUp(with: saved) }
      saved = nil
      removedAndChanged = try await history.removedAndChanged(now: now())
      // No listing is accepted before this ends, so the models have not changed.
      let catalog = await snapshot.catalog.adding(removedAndChanged.removed)
      send(.historyRead(catalog, changedOn: removedAndChanged.changedOn))
    } catch {
      send(.historyUnreadable(error.summary))
    }
  }

  /// Inserts an accepted listing; why it failed, as a sentence, or nil.
  func insertIntoHistory(_ listing: ProviderListing, at date: Date, isNews: Bool) async -> String? {
    do throws(HistoryFault) {
      try await history?.insert(listing, at: date)
      if isNews, let history { removedAndChanged = try await history.removedAndChanged(now: date) }
      return await history?.notice
    } catch {
      return error.summary
    }
  }
}

extension Catalog {
  /// Adds removed models.
  func adding(_ removed: [Model]) async -> Catalog {
    removed.isEmpty ? self : Catalog(models + removed)
  }
}
