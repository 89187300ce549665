import Foundation
import ModelCatalog

/// Upstream's `pricing` object, as far as it has been read.
struct OpenRouterPricing {
  private var prices = UpstreamPrices()
  private var overrides: [RawOverride] = []
  /// The share that upstream has already taken off the prices of an endpoint; it is no price.
  private(set) var discount: Decimal?
  /// Amounts that are there and no price.
  private(set) var unreadable = 0

  private struct RawOverride {
    var conditions: [PriceOverride.Condition] = []
    var prices = UpstreamPrices()
  }

  mutating func read(from reader: inout JSONReader) throws(JSONReader.Fault) {
    try reader.object { (reader, key) throws(JSONReader.Fault) in
      if key == "discount" { return discount = try reader.lenientShare() }
      guard key == "overrides" else {
        guard prices.other.count < ListingLimits.elements || UpstreamPriceKey(name: key) != nil
        else { return try reader.leaveOut() }
        if let price = try readPrice(from: &reader) { prices.insert(price, under: key) }
        return
      }
      guard try reader.peek() == .array else { return try reader.skip() }
      try reader.array { (reader) throws(JSONReader.Fault) in
        guard overrides.count < ListingLimits.elements else { return try reader.leaveOut() }
        if let override = try readOverride(from: &reader) { overrides.append(override) }
      }
    }
  }

  /// The prices in the units that the rest of the row gives them.
  ///
  /// Upstream used to spell out a zero for every kind that it does not charge: only those for the
  /// prompt and the completion say something. In a row that answers with more than text
  /// zeros say nothing, since upstream does not list what it costs, unless it is a `:free` variant.
  func pricing(of model: Model) -> Pricing {
    let billing = Billing(of: model, prices: prices)
    let believesZeros = model.outputModalities == [.text] || model.variant == "free"
    let main = split(prices, billing) { key in
      believesZeros && (key == .prompt || key == .completion)
    }
    return Pricing(
      main.known, other: main.other,
      overrides: overrides.map { override in
        let (known, other) = split(override.prices, billing) { _ in believesZeros }
        return PriceOverride(conditions: override.conditions, prices: known, other: other)
      })
  }

  /// The prices by kind, and those above zero whose unit is unknown by upstream's key; of the zeros
  /// those that are believed.
  private func split(
    _ raw: UpstreamPrices, _ billing: Billing, zeros areBelieved: (UpstreamPriceKey) -> Bool
  ) -> (known: [PriceKind: Price], other: [String: Price]) {
    let prompt = prices[.prompt]
    var known: [PriceKind: Price] = Dictionary(minimumCapacity: raw.known.count)
    var other = raw.other.isEmpty ? [:] : raw.other.filter { !$0.value.isZero }
    for (key, price) in raw.known {
      if price.isZero, !areBelieved(key) { continue }
      if let kind = billing.kind(of: key, price: price, prompt: prompt) {
        // The two keys of output images say the same.
        if key == .imageToken, raw[.imageOutput] != nil { continue }
        known[kind] = price
      } else if !price.isZero {
        other[key.rawValue] = price
      }
    }
    return (known, other)
  }

  /// A price as the text that upstream sends, or as a number; nil if it is neither.
  private mutating func readPrice(
    from reader: inout JSONReader
  ) throws(JSONReader.Fault) -> Price? {
    let price: Price?
    switch try reader.peek() {
    case .string: price = Price(upstream: try reader.stringBytes())
    case .number: price = Price(upstream: try reader.numberBytes())
    case .null:
      try reader.skip()
      return nil
    case .object, .array, .boolean:
      try reader.skip()
      price = nil
    }
    if price == nil { unreadable += 1 }
    return price
  }
}

// MARK: - Overrides

extension OpenRouterPricing {
  /// Nil for what is no object.
  private mutating func readOverride(
    from reader: inout JSONReader
  ) throws(JSONReader.Fault) -> RawOverride? {
    guard try reader.peek() == .object else {
      unreadable += 1
      try reader.skip()
      return nil
    }
    var override = RawOverride()
    var (start, end): (Int?, Int?)
    try reader.object { (reader, key) throws(JSONReader.Fault) in
      if try reader.null() { return }
      guard override.conditions.count < ListingLimits.conditions,
        override.prices.other.count < ListingLimits.conditions
      else { return try reader.leaveOut() }
      switch key {
      case "min_prompt_tokens":
        let limit = try reader.lenientInt().flatMap { $0 >= 0 ? $0 : nil }
        override.conditions.append(limit.map { .promptTokens(above: $0) } ?? .unknown(key))
      case "utc_start":
        start = try reader.lenientInt().flatMap(Self.minutes)
        if start == nil { override.conditions.append(.unknown(key)) }
      case "utc_end":
        end = try reader.lenientInt().flatMap(Self.minutes)
        if end == nil { override.conditions.append(.unknown(key)) }
      case "utc_days": override.conditions.append(try Self.days(from: &reader))
      default: try readPriceOrCondition(key, of: &override, from: &reader)
      }
    }
    switch (start, end) {
    case (let from?, let until?): override.conditions.append(.utcMinutes(from: from, until: until))
    case (.some, nil) where !override.conditions.contains(.unknown("utc_end")):
      override.conditions.append(.unknown("utc_start"))
    case (nil, .some) where !override.conditions.contains(.unknown("utc_start")):
      override.conditions.append(.unknown("utc_end"))
    case (.some, nil), (nil, .some), (nil, nil): break
    }
    // Prices without a condition would always hold, which is not for an override to say.
    if override.conditions.isEmpty { override.conditions = [.unknown("no condition")] }
    override.conditions.sort { $0.rank < $1.rank }
    return override
  }

  /// Upstream's prices are texts: a text that is a number is one, known or not; anything else is a
  /// condition that we don't know.
  private mutating func readPriceOrCondition(
    _ key: String, of override: inout RawOverride, from reader: inout JSONReader
  ) throws(JSONReader.Fault) {
    let isKnown = UpstreamPriceKey(name: key) != nil
    let isText = try reader.peek() == .string
    guard isKnown || isText else {
      try reader.skip()
      return override.conditions.append(.unknown(UpstreamPrices.shown(key)))
    }
    let price = try readPrice(from: &reader)
    if let price {
      override.prices.insert(price, under: key)
    } else if !isKnown {
      unreadable -= 1
      override.conditions.append(.unknown(UpstreamPrices.shown(key)))
    }
  }

  private static func days(
    from reader: inout JSONReader
  ) throws(JSONReader.Fault) -> PriceOverride.Condition {
    let names = try reader.lenientStrings() ?? []
    let days = Set(names.compactMap { Weekday(upstream: $0) }).sorted()
    return days.isEmpty || days.count != Set(names).count ? .unknown("utc_days") : .utcDays(days)
  }

  /// Upstream's hours and minutes as one number: 1430 is half past two in the afternoon.
  private static func minutes(hhmm: Int) -> Int? {
    guard (0...2400).contains(hhmm), hhmm % 100 < 60 else { return nil }
    return hhmm / 100 * 60 + hhmm % 100
  }
}

extension PriceOverride.Condition {
  /// The order in which conditions are kept, so that equal ones make equal overrides.
  fileprivate var rank: String {
    switch self {
    case .promptTokens: "0"
    case .utcMinutes: "1"
    case .utcDays: "2"
    case .unknown(let key): "3" + key
    }
  }
}
