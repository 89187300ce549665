import Foundation
import ModelCatalog

/// Upstream's `pricing` object, as far as it has been read.
struct OpenRouterPricing {
  private var prices: [PriceKind: Price] = [:]
  private var overrides: [PriceOverride] = []

  private static let kinds = Dictionary(
    uniqueKeysWithValues: PriceKind.allCases.map { ($0.upstreamKey, $0) })

  mutating func read(from reader: inout JSONReader) throws(JSONReader.Fault) {
    try reader.object { (reader, field) throws(JSONReader.Fault) in
      if let kind = Self.kinds[field] {
        if let price = try Self.price(from: &reader) { prices[kind] = price }
      } else if field == "overrides", try reader.peek() == .array {
        try reader.array { (reader) throws(JSONReader.Fault) in
          if let override = try Self.override(from: &reader) { overrides.append(override) }
        }
      } else {
        try reader.skip()
      }
    }
  }

  /// The prices that say something.
  ///
  /// Upstream used to spell out a zero for every kind that it does not charge, and leaves them out
  /// now: only zeros for input and output are news. Nor are those for a model that gives no text
  /// and has no price above zero: upstream does not list what it costs.
  func pricing(givesText: Bool) -> Pricing {
    var known = prices.filter { kind, price in
      kind == .input || kind == .output || !price.isZero
    }
    if !givesText, known.values.allSatisfy(\.isZero) { known = [:] }
    return Pricing(known, overrides: overrides)
  }

  /// A price as the text that upstream sends, or as a number; nil if it is neither.
  private static func price(from reader: inout JSONReader) throws(JSONReader.Fault) -> Price? {
    switch try reader.peek() {
    case .string: return Price(upstream: try reader.string())
    case .number: return price(number: try reader.number())
    case .object, .array, .boolean, .null:
      try reader.skip()
      return nil
    }
  }

  /// A JSON number, which unlike upstream's texts can have an exponent.
  private static func price(number text: String) -> Price? {
    let parts = text.lowercased().split(separator: "e")
    guard let digits = parts.first.flatMap({ Decimal(exactly: $0) }) else { return nil }
    guard parts.count > 1 else { return Price(upstream: text) }
    guard let exponent = Int(parts[1]), abs(exponent) <= 20 else { return nil }
    return Price(upstream: digits.movingPoint(by: exponent).description)
  }

  private static func override(
    from reader: inout JSONReader
  ) throws(JSONReader.Fault) -> PriceOverride? {
    var prices: [PriceKind: Price] = [:]
    var numbers: [String: Int] = [:]
    try reader.lenientObject { (reader, field) throws(JSONReader.Fault) in
      if let kind = kinds[field] {
        if let price = try price(from: &reader) { prices[kind] = price }
      } else {
        numbers[field] = try reader.lenientInt()
      }
    }
    guard let condition = condition(numbers) else { return nil }
    return PriceOverride(condition: condition, prices: prices)
  }

  private static func condition(_ numbers: [String: Int]) -> PriceOverride.Condition? {
    if let tokens = numbers["min_prompt_tokens"] {
      return tokens > 0 ? .promptTokens(atLeast: tokens) : nil
    }
    guard let from = numbers["utc_start"].flatMap(minutes),
      let until = numbers["utc_end"].flatMap(minutes)
    else { return nil }
    return .utcMinutes(from: from, until: until)
  }

  /// Upstream's hours and minutes as one number: 1430 is half past two in the afternoon.
  private static func minutes(hhmm: Int) -> Int? {
    guard (0...2400).contains(hhmm), hhmm % 100 < 60 else { return nil }
    return hhmm / 100 * 60 + hhmm % 100
  }
}
