package import ModelCatalog

/// What a refresh that succeeded brought.
package enum RefreshOutcome: Hashable, Sendable {
  /// The models known already, whatever their order.
  case unchanged
  case changed(CatalogChanges)
}

/// How many refreshes have ended how.
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
