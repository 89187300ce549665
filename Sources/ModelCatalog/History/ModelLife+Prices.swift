package import Foundation

/// A price while it stayed the same.
package struct PriceStep: Hashable, Sendable {
  package var from: Date
  /// The first observation with another price or without the model; nil for the latest.
  package var until: Date?
  /// Nil where nothing was said of it.
  package var price: Price?

  package init(from: Date, until: Date?, price: Price?) {
    self.from = from
    self.until = until
    self.price = price
  }
}

/// What input and output cost while both stayed the same.
package struct PricePeriod: Hashable, Sendable {
  package var from: Date
  /// The first observation with another price or without the model; nil for the latest.
  package var until: Date?
  /// Nil where nothing was said of it, as for ``output``.
  package var input: Price?
  package var output: Price?

  package init(from: Date, until: Date?, input: Price?, output: Price?) {
    self.from = from
    self.until = until
    self.input = input
    self.output = output
  }
}

extension ModelHistory {
  /// One price over time, the oldest first; between steps that do not meet it was not listed.
  package func priceSteps(of kind: PriceKind) -> [PriceStep] {
    runs(of: { $0[kind] }).map { PriceStep(from: $0.from, until: $0.until, price: $0.value) }
  }

  /// The two main prices over time, as ``priceSteps(of:)`` has one.
  package var pricePeriods: [PricePeriod] {
    runs(of: { [$0[.input], $0[.output]] }).map { run in
      PricePeriod(from: run.from, until: run.until, input: run.value[0], output: run.value[1])
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
