package import ModelCatalog

extension PriceOverride {
  /// When it applies, in few cells: `above 200k`, `16:30–00:30 UTC`, `above 200k, Sat Sun`.
  package var words: String { conditions.map(\.words).joined(separator: ", ") }
}

extension PriceOverride.Condition {
  fileprivate var words: String {
    switch self {
    case .promptTokens(let limit): "above \(CountText.short(limit))"
    case .utcMinutes(let from, let until): "\(Self.clock(from))–\(Self.clock(until)) UTC"
    case .utcDays(let days): days.map(\.words).joined(separator: " ")
    case .unknown(let key): "\(key) (unknown condition)"
    }
  }

  private static func clock(_ minutes: Int) -> String {
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    return [hours, rest].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
