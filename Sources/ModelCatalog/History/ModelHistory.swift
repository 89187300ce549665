package import Foundation

/// The history of one model.
package struct ModelHistory: Hashable, Sendable, Identifiable {
  package let id: Model.ID
  /// The oldest first; in a gap between two versions the model was not listed.
  package let versions: [ModelVersion]
  /// The first observation of any model; a model seen by it may have been listed earlier.
  package let historyBegan: Date

  /// Nil if there are no versions.
  package init?(versions: [ModelVersion], historyBegan: Date) {
    guard let last = versions.last else { return nil }
    id = last.model.id
    self.versions = versions
    self.historyBegan = historyBegan
  }

  /// Whether the latest observation saw it.
  package var isListed: Bool { versions.last?.until == nil }

  /// The first observation without it; nil while it is listed.
  package var removed: Date? { versions.last?.until }

  /// Its latest facts, with the removal date if it is no longer listed.
  package var model: Model? {
    versions.last.map { last in
      var model = last.model
      model.lastListed = last.until == nil ? nil : last.lastSeen
      return model
    }
  }
}

extension ModelHistory {
  /// The entries within a period, the newest first.
  ///
  /// A model that the first observation saw is not reported as added. Consecutive scheduled prices
  /// are one entry. `noise` includes ``ChangeTopic/noise``.
  package func entries(
    since: Date = .distantPast, until: Date = .distantFuture, noise: Bool = false
  ) -> [HistoryEntry] {
    var entries: [HistoryEntry] = []
    func add(_ date: Date, _ model: Model, _ kind: HistoryEntry.Kind) {
      guard (since...max(since, until)).contains(date) else { return }
      let entry = HistoryEntry(date: date, id: model.id, name: model.name, kind: kind)
      if let joined = entries.last?.joined(with: entry) {
        entries[entries.count - 1] = joined
      } else {
        entries.append(entry)
      }
    }
    var previous: ModelVersion?
    for version in versions {
      let (date, model) = (version.firstSeen, version.model)
      if let previous {
        if let removed = previous.until, removed < date {
          add(removed, previous.model, .removed(last: previous.model))
          add(date, model, .returned(lastSeen: previous.lastSeen))
        }
        for kind in Self.news(from: previous, to: version, noise: noise) {
          add(date, model, kind)
        }
      } else if date > historyBegan {
        add(date, model, .added)
      }
      previous = version
    }
    if let last = previous, let removed = last.until {
      add(removed, last.model, .removed(last: last.model))
    }
    return entries.reversed()
  }

  private static func news(
    from old: ModelVersion, to new: ModelVersion, noise: Bool
  ) -> [HistoryEntry.Kind] {
    let change = ModelChange(
      from: old.model, to: new.model, readers: (old.readers.last, new.readers.first))
    guard let change else { return [] }
    var news: [HistoryEntry.Kind] = []
    if !change.scheduledPrices.isEmpty {
      let price = ScheduledPrice(at: new.firstSeen, from: old.model, to: new.model)
      news.append(.scheduledPrice(price))
    }
    let rest = noise ? change.withoutScheduledPrices : change.withoutNoise
    if let rest { news.append(.changed(rest.fields)) }
    return news
  }
}

extension HistoryEntry {
  /// This entry and the next as one, if both are scheduled prices.
  fileprivate func joined(with next: HistoryEntry) -> HistoryEntry? {
    guard case .scheduledPrice(let earlier) = kind, case .scheduledPrice(let later) = next.kind
    else { return nil }
    var entry = next
    entry.kind = .scheduledPrice(earlier.joined(with: later))
    return entry
  }
}
