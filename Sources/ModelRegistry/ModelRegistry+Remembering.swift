import Foundation
import ModelCatalog

extension ModelRegistry {
  func readHistory() async {
    guard let history else { return }
    do throws(HistoryFault) {
      if let saved { try await history.catchUp(with: saved) }
      saved = nil
      recollection = try await history.recollection(now: now())
      // Nothing is accepted before this has ended, so the models are those of before.
      let catalog = await snapshot.catalog.adding(recollection.gone)
      publish {
        $0.catalog = catalog
        $0.changedOn = recollection.changedOn
      }
    } catch {
      publish { $0.historyNotice = error.summary }
    }
  }

  /// Records what was accepted; a sentence about why it could not be done, or nil.
  func remember(_ listing: ProviderListing, at date: Date, isNews: Bool) async -> String? {
    do throws(HistoryFault) {
      try await history?.record(listing, at: date)
      if isNews, let history { recollection = try await history.recollection(now: date) }
      return nil
    } catch {
      return error.summary
    }
  }
}

extension Catalog {
  /// With models that are gone as well, as far as they are not there.
  func adding(_ gone: [Model]) async -> Catalog {
    gone.isEmpty ? self : Catalog(models + gone)
  }
}
