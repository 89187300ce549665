extension SearchIndex: Equatable {
  /// An index is determined by its catalogue.
  package static func == (left: SearchIndex, right: SearchIndex) -> Bool {
    left.catalog == right.catalog
  }
}
