package import Foundation
package import ModelCatalog

/// Amounts of money for people, each in the unit of its kind.
package enum PriceText {
  /// Every digit, without the unit: `5.00`, `0.375`, `0.0208333333333333`; "varies" for a variable price.
  package static func exact(_ price: Price, _ kind: PriceKind) -> String {
    switch price {
    case .variable: "varies"
    case .fixed(let amount): money(amount.movingPoint(by: kind.unit.shownPlaces))
    }
  }

  /// Like ``exact(_:_:)``, with at most four decimals of a price per million, and never "0.0000"
  /// for an amount above zero.
  package static func short(_ price: Price, _ kind: PriceKind) -> String {
    guard case .fixed(let amount) = price, kind.unit.shownPlaces > 0, !amount.isZero
    else { return exact(price, kind) }
    var rounded = Decimal()
    var value = amount.movingPoint(by: kind.unit.shownPlaces)
    NSDecimalRound(&rounded, &value, 4, .plain)
    return rounded.isZero ? "<0.0001" : money(rounded)
  }

  /// Every digit followed by the unit: `5.00 $/M`, `0.006 $/audio`; "varies" for a variable price.
  package static func withUnit(_ price: Price, _ kind: PriceKind) -> String {
    let text = exact(price, kind)
    return price.amount == nil ? text : "\(text) \(kind.unit.symbol)"
  }

  /// For a column whose title says `$/M`: the short amount, followed by the unit if it is another:
  /// `5.00`, `15 /Mchar`, `0.006 /audio`.
  package static func inColumn(_ price: Price, _ kind: PriceKind) -> String {
    guard kind.unit != .token, let amount = price.amount(per: kind) else {
      return short(price, kind)
    }
    return "\(compact(amount)) \(kind.unit.suffix)"
  }

  /// Three digits and an exponent for an amount with more than six decimals, else every digit.
  private static func compact(_ amount: Decimal) -> String {
    guard amount.exponent < -6, !amount.isZero else { return "\(amount)" }
    return NSDecimalNumber(decimal: amount).doubleValue.formatted(
      .number.notation(.scientific).precision(.significantDigits(1...3))
        .locale(Locale(identifier: "en_US_POSIX"))
    ).lowercased()
  }

  /// An amount in an unknown unit, as upstream sends it.
  package static func raw(_ price: Price) -> String {
    price.amount.map { "\($0)" } ?? "varies"
  }

  /// An amount with at least two decimals and no further trailing zeros.
  package static func money(_ amount: Decimal) -> String {
    let text = amount.description
    guard let point = text.firstIndex(of: ".") else { return text + ".00" }
    let decimals = text.distance(from: point, to: text.endIndex) - 1
    return decimals < 2 ? text + "0" : text
  }
}

extension Model {
  /// One price for a column whose title says `$/M`; "free" for a zero price of a free model; nil if
  /// unknown.
  package func priceInColumn(_ kind: PriceKind) -> String? {
    pricing[kind].map { price in
      isFree && price.isZero ? "free" : PriceText.inColumn(price, kind)
    }
  }

  /// The main prices in a few words: `2.50 in, 15.00 out $/M`, `15.00 $/Mchar`, `free`; nil if
  /// neither input nor output has a known price.
  package var priceSummary: String? { priceSummary(withTokenUnit: true) }

  /// ``priceSummary``, without `$/M` for a place that already states this unit.
  package func priceSummary(withTokenUnit hasUnit: Bool) -> String? {
    if isFree { return "free" }
    if let main = pricing.main, main.kind != .input {
      return PriceText.withUnit(main.price, main.kind)
    }
    let parts = [(PriceKind.input, "in"), (.output, "out")].compactMap { kind, word in
      pricing[kind].map { "\(PriceText.short($0, kind)) \(word)" }
    }
    guard !parts.isEmpty else { return nil }
    let hasAmount = [PriceKind.input, .output].contains { pricing[$0]?.amount != nil }
    let unit = hasUnit && hasAmount ? " \(PriceUnit.token.symbol)" : ""
    return parts.joined(separator: ", ") + unit
  }
}
