/// The version of the reader of upstream's rows, stored with each observation in the history, so
/// that a fact which only a later version reads is not reported as a change.
///
/// To be raised whenever a fact is read that was not, or one is read differently: ``Fact/reader`` of
/// these facts is then the new version, and ``facts(of:)`` says what an older reader made of them.
package struct ReaderVersion: Hashable, Comparable, Sendable {
  package let number: Int

  package init(_ number: Int) { self.number = number }

  package static let first = ReaderVersion(1)
  /// The second one reads prices with units, exponents, unknown keys and several conditions, and no
  /// implausible dates.
  package static let current = ReaderVersion(2)

  /// Whether it reads a fact as the current one does: of any other, unknown says nothing.
  func understands(_ fact: Fact) -> Bool { self >= fact.reader }

  /// The model as this version read it.
  func facts(of model: Model) -> Model {
    guard self < .current else { return model }
    var model = model
    model.pricing.other = model.pricing.other.filter { Self.firstKeys.contains($0.key) }
    model.pricing.overrides = model.pricing.overrides.compactMap(\.withOneCondition)
    return model
  }

  /// Upstream's keys whose amounts the first reader kept.
  private static let firstKeys = Set(PriceKind.allCases.map(\.upstreamKey) + ["image_token"])

  package static func < (left: ReaderVersion, right: ReaderVersion) -> Bool {
    left.number < right.number
  }
}

extension PriceOverride {
  /// The condition as the first version read it: the prompt length if there is one, else the hours;
  /// nil if there is neither.
  fileprivate var withOneCondition: PriceOverride? {
    let first = conditions.first { condition in
      switch condition {
      case .promptTokens(let limit): limit > 0
      case .utcMinutes: true
      case .utcDays, .unknown: false
      }
    }
    return first.map { PriceOverride(conditions: [$0], prices: prices) }
  }
}
