package import Foundation

/// A period in which a price stayed the same.
package struct PriceStep: Hashable, Sendable {
  package var from: Date
  /// The first observation with another price or without the model; nil for the latest.
  package var until: Date?
  /// Nil if it was unknown.
  package var price: Price?

  package init(from: Date, until: Date?, price: Price?) {
    self.from = from
    self.until = until
    self.price = price
  }
}

/// A period in which all main prices stayed the same.
package struct PricePeriod: Hashable, Sendable {
  package var from: Date
  /// The first observation with another price or without the model; nil for the latest.
  package var until: Date?
  /// By kind; an absent kind was unknown.
  package var prices: [PriceKind: Price]

  package init(from: Date, until: Date?, prices: [PriceKind: Price]) {
    self.from = from
    self.until = until
    self.prices = prices
  }
}

extension ModelHistory {
  /// One price over time, the oldest first; in a gap between two steps the model was not listed.
  package func priceSteps(of kind: PriceKind) -> [PriceStep] {
    runs(of: { $0[kind] }).map { PriceStep(from: $0.from, until: $0.until, price: $0.value) }
  }

  /// The kinds of input and output price that the model ever had; text input and output if none is
  /// known.
  package var mainKinds: [PriceKind] {
    let known = [PriceKind.input, .output, .characters, .audioDuration].filter { kind in
      versions.contains { $0.model.pricing[kind] != nil }
    }
    return known.isEmpty ? [.input, .output] : known
  }

  /// The prices of ``mainKinds`` over time; see ``priceSteps(of:)``.
  package var pricePeriods: [PricePeriod] {
    let kinds = Set(mainKinds)
    return runs(of: { $0.prices.filter { kinds.contains($0.key) } }).map {
      PricePeriod(from: $0.from, until: $0.until, prices: $0.value)
    }
  }

  private func runs<Value: Equatable>(
    of value: (Pricing) -> Value
  ) -> [(from: Date, until: Date?, value: Value)] {
    var runs: [(from: Date, until: Date?, value: Value)] = []
    for version in versions {
      let value = value(version.model.pricing)
      if let last = runs.last, last.value == value, last.until == version.firstSeen {
        runs[runs.count - 1].until = version.until
      } else {
        runs.append((version.firstSeen, version.until, value))
      }
    }
    return runs
  }
}
