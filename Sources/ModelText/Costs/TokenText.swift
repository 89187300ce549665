package import ModelCatalog

/// Estimated numbers of tokens, for people.
package enum TokenText {
  /// `≈ 12,300–15,100`: three digits, since the others would be made up.
  package static func about(_ tokens: ClosedRange<Int>) -> String {
    let low = rounded(tokens.lowerBound, up: false)
    let high = rounded(tokens.upperBound, up: true)
    return low == high
      ? "≈ \(CountText.grouped(low))" : "≈ \(CountText.grouped(low))–\(CountText.grouped(high))"
  }

  private static func rounded(_ count: Int, up: Bool) -> Int {
    var unit = 1
    while count / unit >= 1000 { unit *= 10 }
    return (count + (up ? unit - 1 : 0)) / unit * unit
  }
}

extension FitAnswer {
  /// For people.
  package var words: String {
    switch self {
    case .yes: "fits"
    case .maybe: "may not fit"
    case .no: "does not fit"
    }
  }
}
