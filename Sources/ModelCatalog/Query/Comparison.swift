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
  func holds<Value: Comparable>(_ value: Value, against span: ClosedRange<Value>) -> Bool {
    switch self {
    case .less: value < span.lowerBound
    case .atMost: value <= span.upperBound
    case .equal: span.contains(value)
    case .atLeast: value >= span.lowerBound
    case .more: value > span.upperBound
    }
  }
}
