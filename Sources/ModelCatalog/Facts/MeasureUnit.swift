/// The unit of a number that is neither tokens nor money.
package enum MeasureUnit: Hashable, Sendable, CaseIterable {
  case percent, milliseconds, tokensPerSecond, bits

  /// In words: `per cent`.
  package var words: String {
    switch self {
    case .percent: "per cent"
    case .milliseconds: "milliseconds"
    case .tokensPerSecond: "tokens per second"
    case .bits: "bits"
    }
  }

  /// What may follow a number of the query language: `99%`, `800ms`.
  var suffixes: [String] {
    switch self {
    case .percent: ["%"]
    case .milliseconds: ["ms"]
    case .tokensPerSecond: ["t/s", "tps"]
    case .bits: ["bit", "b"]
    }
  }
}
