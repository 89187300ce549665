import Foundation

/// 1, 2 or 5 times a power of ten: a number that reads well on an axis.
struct RoundNumber: Strideable, Hashable {
  /// Counts up through 1, 2, 5, 10, 20, …; 0 is 1.
  let index: Int

  init(index: Int) { self.index = index }

  /// The largest that is not above a positive value.
  init(atMost value: Double) {
    self.init(index: Self.near(value))
    while self.value > value * (1 + Self.tolerance) { self = advanced(by: -1) }
    while advanced(by: 1).value <= value * (1 + Self.tolerance) { self = advanced(by: 1) }
  }

  /// The smallest that is not below a positive value.
  init(atLeast value: Double) {
    self.init(index: Self.near(value))
    while self.value < value * (1 - Self.tolerance) { self = advanced(by: 1) }
    while advanced(by: -1).value >= value * (1 - Self.tolerance) { self = advanced(by: -1) }
  }

  /// Of the rounding of binary fractions: 0.1 · 5 is 0.5.
  private static let tolerance = 1e-9

  private static func near(_ value: Double) -> Int { Int(log10(value).rounded(.down)) * 3 }

  var exponent: Int { index >= 0 ? index / 3 : (index - 2) / 3 }
  var digit: Int { [1, 2, 5][index - exponent * 3] }
  var value: Double { Double(digit) * pow(10, Double(exponent)) }
  /// The digits after the point that it needs.
  var decimals: Int { max(0, -exponent) }

  /// Its multiples from one value to another.
  func multiples(from low: Double, to high: Double) -> [Double] {
    let first = (low / value - Self.tolerance).rounded(.up)
    let last = (high / value + Self.tolerance).rounded(.down)
    return first <= last ? (0...Int(last - first)).map { (first + Double($0)) * value } : []
  }

  func distance(to other: RoundNumber) -> Int { other.index - index }
  func advanced(by count: Int) -> RoundNumber { RoundNumber(index: index + count) }

  /// USD: `$0.005`, `$0.50`, `$1,000`, `$2M`.
  var money: String {
    switch exponent {
    case ..<(-6): "$\(digit)e\(exponent)"
    case -1: "$0.\(digit)0"
    case ..<0: "$0.\(String(repeating: "0", count: -exponent - 1))\(digit)"
    case ..<6: "$" + CountText.grouped(whole(exponent))
    case ..<9: "$\(whole(exponent - 6))M"
    case ..<12: "$\(whole(exponent - 9))B"
    case ..<15: "$\(whole(exponent - 12))T"
    default: "$\(digit)e\(exponent)"
    }
  }

  /// A count of tokens: `200k`, `1M`.
  var tokens: String {
    (0..<16).contains(exponent) ? CountText.short(whole(exponent)) : "\(digit)e\(exponent)"
  }

  private func whole(_ exponent: Int) -> Int {
    (0..<exponent).reduce(digit) { number, _ in number * 10 }
  }
}
