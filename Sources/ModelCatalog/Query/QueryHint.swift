/// Something to say about a query that is valid, and the terms that it offers.
package struct QueryHint: Hashable, Sendable, CustomStringConvertible {
  /// One sentence without a full stop.
  package let description: String
  /// What to type, each on its own.
  package let terms: [String]

  /// A text that may have been meant as terms.
  init(misread text: String, alternatives: [String]) {
    self.init(
      "“\(QueryError.shortened(text))” is looked for as text", alternatives: alternatives)
  }

  init(_ message: String, alternatives: [String]) {
    let offered = alternatives.map { "“\(QueryError.shortened($0))”" }.joined(separator: " or ")
    description =
      message + (offered.isEmpty ? ": no field has that name" : "; did you mean \(offered)?")
    terms = alternatives
  }

  /// Models that match by name and are not shown, and the term that shows them.
  init(unshown count: Int, _ state: String, term: String) {
    description =
      count == 1
      ? "1 \(state) model matches: \(term) shows it"
      : "\(count) \(state) models match: \(term) shows them"
    terms = [term]
  }
}
