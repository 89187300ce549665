package import Foundation

extension Workload {
  /// What the workload costs with a model, in parts.
  ///
  /// Tokens are the model's own, or with ``Count/text`` those of GPT times the mean factor of the
  /// model's tokenizer.
  package func cost(of model: Model) throws(NoCost) -> CallCost {
    try cost(of: model, tokenFactor: tokenFactor(for: model))
  }

  /// USD a month, or nil where there is no cost: ``cost(of:)`` without its parts.
  package func monthlyCost(of model: Model) -> Decimal? { MonthlyPricer(self).cost(of: model) }

  /// The same by the prices of each part of the day.
  func monthlyCostInParts(of model: borrowing Model) -> Decimal? {
    let model = copy model
    guard let means = try? meanPrices(of: model, tokenFactor: tokenFactor(for: model)) else {
      return nil
    }
    return means.sum(units(of: means)) * calls.perMonth / means.weight
  }

  /// USD a month for the same text as GPT would need the workload's tokens for, from the fewest to
  /// the most tokens that the model's tokenizer may need.
  package func monthlyCostOfSameText(with model: Model) throws(NoCost) -> ClosedRange<Decimal> {
    let factor = TokenizerFamily(of: model).factor
    let low = try cost(of: model, tokenFactor: factor.lowerBound).perMonth
    let high = try cost(of: model, tokenFactor: factor.upperBound).perMonth
    return min(low, high)...max(low, high)
  }

  /// The tokens of one call, prompt and answer, for the same text as GPT would need the workload's
  /// tokens for.
  package func tokensOfSameText(with model: Model) -> ClosedRange<Int> {
    let factor = TokenizerFamily(of: model).factor
    func tokens(_ factor: Decimal) -> Int {
      Int(NSDecimalNumber(decimal: Decimal(input + output) * factor).doubleValue.rounded())
    }
    return tokens(factor.lowerBound)...tokens(factor.upperBound)
  }

  /// Whether the cost with this model rests on an estimate of its tokens.
  package func isEstimate(for model: Model) -> Bool {
    count == .text && (prompt != nil || TokenizerFamily(of: model) != .gpt)
  }

  func tokenFactor(for model: Model) -> Decimal {
    guard count == .text else { return 1 }
    let family = TokenizerFamily(of: model)
    return prompt?.factor(for: family) ?? family.meanFactor
  }

  private func cost(of model: Model, tokenFactor: Decimal) throws(NoCost) -> CallCost {
    let means = try meanPrices(of: model, tokenFactor: tokenFactor)
    let units = units(of: means)
    let parts = CallCost.Item.allCases.compactMap { item -> CallCost.Part? in
      let count = units[item]
      guard count > 0, let price = means.prices[item] else { return nil }
      return CallCost.Part(
        item: item, units: count, price: price / means.weight,
        amount: price * count / means.weight)
    }
    let sum = means.sum(units)
    return CallCost(
      parts: parts, perCall: sum / means.weight, perMonth: sum * calls.perMonth / means.weight,
      notes: notes(about: model, means))
  }

  // MARK: - Units

  /// How many of each item one call has.
  struct Units {
    private var counts: [Decimal]

    init(_ counts: [CallCost.Item: Decimal]) {
      self.counts = CallCost.Item.allCases.map { counts[$0] ?? 0 }
    }

    subscript(item: CallCost.Item) -> Decimal { counts[item.index] }
  }

  private func units(of means: MeanPrices) -> Units {
    let (prompt, answer) = (Decimal(input) * means.tokenFactor, Decimal(output) * means.tokenFactor)
    return Units([
      .prompt: prompt * (1 - cached - written), .cacheRead: prompt * cached,
      .cacheWrite: prompt * written, .answer: answer, .request: 1, .search: searches,
    ])
  }

  // MARK: - Prices

  /// The prices of the items over the hours of a workload, each the sum of what holds in a part of
  /// the time times the minutes of that part.
  struct MeanPrices {
    /// Minutes of all parts; 1 where prices do not follow the time.
    var weight: Decimal = 0
    var prices = ItemPrices()
    /// By which the workload's tokens are multiplied.
    let tokenFactor: Decimal
    /// The overrides that hold at some time.
    var overrides: [PriceOverride] = []

    func sum(_ units: Units) -> Decimal {
      CallCost.Item.allCases.reduce(Decimal()) { sum, item in
        guard let price = prices[item], !units[item].isZero else { return sum }
        return sum + price * units[item]
      }
    }
  }

