package import Foundation
import ModelCatalog

/// Amounts of USD for some work, as people read them.
package enum CostText {
  /// `$10,020`, `$9.40`, `<$0.01`, `$0`; `≈` before an estimate.
  package static func dollars(_ amount: Decimal, isEstimate: Bool = false) -> String {
    let number = number(amount)
    let text = number.hasPrefix("<") ? "<$" + number.dropFirst() : "$" + number
    return (isEstimate ? "≈ " : "") + text
  }

  /// The same without the currency, for a column whose title has it.
  package static func inColumn(_ amount: Decimal, isEstimate: Bool) -> String {
    let large = amount >= 1_000_000 ? Int(rounded(amount, places: 0).description) : nil
    return (isEstimate ? "≈" : "") + (large.map(CountText.short) ?? number(amount))
  }

  /// An interval: `$14,300–15,600`; one amount where its ends read the same.
  package static func dollars(_ range: ClosedRange<Decimal>) -> String {
    let (low, high) = (number(range.lowerBound), number(range.upperBound))
    return low == high ? dollars(range.lowerBound) : dollars(range.lowerBound) + "–" + high
  }

  /// The amount of one call, which is small: three digits that are not zero, at least two decimals.
  package static func perCall(_ amount: Decimal, isEstimate: Bool = false) -> String {
    (isEstimate ? "≈ " : "") + "$" + PriceText.money(rounded(amount, places: smallPlaces(amount)))
  }

  /// An interval of one call: `$0.012–0.0151`.
  package static func perCall(_ range: ClosedRange<Decimal>) -> String {
    let (low, high) = (perCall(range.lowerBound), perCall(range.upperBound))
    return low == high ? low : low + "–" + high.dropFirst()
  }

  /// A number of tokens, calls or searches: `3,000`, `0.5`.
  package static func count(_ units: Decimal) -> String {
    let shown = rounded(units, places: 2)
    return Int(shown.description).map(CountText.grouped) ?? shown.description
  }

  /// Whole dollars from 100 on, else cents; `<0.01` for what is less than half a cent.
  private static func number(_ amount: Decimal) -> String {
    guard !amount.isZero else { return "0" }
    let cents = rounded(amount, places: 2)
    guard !cents.isZero else { return "<0.01" }
    guard cents >= 100 else { return PriceText.money(cents) }
    let whole = rounded(amount, places: 0)
    return Int(whole.description).map(CountText.grouped) ?? whole.description
  }

  private static func smallPlaces(_ amount: Decimal) -> Int {
    guard amount > 0, amount < 1 else { return 2 }
    // The digits of 0.00042 begin at the fourth decimal place.
    let digits = "\(amount.significand)".count
    return max(2, 3 - (digits + amount.exponent))
  }

  private static func rounded(_ amount: Decimal, places: Int) -> Decimal {
    var rounded = Decimal()
    var value = amount
    NSDecimalRound(&rounded, &value, places, .plain)
    return rounded
  }
}
