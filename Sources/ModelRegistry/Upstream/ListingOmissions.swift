/// What a list had that is not in its models.
package struct ListingOmissions: Hashable, Sendable {
  /// Rows that could not be read.
  package var unreadableRows = 0
  /// Prices in the other rows that could not be read.
  package var unreadablePrices = 0
  /// Rows beyond `ListingLimits.rows`.
  package var rowsOverLimit = 0
  /// Elements of lists in rows, beyond `ListingLimits.elements`.
  package var valuesOverLimit = 0

  package init() {}
}
