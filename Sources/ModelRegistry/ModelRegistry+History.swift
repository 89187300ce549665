import Foundation
import ModelCatalog

extension ModelRegistry {
  func readHistory() async {
    guard let history else { return }
    do throws(HistoryFault) {
      if let saved { try await history.catchUp(with: saved) }
      saved = nil
      removedAndChanged = try await history.removedAndChanged(now: now())
      // Nothing is accepted before this has ended, so the models are those of before.
      let catalog = await snapshot.catalog.adding(removedAndChanged.removed)
      publish {
        $0.catalog = catalog
        $0.changedOn = removedAndChanged.changedOn
      }
    } catch {
      publish { $0.historyNotice = error.summary }
    }
  }

  /// Records what was accepted; a sentence about why it could not be done, or nil.
  func remember(_ listing: ProviderListing, at date: Date, isNews: Bool) async -> String? {
    do throws(HistoryFault) {
      try await history?.insert(listing, at: date)
      if isNews, let history { removedAndChanged = try await history.removedAndChanged(now: date) }
      return nil
    } catch {
      return error.summary
    }
  }
}

extension Catalog {
  /// With models that are gone as well, as far as they are not there.
  func adding(_ removed: [Model]) async -> Catalog {
    removed.isEmpty ? self : Catalog(models + removed)
  }
}
