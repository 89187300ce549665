import Foundation

/// What differs between two states of one model.
package struct ModelChange: Hashable, Sendable, Identifiable {
  package struct Difference: Hashable, Sendable {
    package let field: Fact
    package let old: FactValue
    package let new: FactValue

    package init(field: Fact, old: FactValue, new: FactValue) {
      self.field = field
      self.old = old
      self.new = new
    }
  }

  package let id: Model.ID
  /// In the order of ``FactTable/changing``; never empty.
  package let fields: [Difference]
  /// The kinds whose price a schedule changes, the same one before and after.
  private let scheduled: Set<PriceKind>

  /// Nil if the two are equal, whatever is known of when they were listed.
  ///
  /// `readers` are those that read the old and the new state: what an older one of them did not
  /// understand is no difference.
  package init?(
    from old: Model, to new: Model,
    readers: (old: ReaderVersion, new: ReaderVersion) = (.current, .current)
  ) {
    guard old != new else { return nil }
    let older = min(readers.old, readers.new)
    let isSameReader = readers.old == readers.new
    let (left, right) = isSameReader ? (old, new) : (older.facts(of: old), older.facts(of: new))
    var differences = FactTable.changing.compactMap { field -> Difference? in
      let (before, after) = (field.value(in: left), field.value(in: right))
      return before == after ? nil : Difference(field: field, old: before, new: after)
    }
    if !isSameReader {
      let units = UnitChange.all(in: differences).map(\.kinds)
      differences.removeAll { difference in
        // A price in another unit was read under its other name.
        if case .price(let kind) = difference.field.kind,
          units.contains(where: { $0.contains(kind) })
        {
          return false
        }
        let value = readers.old == older ? difference.old : difference.new
        return value == .unknown && !older.understands(difference.field)
      }
    }
    let isSameSchedule = left.pricing.overrides == right.pricing.overrides
    self.init(
      id: new.id, fields: differences,
      scheduled: isSameSchedule ? right.pricing.scheduledKinds : [])
  }

  private init?(id: Model.ID, fields: [Difference], scheduled: Set<PriceKind>) {
    guard !fields.isEmpty else { return nil }
    self.id = id
    self.fields = fields
    self.scheduled = scheduled
  }
}

extension ModelChange {
  /// What a person wants to know of it; nil if that is nothing.
  ///
  /// No descriptions and scores, which change all the time, no facts by which models are rarely
  /// chosen, no prices that only followed their schedule, and none that were only rounded otherwise.
  /// This is the one rule of what is news, for the browser, the commands and the API.
  package var news: ModelChange? {
    keeping { $0.isNews && !isScheduled($0) }
  }

  /// What the history of one model lists; nil if that is nothing.
  ///
  /// All but descriptions, scores, rounding and ``scheduledPrices``.
  package var withoutNoise: ModelChange? {
    keeping { $0.field.topic != .noise && !$0.isRounding && !isScheduled($0) }
  }

  /// Prices that only followed the time of the day, by a schedule that is the same before and after.
  package var scheduledPrices: [Difference] { fields.filter(isScheduled) }

  /// Without ``scheduledPrices``; nil if nothing else differs.
  package var withoutScheduledPrices: ModelChange? { keeping { !isScheduled($0) } }

  private func isScheduled(_ difference: Difference) -> Bool {
    guard case .price(let kind) = difference.field.kind else { return false }
    return scheduled.contains(kind)
  }

  private func keeping(_ isKept: (Difference) -> Bool) -> ModelChange? {
    ModelChange(id: id, fields: fields.filter(isKept), scheduled: scheduled)
  }
}

extension ModelChange.Difference {
  /// Whether it is worth a person's time by itself.
  package var isNews: Bool { field.topic?.isNews == true && !isRounding }

  /// The same price with other digits at its end, as upstream computes it now and then.
  fileprivate var isRounding: Bool {
    guard case .price(.fixed(let before), _) = old, case .price(.fixed(let after), _) = new
    else { return false }
    return abs(before - after) * 1_000_000 <= max(before, after)
  }
}

extension Pricing {
  /// The kinds that cost more or less by the time of the day.
  fileprivate var scheduledKinds: Set<PriceKind> {
    overrides.filter(\.isScheduled).reduce(into: []) { $0.formUnion($1.prices.keys) }
  }
}
