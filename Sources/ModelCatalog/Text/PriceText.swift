package import Foundation

/// Prices as people read them: USD per million tokens.
package enum PriceText {
  /// Every digit: `5.00`, `0.375`, `0.0208333333333333`; "free" for nothing, "varies" if it does.
  package static func exact(_ price: Price) -> String {
    switch price {
    case .variable: "varies"
    case .fixed(let amount): amount.isZero ? "free" : money(amount.movingPoint(by: 6))
    }
  }

  /// Like ``exact(_:)``, with at most four decimals, and never "0.0000" for a price above zero.
  package static func short(_ price: Price) -> String {
    guard case .fixed(let amount) = price, !amount.isZero else { return exact(price) }
    let perMillion = amount.movingPoint(by: 6)
    var rounded = Decimal()
    var value = perMillion
    NSDecimalRound(&rounded, &value, 4, .plain)
    return rounded.isZero ? "<0.0001" : money(rounded)
  }

  /// The amount of one request, image or search in USD, every digit.
  package static func perUnit(_ price: Price) -> String {
    switch price {
    case .variable: "varies"
    case .fixed(let amount): amount.isZero ? "free" : money(amount)
    }
  }

  /// An amount with at least two decimals and no needless zeros.
  package static func money(_ amount: Decimal) -> String {
    let text = amount.description
    guard let point = text.firstIndex(of: ".") else { return text + ".00" }
    let decimals = text.distance(from: point, to: text.endIndex) - 1
    return decimals < 2 ? text + "0" : text
  }
}
