import ModelCatalog

extension FactValue {
  /// The value for a sentence or a list; nil for what is too long to be of use on a line.
  var words: String? {
    switch self {
    case .unknown: "unknown"
    case .text(let text): text.unicodeScalars.count > 60 ? nil : text.replacing("\n", with: " ")
    case .named(_, let title): title
    case .tokens(let count): CountText.grouped(count)
    case .price(let price, let kind): PriceText.exact(price, kind)
    case .otherPrices(let prices):
      prices.count > 4
        ? nil
        : prices.isEmpty
          ? "none"
          : prices.sorted { $0.key < $1.key }.map { "\($0.key) \(PriceText.raw($0.value))" }
            .joined(separator: ", ")
    case .list(let names):
      names.count > 8 ? nil : names.isEmpty ? "none" : names.joined(separator: " ")
    case .cost(let amount, let isEstimate): CostText.dollars(amount, isEstimate: isEstimate)
    case .tokenRange(let range):
      range.lowerBound == range.upperBound
        ? CountText.grouped(range.lowerBound)
        : "≈ \(CountText.grouped(range.lowerBound))–\(CountText.grouped(range.upperBound))"
    case .costRange(let range):
      (range.lowerBound == range.upperBound ? "" : "≈ ") + CostText.dollars(range)
    case .score(let score): score.shortText
    case .measure(let number, let unit): MeasureText.withUnit(number, unit)
    case .day(let day): day.description
    case .date(let date): CalendarDay(date).description
    case .flag(let flag): flag ? "yes" : "no"
    case .overrides, .reasoning, .settings, .arenas: nil
    }
  }
}

extension Double {
  /// With one decimal, so that decimal points are aligned.
  var oneDecimal: String {
    guard isFinite, magnitude < 1e9 else { return "\(self)" }
    let tenths = Int((self * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// With at most two decimals, and none that are zero.
  var shortText: String {
    guard isFinite, magnitude < 1e9 else { return "\(self)" }
    let hundredths = (self * 100).rounded() / 100
    return hundredths == hundredths.rounded() ? String(Int(hundredths)) : String(hundredths)
  }
}
