/// What a search found.
package struct SearchResult: Hashable, Sendable {
  /// In the order that was asked for.
  package var matches: [SearchMatch]
  /// The words that are nowhere in the catalogue and were matched letter by letter, as typed.
  package var fuzzyWords: [String]

  package init(matches: [SearchMatch] = [], fuzzyWords: [String] = []) {
    self.matches = matches
    self.fuzzyWords = fuzzyWords
  }

  package var isEmpty: Bool { matches.isEmpty }
}

/// One model that a search found.
package struct SearchMatch: Hashable, Sendable {
  /// Its place in the catalogue's models.
  package let index: Int
}

/// Where a query's words are in what a list shows: offsets in Unicode scalars, in order, apart.
package struct Highlights: Hashable, Sendable {
  package var id: [Range<Int>]
  package var name: [Range<Int>]
}