  /// USD per unit of each item; nil for a request or a search without a price.
  struct ItemPrices {
    private var values: [Decimal?] = Array(repeating: nil, count: CallCost.Item.allCases.count)

    subscript(item: CallCost.Item) -> Decimal? {
      get { values[item.index] }
      set { values[item.index] = newValue }
    }
  }

  private func meanPrices(
    of model: Model, tokenFactor: Decimal
  ) throws(NoCost) -> MeanPrices {
    guard model.outputModalities.contains(.text) else { throw .notText }
    if let main = model.pricing.main, main.kind != .input { throw .notPerToken }
    let prompt = Decimal(input) * tokenFactor
    let conditional = model.pricing.overrides.filter { $0.mayHold(forPrompt: prompt) }
    var means = MeanPrices(tokenFactor: tokenFactor, overrides: conditional)
    for part in DayPart.parts(of: hours, distinguishing: conditional) {
      var prices = model.pricing.prices
      for override in conditional where part.isWithin(override) {
        prices.merge(override.prices) { _, later in later }
      }
      try means.add(itemPrices(prices, of: model), minutes: part.minutes)
    }
    return means
  }

  private func itemPrices(
    _ prices: [PriceKind: Price], of model: Model
  ) throws(NoCost) -> ItemPrices {
    func amount(_ kind: PriceKind, isUsed: Bool = true) throws(NoCost) -> Decimal? {
      switch prices[kind] {
      case nil: return nil
      case .fixed(let amount)?: return amount
      case .variable? where isUsed: throw .variablePrice
      case .variable?: return nil
      }
    }
    guard let input = try amount(.input), let output = try amount(.output) else {
      throw .unknownPrice
    }
    var items = ItemPrices()
    items[.prompt] = input
    items[.cacheRead] = try amount(.cacheRead, isUsed: cached > 0) ?? input
    let write = try amount(.cacheWrite, isUsed: written > 0)
    // Google's write price is for storage alone: the prompt's price is paid as well.
    items[.cacheWrite] = write.map { model.author == "google" ? input + $0 : $0 } ?? input
    items[.answer] = output
    items[.request] = try amount(.request)
    items[.search] = try amount(.webSearch, isUsed: searches > 0)
    return items
  }

  // MARK: - Notes

  private func notes(about model: Model, _ means: MeanPrices) -> [CallCost.Note] {
    let pricing = model.pricing
    var notes: [CallCost.Note] = []
    func isPriced(_ kind: PriceKind) -> Bool {
      pricing[kind] != nil || means.overrides.contains { $0.prices[kind] != nil }
    }
    if cached > 0, input > 0, !isPriced(.cacheRead) { notes.append(.noCacheReadPrice) }
    if written > 0, input > 0, !isPriced(.cacheWrite) { notes.append(.noCacheWritePrice) }
    if searches > 0, !isPriced(.webSearch) { notes.append(.noSearchPrice) }
    let limits = means.overrides.flatMap(\.promptLimits)
    if let limit = limits.max() { notes.append(.longPrompt(above: limit)) }
    if means.overrides.contains(where: \.isScheduled) { notes.append(.scheduled) }
    let unknown = pricing.overrides.flatMap(\.unknownConditions)
    notes += unknown.reduce(into: []) { kept, key in
      if !kept.contains(.unknownCondition(key)) { kept.append(.unknownCondition(key)) }
    }
    if model.variant == "batch" { notes.append(.batch) }
    if model.variant == "free" { notes.append(.freeVariant) }
    return notes
  }
}

extension Workload.MeanPrices {
  fileprivate mutating func add(_ part: Workload.ItemPrices, minutes: Decimal) {
    weight += minutes
    for item in CallCost.Item.allCases {
      guard let price = part[item] else { continue }
      prices[item] = (prices[item] ?? 0) + price * minutes
    }
  }
}

extension CallCost.Item {
  fileprivate var index: Int {
    switch self {
    case .prompt: 0
    case .cacheRead: 1
    case .cacheWrite: 2
    case .answer: 3
    case .request: 4
    case .search: 5
    }
  }
}

extension PriceOverride {
  /// Whether it holds at some time for a prompt of so many tokens; the comparison is strict.
  fileprivate func mayHold(forPrompt tokens: Decimal) -> Bool {
    unknownConditions.isEmpty && promptLimits.allSatisfy { tokens > Decimal($0) }
  }

  fileprivate var promptLimits: [Int] {
    conditions.compactMap { if case .promptTokens(let limit) = $0 { limit } else { nil } }
  }

  fileprivate var unknownConditions: [String] {
    conditions.compactMap { if case .unknown(let key) = $0 { key } else { nil } }
  }
}
