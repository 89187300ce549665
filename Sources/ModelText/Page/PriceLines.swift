package import ModelCatalog

/// The prices on the page of one model, for every front end: a line for each kind, an amount for
/// each condition.
package struct PriceLines: Hashable, Sendable {
  package struct Amount: Hashable, Sendable {
    package let text: String
    /// False for a price that varies.
    package let isNumber: Bool
  }

  package struct Line: Hashable, Sendable {
    package let name: String
    /// Nil for an unknown unit.
    package let unit: PriceUnit?
    /// The base price, then one for each condition; nil where the model has none.
    package let amounts: [Amount?]

    package var unitWords: String { unit?.words ?? "unit unknown" }
  }

  /// When the amounts after the base price apply.
  package let conditions: [String]
  /// A line for each kind of price.
  package let known: [Line]
  /// A line for each price that upstream names without its unit.
  package let other: [Line]

  package init(of model: Model) {
    let pricing = model.pricing
    let overrides = pricing.overrides
    conditions = overrides.map(\.words)
    let prices = [pricing.prices] + overrides.map(\.prices)
    known = Set(prices.flatMap(\.keys)).sorted().map { kind in
      Line(
        name: kind.words, unit: kind.unit,
        amounts: prices.map { prices in
          prices[kind].map { price in
            Amount(
              text: model.isFree && price.isZero ? "free" : PriceText.exact(price, kind),
              isNumber: price.amount != nil)
          }
        })
    }
    let others = [pricing.other] + overrides.map(\.other)
    other = Set(others.flatMap(\.keys)).sorted().map { key in
      Line(
        name: key, unit: nil,
        amounts: others.map { prices in
          prices[key].map { Amount(text: PriceText.raw($0), isNumber: $0.amount != nil) }
        })
    }
  }
}
