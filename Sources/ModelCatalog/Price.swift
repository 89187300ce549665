package import Foundation

/// The price of one unit: an exact amount, or "varies".
///
/// A price that upstream does not state is nil, which is neither free nor zero.
package enum Price: Hashable, Sendable {
  /// Decided per request (`-1` upstream): never part of a comparison or a sum.
  case variable
  /// US dollars per one unit of its ``PriceKind``.
  case fixed(Decimal)

  /// Parses an upstream price: a decimal number in USD per unit, with or without an exponent
  /// (`0.0000005`, `5e-7`), or any negative number for "varies".
  ///
  /// Nil for anything but a number, and for implausible amounts (a million dollars per unit or
  /// more, or more digits than `Decimal` can hold).
  package init?(upstream text: some StringProtocol) {
    self.init(upstream: Array(text.utf8)[...])
  }

  /// The same of a text's UTF-8.
  package init?(upstream bytes: ArraySlice<UInt8>) {
    guard let amount = Decimal(scientific: bytes) else { return nil }
    // Comparing takes longer than reading, and nearly all prices are written as "0.…".
    let isBelowOne =
      bytes.first == UInt8(ascii: "0") && !bytes.contains { $0 | 0x20 == UInt8(ascii: "e") }
      && bytes.dropFirst().first == UInt8(ascii: ".")
    guard isBelowOne || amount < 1_000_000 else { return nil }
    self = amount.isSignMinus ? .variable : .fixed(amount)
  }

  /// USD per unit; nil when the price varies.
  package var amount: Decimal? {
    switch self {
    case .variable: nil
    case .fixed(let amount): amount
    }
  }

  /// USD per million units, exactly; nil when the price varies.
  package var perMillion: Decimal? { amount.map { $0.movingPoint(by: 6) } }

  /// USD in the unit in which that kind is shown and written (per million tokens or characters,
  /// else per unit), exactly; nil when the price varies.
  package func amount(per kind: PriceKind) -> Decimal? {
    amount.map { $0.movingPoint(by: kind.unit.shownPlaces) }
  }

  /// A known price of zero.
  package var isZero: Bool { self == .fixed(0) }
}

extension Decimal {
  /// Parses decimal text exactly; nil if it contains anything but the number.
  ///
  /// `Decimal(string:)` accepts a valid prefix ("0.4abc") and rounds what it cannot hold.
  package init?(exactly text: some StringProtocol) {
    self.init(exactly: Array(text.utf8)[...])
  }

  private init?(exactly text: ArraySlice<UInt8>) {
    var bytes = text
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    var significand: UInt64 = 0
    var exponent = 0
    var digits = 0
    var seenPoint = false
    for byte in bytes {
      if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let (product, overflowed) = significand.multipliedReportingOverflow(by: 10)
      let (sum, carried) = product.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
      guard !overflowed, !carried else { return nil }
      significand = sum
      digits += 1
      if seenPoint { exponent -= 1 }
    }
    guard digits > 0, exponent >= -100 else { return nil }
    let isZero = significand == 0
    self.init(
      sign: isNegative && !isZero ? .minus : .plus, exponent: isZero ? 0 : exponent,
      significand: Decimal(significand))
  }

  /// Like ``init(exactly:)``, with an optional exponent.
  package init?(scientific text: some StringProtocol) {
    self.init(scientific: Array(text.utf8)[...])
  }

  /// The same of a text's UTF-8.
  package init?(scientific bytes: ArraySlice<UInt8>) {
    guard let mark = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
      self.init(exactly: bytes)
      return
    }
    guard let digits = Decimal(exactly: bytes[..<mark]),
      let exponent = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self)),
      abs(exponent) <= 40
    else { return nil }
    self = digits.movingPoint(by: exponent)
  }

  /// The same digits with the decimal point moved to the right.
  package func movingPoint(by places: Int) -> Decimal {
    guard !isZero else { return self }
    return Decimal(
      sign: sign, exponent: exponent + places, significand: significand)
  }
}
