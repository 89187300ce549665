import ModelCatalog

/// An error in a query, shown with a mark at its position.
struct QueryFault: CustomStringConvertible {
  let error: QueryError
  let query: String

  /// The message, the query, and a mark under the faulty word.
  var description: String {
    let line = String(
      String.UnicodeScalarView(
        query.unicodeScalars.map { scalar in
          scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar
        }))
    let scalars = Array(line.unicodeScalars)
    let before = scalars.prefix(error.offset).reduce(0) { $0 + CellWidth.of($1) }
    // A missing word has no characters to mark.
    let isThere = scalars.dropFirst(error.offset).starts(with: error.text.unicodeScalars)
    let marked = isThere ? max(1, CellWidth.of(error.text)) : 1
    // A long query is shown from a little before the position.
    let skipped = max(0, before - 60)
    var shown = ""
    var column = 0
    for scalar in scalars {
      if column >= skipped, column < skipped + 100 { shown.unicodeScalars.append(scalar) }
      column += CellWidth.of(scalar)
    }
    let indent = String(repeating: " ", count: before - skipped)
    return "\(error)\n  \(shown)\n  \(indent)" + String(repeating: "^", count: marked)
  }

  /// Parses a complete query; an error is wrong usage.
  static func checked(
    _ text: String, hasWorkload: Bool = false, noEndpoints: String? = nil
  ) throws(CommandFailure) -> Query {
    do throws(QueryError) {
      return try Query.parse(text, hasWorkload: hasWorkload, noEndpoints: noEndpoints)
    } catch {
      throw .usage(QueryFault(error: error, query: text).description)
    }
  }
}
