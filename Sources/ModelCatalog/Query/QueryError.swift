/// A mistake in a text that a person types, a query or a workload, with its position.
package struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The start of the offending text, in Unicode scalars from the start of the query.
  package let offset: Int
  /// The offending word, name or value, at most 40 characters of it.
  package let text: String
  /// What is wrong, in a few words, without a full stop.
  package let message: String
  /// A replacement to suggest.
  package let suggestion: String?
  /// Whether further characters at its end can make it valid.
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
