package import ModelCatalog

/// What a refresh that succeeded brought.
package enum RefreshOutcome: Hashable, Sendable {
  /// The models known already, whatever their order.
  case unchanged
  case changed(CatalogChanges)
}
