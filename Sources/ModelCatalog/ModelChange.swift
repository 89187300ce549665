import Foundation

/// What differs between two states of one model.
package struct ModelChange: Hashable, Sendable, Identifiable {
  package struct Difference: Hashable, Sendable {
    package let field: ModelField
    package let old: FieldValue
    package let new: FieldValue

    package init(field: ModelField, old: FieldValue, new: FieldValue) {
      self.field = field
      self.old = old
      self.new = new
    }
  }

  package let id: Model.ID
  /// In the order of ``ModelField/all``; never empty.
  package let fields: [Difference]
  /// The kinds whose price a schedule moves, the same one before and after.
  private let scheduled: Set<PriceKind>

  /// Nil if the two are equal, whatever is known of when they were listed.
  package init?(from old: Model, to new: Model) {
    guard old != new else { return nil }
    let differences = ModelField.all.compactMap { field in
      let (before, after) = (field.value(in: old), field.value(in: new))
      return before == after ? nil : Difference(field: field, old: before, new: after)
    }
    let isSameSchedule = old.pricing.overrides == new.pricing.overrides
    self.init(
      id: new.id, fields: differences, scheduled: isSameSchedule ? new.pricing.scheduledKinds : [])
  }

  private init?(id: Model.ID, fields: [Difference], scheduled: Set<PriceKind>) {
    guard !fields.isEmpty else { return nil }
    self.id = id
    self.fields = fields
    self.scheduled = scheduled
  }
}

extension ModelChange {
  /// Prices that only followed the hour of the day, by a schedule that is the same before and after.
  package var scheduledPrices: [Difference] { fields.filter(isScheduledPrice) }

  /// Without the facts that change all the time and say little; nil if nothing else differs.
  package var withoutNoise: ModelChange? {
    keeping { $0.field.topic != .noise && !$0.isRounding }
  }

  /// Without ``scheduledPrices``; nil if nothing else differs.
  package var withoutScheduledPrices: ModelChange? { keeping { !isScheduledPrice($0) } }

  private func isScheduledPrice(_ difference: Difference) -> Bool {
    guard case .price(let kind) = difference.field else { return false }
    return scheduled.contains(kind)
  }

  private func keeping(_ isKept: (Difference) -> Bool) -> ModelChange? {
    ModelChange(id: id, fields: fields.filter(isKept), scheduled: scheduled)
  }
}

extension ModelChange.Difference {
  /// The same price with other digits at its end, as upstream computes it now and then.
  fileprivate var isRounding: Bool {
    guard case .price(.fixed(let before), _) = old, case .price(.fixed(let after), _) = new
    else { return false }
    return abs(before - after) * 1_000_000 <= max(before, after)
  }
}

extension Pricing {
  /// The kinds that cost more or less by the hour of the day.
  fileprivate var scheduledKinds: Set<PriceKind> {
    overrides.reduce(into: []) { kinds, override in
      switch override.condition {
      case .utcMinutes: kinds.formUnion(override.prices.keys)
      case .promptTokens: break
      }
    }
  }
}
