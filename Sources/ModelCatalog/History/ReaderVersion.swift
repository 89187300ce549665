/// The version of the reader of upstream's rows, stored with each observation in the history, so
/// that a fact which only a later version reads is not reported as a change.
///
/// Raise it when a new fact is read, or an old one is read differently: set ``Fact/reader`` of
/// these facts to the new version, and make `facts(of:)` give what an older reader made of them.
package struct ReaderVersion: Hashable, Comparable, Sendable {
  package let number: Int

  package init(_ number: Int) { self.number = number }

  package static let first = ReaderVersion(1)
  /// Version 2 reads prices with units, exponents, unknown keys and several conditions, and rejects
  /// implausible dates.
  package static let current = ReaderVersion(2)

  /// Whether it reads a fact as the current version does; if not, an unknown value means nothing.
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
