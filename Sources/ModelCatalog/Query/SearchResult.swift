/// The result of a search.
package struct SearchResult: Hashable, Sendable {
  /// In the requested order.
  package var matches: [SearchMatch]
  /// The words that no model contains and that were matched fuzzily, as typed.
  package var fuzzyWords: [String]

  package init(matches: [SearchMatch] = [], fuzzyWords: [String] = []) {
    self.matches = matches
    self.fuzzyWords = fuzzyWords
  }

  package var isEmpty: Bool { matches.isEmpty }
}

/// One model that a search found.
package struct SearchMatch: Hashable, Sendable {
  /// Its index in the catalogue's models.
  package let index: Int
  /// The cheapest of its endpoints that the query matches, if it asks for endpoints.
  package let endpoint: Endpoint?

  package init(index: Int, endpoint: Endpoint? = nil) {
    self.index = index
    self.endpoint = endpoint
  }

  /// What facts of the match are read from.
  package func context(in catalog: Catalog, workload: Workload?) -> FactContext {
    FactContext(
      model: catalog.models[index], catalog: catalog, workload: workload, endpoint: endpoint)
  }
}

/// Where a query's words are in the id and name of a list row: offsets in Unicode scalars,
/// ascending, not overlapping.
package struct Highlights: Hashable, Sendable {
  package var id: [Range<Int>]
  package var name: [Range<Int>]
}
