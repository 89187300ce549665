package import Foundation

/// The value of one ``Fact``.
package enum FactValue: Hashable, Sendable {
  case unknown
  case text(String)
  /// A name for programs and the one for people.
  case named(key: String, title: String)
  case tokens(Int)
  case price(Price, PriceKind)
  /// By upstream's key, in units that are unknown.
  case otherPrices([String: Price])
  case overrides([PriceOverride])
  case list([String])
  /// USD for some work; whether it rests on an estimate of the tokens.
  case cost(Decimal, isEstimate: Bool)
  /// From the fewest to the most.
  case tokenRange(ClosedRange<Int>)
  /// USD for some work, from the least to the most.
  case costRange(ClosedRange<Decimal>)
  case score(Double)
  case measure(Double, MeasureUnit)
  case day(CalendarDay)
  case date(Date)
  case flag(Bool)
  case reasoning(Model.Reasoning)
  /// Numbers by name.
  case settings([String: Double])
  case arenas([Model.Benchmarks.Arena])

  init(_ text: String?) { self = text.map(FactValue.text) ?? .unknown }
  init(_ tokens: Int?) { self = tokens.map(FactValue.tokens) ?? .unknown }
  init(_ day: CalendarDay?) { self = day.map(FactValue.day) ?? .unknown }
  init(_ score: Double?) { self = score.map(FactValue.score) ?? .unknown }
  init(_ number: Double?, _ unit: MeasureUnit) {
    self = number.map { .measure($0, unit) } ?? .unknown
  }
  init(_ flag: Bool?) { self = flag.map(FactValue.flag) ?? .unknown }
}

extension FactValue {
  /// What comparisons and sorting go by: USD as shown, tokens, days since 1970, points; nil for what
  /// is unknown, varies, or has no number.
  var amount: Amount? {
    switch self {
    case .tokens(let count): Amount(Decimal(count))
    case .price(let price, let kind): price.amount(per: kind).map(Amount.init)
    case .cost(let amount, _): Amount(amount)
    case .score(let number), .measure(let number, _):
      Decimal(scientific: "\(number)").map(Amount.init)
    case .day(let day): Amount(Decimal(day.daysSince1970))
    case .date(let date): Amount(Decimal((date.timeIntervalSince1970 / 86400).rounded(.down)))
    case .unknown, .text, .named, .tokenRange, .costRange, .otherPrices, .overrides, .list, .flag,
      .reasoning, .settings, .arenas:
      nil
    }
  }

  /// Whether it says something: known, not empty, and not "no".
  package var isPresent: Bool {
    switch self {
    case .unknown, .flag(false): false
    case .list(let names): !names.isEmpty
    case .otherPrices(let prices): !prices.isEmpty
    case .overrides(let overrides): !overrides.isEmpty
    case .settings(let settings): !settings.isEmpty
    case .arenas(let arenas): !arenas.isEmpty
    case .text, .named, .tokens, .price, .cost, .tokenRange, .costRange, .score, .measure, .day,
      .date,
      .flag(true), .reasoning:
      true
    }
  }

  /// The text that it sorts by, where that is none of a number.
  var sortText: String? {
    switch self {
    case .text(let text): text.lowercased()
    case .named(let key, _): key
    case .unknown, .tokens, .price, .cost, .tokenRange, .costRange, .otherPrices, .overrides, .list,
      .score, .measure, .day, .date, .flag, .reasoning, .settings, .arenas:
      nil
    }
  }
}
