package import Foundation

/// Who serves one model, as upstream answered at one time.
package struct ModelEndpoints: Hashable, Sendable {
  /// The id that was asked for.
  package let id: Model.ID
  /// In upstream's order.
  package let endpoints: [Endpoint]
  /// When upstream answered.
  package let fetched: Date
  /// The id in the answer, if it is another one.
  package let answeredID: Model.ID?
  /// Rows that could not be read, or were beyond a limit.
  package let leftOut: Int

  package init(
    id: Model.ID, endpoints: [Endpoint], fetched: Date, answeredID: Model.ID? = nil,
    leftOut: Int = 0
  ) {
    self.id = id
    self.endpoints = endpoints
    self.fetched = fetched
    self.answeredID = answeredID
    self.leftOut = leftOut
  }

  /// Those without a service tier; all of them where each has one.
  package var standard: [Endpoint] { Self.standard(endpoints) }

  static func standard(_ endpoints: [Endpoint]) -> [Endpoint] {
    let standard = endpoints.filter { $0.tag.tier == nil }
    return standard.isEmpty ? endpoints : standard
  }

  /// The lowest and the highest price of one kind among the standard endpoints, in USD as shown; nil
  /// where none is known.
  package func range(of kind: PriceKind) -> ClosedRange<Decimal>? {
    let amounts = standard.compactMap { $0.pricing[kind]?.amount(per: kind) }
    guard let lowest = amounts.min(), let highest = amounts.max() else { return nil }
    return lowest...highest
  }

  /// How many endpoints have everything that the list promises of the model.
  package func complete(for model: Model) -> Int {
    let promise = ListPromise(of: model)
    return endpoints.count { promise.missing(in: $0).isEmpty }
  }

  /// The cheapest of some endpoints: a standard one if there is any among them.
  package static func cheapest(
    _ endpoints: [Endpoint], of model: Model, workload: Workload?
  ) -> Endpoint? {
    let candidates = standard(endpoints)
    return candidates.count < 2
      ? candidates.first
      : EndpointOrder.price.sorted(candidates, of: model, workload: workload).first
  }
}
