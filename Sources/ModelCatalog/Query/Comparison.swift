/// A comparison operator.
package enum Comparison: String, Hashable, Sendable, CaseIterable {
  case less = "<"
  case atMost = "<="
  case equal = "="
  case atLeast = ">="
  case more = ">"

  /// Whether a position in an order passes the comparison with a range of positions.
  ///
  /// A single number is a range of one; a month is all its days, so `>` means after its end and
  /// `<=` up to its end.
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
