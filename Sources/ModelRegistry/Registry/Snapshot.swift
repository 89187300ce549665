package import Foundation
package import ModelCatalog

/// What the registry publishes: the models, how old they are, and what happens next.
///
/// A failed refresh is news about age, never about models.
package struct Snapshot: Equatable, Sendable {
  /// Core models and OpenRouter's: those that it lists and, once the history has been read, those
  /// that it has removed.
  package var catalog: Catalog
  package var freshness: Freshness
  /// When the shown listing was received; earlier for its source, if that is another modeldex.
  package var received: Date?
  /// Why the last refresh failed; nil since the last success.
  package var failure: Failure?
  /// The changes of the last refresh that brought any.
  package var lastChange: Change?
  /// When OpenRouter's models last changed, also in earlier runs; nil if unknown.
  package var lastChanged: Date?
  /// Why the cache could not be read, or the last listing not saved, as a sentence without a full
  /// stop; nil if all is well.
  package var cacheNotice: String?
  /// The models that changed in the last week, by the history, with the date of the last change.
  package var changedOn: [Model.ID: Date]
  /// Why there is no history, as a sentence without a full stop; nil if all is well.
  package var historyNotice: String?
  /// The network is switched off: nothing is ever fetched.
  package var isOffline: Bool
  /// When the next refresh is due; nil when none is planned.
  package var nextRefresh: Date?
  package var isRefreshing: Bool
  /// What was left out of the last listing.
  package var omissions = ListingOmissions()
  /// When this snapshot was published.
  package var published: Date

  package init(catalog: Catalog, published: Date) {
    self.catalog = catalog
    self.published = published
    freshness = .coreOnly
    changedOn = [:]
    isOffline = false
    isRefreshing = false
  }

  /// Ids of the models that changed in the week before `now`: the meaning of `is:changed`.
  package func changedOfLate(now: Date) -> Set<Model.ID> {
    let start = now.addingTimeInterval(-RemovedAndChanged.recentInterval)
    return Set(changedOn.lazy.filter { $0.value >= start }.map(\.key))
  }

  /// How old the shown OpenRouter models are, counted from when they left OpenRouter.
  package enum Freshness: Hashable, Sendable {
    /// There are no OpenRouter models yet.
    case coreOnly
    /// From the persistent cache, fetched then, younger than the interval.
    case cached(Date)
    /// Fetched by this process then, younger than the interval.
    case live(Date)
    /// Fetched then, older than the interval.
    case stale(Date)

    /// When the shown listing was fetched from OpenRouter.
    package var fetched: Date? {
      switch self {
      case .coreOnly: nil
      case .cached(let date), .live(let date), .stale(let date): date
      }
    }
  }

  package struct Failure: Hashable, Sendable {
    package var error: ProviderError
    package var date: Date
    /// Failures in a row.
    package var attempts: Int

    package init(error: ProviderError, date: Date, attempts: Int) {
      self.error = error
      self.date = date
      self.attempts = attempts
    }
  }

  package struct Change: Hashable, Sendable {
    package var changes: CatalogChanges
    package var date: Date

    package init(changes: CatalogChanges, date: Date) {
      self.changes = changes
      self.date = date
    }
  }
}
