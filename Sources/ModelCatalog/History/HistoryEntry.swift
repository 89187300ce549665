package import Foundation

/// One line of the history: what happened to one model at one observation.
package struct HistoryEntry: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case added
    /// Listed again after a gap; the date is when it was last seen before.
    case returned(lastSeen: Date)
    /// No longer listed, with its last facts.
    case removed(last: Model)
    /// In the order of ``FactTable/changing``; not empty.
    case changed([ModelChange.Difference])
    /// Its price followed a schedule by the hour of the day.
    case scheduledPrice(ScheduledPrice)
  }

  /// The observation that showed it; for scheduled prices the last one.
  package var date: Date
  package var id: Model.ID
  /// The model's name at that time.
  package var name: String
  package var kind: Kind

  package init(date: Date, id: Model.ID, name: String, kind: Kind) {
    self.date = date
    self.id = id
    self.name = name
    self.kind = kind
  }
}

extension HistoryEntry {
  /// What of it is news by itself (``ModelChange/news``); nil if nothing is.
  package var news: HistoryEntry? {
    switch kind {
    case .added, .returned, .removed: return self
    case .changed(let differences):
      let news = differences.filter(\.isNews)
      guard !news.isEmpty else { return nil }
      return HistoryEntry(date: date, id: id, name: name, kind: .changed(news))
    case .scheduledPrice: return nil
    }
  }

  /// Whether the model changed or was listed again, in something that is news.
  package var changesModel: Bool {
    switch news?.kind {
    case .changed, .returned: true
    case .added, .removed, .scheduledPrice, nil: false
    }
  }
}

/// Consecutive price changes that only followed a schedule, shown as one entry.
package struct ScheduledPrice: Hashable, Sendable {
  /// The observation that showed the first of them.
  package var since: Date
  package var count: Int
  /// From the lowest to the highest amount seen, in USD per token; nil if none was fixed.
  package var input: ClosedRange<Decimal>?
  package var output: ClosedRange<Decimal>?

  package init(
    since: Date, count: Int, input: ClosedRange<Decimal>?, output: ClosedRange<Decimal>?
  ) {
    self.since = since
    self.count = count
    self.input = input
    self.output = output
  }

  /// The change from one version's facts to the next.
  init(at date: Date, from old: Model, to new: Model) {
    self.init(
      since: date, count: 1, input: Self.range(.input, old, new),
      output: Self.range(.output, old, new))
  }

  /// Both as one entry; `other` is the later.
  func joined(with other: ScheduledPrice) -> ScheduledPrice {
    ScheduledPrice(
      since: since, count: count + other.count, input: Self.hull(input, other.input),
      output: Self.hull(output, other.output))
  }

  private static func range(
    _ kind: PriceKind, _ old: Model, _ new: Model
  ) -> ClosedRange<Decimal>? {
    let amounts = [old, new].compactMap { $0.pricing[kind]?.amount }
    guard let least = amounts.min(), let most = amounts.max() else { return nil }
    return least...most
  }

  private static func hull(
    _ left: ClosedRange<Decimal>?, _ right: ClosedRange<Decimal>?
  ) -> ClosedRange<Decimal>? {
    guard let left, let right else { return left ?? right }
    return min(left.lowerBound, right.lowerBound)...max(left.upperBound, right.upperBound)
  }
}
