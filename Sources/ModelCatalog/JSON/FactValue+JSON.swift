extension FactValue {
  /// As the member of that name in a model's own JSON.
  package var json: JSONValue {
    switch self {
    case .unknown: .null
    case .text(let text): .text(text)
    case .named(let key, _): .text(key)
    case .tokens(let count): .integer(count)
    case .price(let price, let kind): JSONValue(price.amount(per: kind))
    case .otherPrices(let prices): Pricing.json(of: prices)
    case .overrides(let overrides): .list(overrides.map(\.json))
    case .list(let texts): JSONValue(texts)
    case .cost(let amount, _): .decimal(amount)
    case .tokenRange(let range):
      ["low": .integer(range.lowerBound), "high": .integer(range.upperBound)]
    case .costRange(let range):
      ["low": .decimal(range.lowerBound), "high": .decimal(range.upperBound)]
    case .score(let number), .measure(let number, _): .double(number)
    case .day(let day): .text(day.description)
    case .date(let date): JSONValue(date)
    case .flag(let flag): .flag(flag)
    case .reasoning(let reasoning): reasoning.json
    case .settings(let settings):
      .object(settings.sorted { $0.key < $1.key }.map { .init($0.key, .double($0.value)) })
    case .arenas(let arenas): .list(arenas.map(\.json))
    }
  }

  /// As one side of a change: a price that varies has no amount, and is not unknown.
  package var changeJSON: JSONValue {
    if case .price(.variable, _) = self { "variable" } else { json }
  }
}
