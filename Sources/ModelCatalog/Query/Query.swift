/// A query: conditions and an order.
///
/// The browser, the commands and the API share this language: the same text gives the same models
/// in the same order in all three. Parsing the ``description`` gives an equal query.
package struct Query: Hashable, Sendable, CustomStringConvertible {
  /// All of them must hold; in the order written.
  package private(set) var terms: [Term]
  /// The last `sort:` of the text; nil without one.
  package var sort: QueryOrder?

  /// Matches every model that is listed.
  package init() { self.init(terms: [], sort: nil) }

  init(terms: [Term], sort: QueryOrder?) {
    self.terms = terms
    self.sort = sort
  }

  /// Whether it contains a word or a phrase, so that matches are ranked.
  package var hasFreeText: Bool { terms.contains(where: \.isFreeText) }

  /// The canonical text.
  package var description: String {
    (terms.map(\.description) + (sort.map { ["sort:\($0)"] } ?? [])).joined(separator: " ")
  }

  /// Parses a complete query, or throws its first error: for commands and the API.
  ///
  /// Without a workload a comparison of costs is an error, and so is a term about endpoints where
  /// `noEndpoints` says why there are none.
  package static func parse(
    _ text: String, hasWorkload: Bool = true, noEndpoints: String? = nil
  ) throws(QueryError) -> Query {
    let reading = QueryParser.read(text, hasWorkload: hasWorkload, noEndpoints: noEndpoints)
    if let error = reading.errors.first { throw error }
    return reading.query
  }

  /// Parses a partly typed query as far as possible: for a search box.
  ///
  /// Invalid terms are left out of the query. The hint is the error; it is
  /// ``QueryError/isUnfinished`` if further characters can make the term valid.
  package static func reading(
    _ text: String, hasWorkload: Bool = true, noEndpoints: String? = nil
  ) -> (query: Query, hint: QueryError?) {
    let reading = QueryParser.read(text, hasWorkload: hasWorkload, noEndpoints: noEndpoints)
    return (reading.query, reading.errors.first { !$0.isUnfinished } ?? reading.errors.first)
  }
}
