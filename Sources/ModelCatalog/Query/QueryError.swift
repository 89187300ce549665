/// What is wrong with the text of a query, and where.
package struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the offending text begins: Unicode scalars from the start of the query.
  package let offset: Int
  /// The offending word, name or value; at most 40 letters of it.
  package let text: String
  /// What is wrong, in a few words, without a full stop.
  package let message: String
  /// What could stand in its place.
  package let suggestion: String?
  /// Whether it is only half typed: more letters at its end can make it right.
  package let isUnfinished: Bool

  init(
    offset: Int, text: String, message: String, suggestion: String? = nil,
    isUnfinished: Bool = false
  ) {
    self.offset = offset
    self.text = Self.shortened(text)
    self.message = message
    self.suggestion = suggestion
    self.isUnfinished = isUnfinished
  }

  /// One sentence without a full stop; counts characters from 1.
  package var description: String {
    "\(message) (at character \(offset + 1))"
      + (suggestion.map { "; did you mean “\($0)”?" } ?? "")
  }

  static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return scalars.count <= 40 ? text : String(String.UnicodeScalarView(scalars.prefix(39))) + "…"
  }
}
