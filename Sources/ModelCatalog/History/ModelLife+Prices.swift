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

extension ModelLife {
  /// One price over time, the oldest first; between steps that do not meet it was not listed.
  package func priceSteps(of kind: PriceKind) -> [PriceStep] {
    var steps: [PriceStep] = []
    for version in versions {
      let price = version.model.pricing[kind]
      if let last = steps.last, last.price == price, last.until == version.firstSeen {
        steps[steps.count - 1].until = version.until
      } else {
        steps.append(PriceStep(from: version.firstSeen, until: version.until, price: price))
      }
    }
    return steps
  }
}
