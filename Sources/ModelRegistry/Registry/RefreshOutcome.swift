package import ModelCatalog

/// What a successful refresh brought.
package enum RefreshOutcome: Hashable, Sendable {
  /// The same models as before, in any order.
  case unchanged
  case changed(CatalogChanges)
}

/// The number of refreshes by outcome.
package struct RefreshTally: Hashable, Sendable {
  package private(set) var changed = 0
  package private(set) var unchanged = 0
  package private(set) var failed = 0

  mutating func count(_ result: Result<RefreshOutcome, ProviderError>) {
    switch result {
    case .success(.changed): changed += 1
    case .success(.unchanged): unchanged += 1
    case .failure: failed += 1
    }
  }
}
