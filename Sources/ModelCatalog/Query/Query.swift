/// What is asked of the models, and in which order they are wanted.
///
/// One language for the browser, the commands and the API: the same text gives the same models in
/// the same order in all three. Parsing the ``description`` gives an equal query.
package struct Query: Hashable, Sendable, CustomStringConvertible {
  /// All of them have to hold, in the order in which they were written.
  package private(set) var terms: [Term]
  /// The last `sort:` of the text; nil without one.
  package var sort: QueryOrder?

  /// Matches every model that is listed.
  package init() { self.init(terms: [], sort: nil) }

  init(terms: [Term], sort: QueryOrder?) {
    self.terms = terms
    self.sort = sort
  }

  /// Whether a word or a phrase is looked for, so that some matches are better than others.
  package var hasFreeText: Bool { terms.contains(where: \.isFreeText) }

  /// The canonical text.
  package var description: String {
    (terms.map(\.description) + (sort.map { ["sort:\($0)"] } ?? [])).joined(separator: " ")
  }

  /// Reads a whole query, or says what is wrong with it: for commands and the API.
  package static func parse(_ text: String) throws(QueryError) -> Query {
    let reading = QueryParser.read(text)
    if let error = reading.errors.first { throw error }
    return reading.query
  }

  /// Reads what is typed so far, as far as it can be read: for a search box.
  ///
  /// What cannot be read yet is left out of the query. The hint says why; it is
  /// ``QueryError/isUnfinished`` where more letters can still make it right.
  package static func reading(_ text: String) -> (query: Query, hint: QueryError?) {
    let reading = QueryParser.read(text)
    return (reading.query, reading.errors.first { !$0.isUnfinished } ?? reading.errors.first)
  }
}
