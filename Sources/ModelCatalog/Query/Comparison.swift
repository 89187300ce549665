/// How a field is compared with a value.
package enum Comparison: String, Hashable, Sendable, CaseIterable {
  case less = "<"
  case atMost = "<="
  case equal = "="
  case atLeast = ">="
  case more = ">"

  /// Whether a value at one place in an order passes against a span of places.
  ///
  /// A single number is a span of one; a month is all its days, so `>` is after its end and `<=`
  /// up to its end.
  func holds<Place: Comparable>(_ place: Place, against span: ClosedRange<Place>) -> Bool {
    switch self {
    case .less: place < span.lowerBound
    case .atMost: place <= span.upperBound
    case .equal: span.contains(place)
    case .atLeast: place >= span.lowerBound
    case .more: place > span.upperBound
    }
  }
}
