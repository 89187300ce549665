/// The numbers of models added, removed and changed, as every front end shows them.
package struct ChangeCounts: Hashable, Sendable {
  /// What a change that is no news is about, in the order in which it is listed.
  package enum MinorTopic: Hashable, Sendable, CaseIterable {
    case descriptions, benchmarks, scheduledPrices, rounding, details
  }

  package let added: Int
  package let removed: Int
  /// Changed models in which something is news (``ModelChange/news``).
  package let changed: Int
  /// Changed models in which nothing is news.
  package let minor: Int
  /// The topics of the minor changes.
  package let minorTopics: Set<MinorTopic>

  package init(_ changes: CatalogChanges) {
    added = changes.added.count
    removed = changes.removed.count
    let minor = changes.minor
    changed = changes.changed.count - minor.count
    self.minor = minor.count
    var topics = Set<MinorTopic>()
    for change in minor {
      let scheduled = Set(change.scheduledPrices)
      for difference in change.fields {
        switch difference.field.topic {
        case .noise:
          topics.insert(difference.field == .description ? .descriptions : .benchmarks)
        case .other: topics.insert(.details)
        case .price, .limit, .ability, .name, .expiry, nil:
          topics.insert(scheduled.contains(difference) ? .scheduledPrices : .rounding)
        }
      }
    }
    minorTopics = topics
  }

  /// Whether there is any news.
  package var hasNews: Bool { added + removed + changed > 0 }
}

extension CatalogChanges {
  /// `{added, removed, changed, minor}`; see ``ChangeCounts``.
  package var counts: JSONValue {
    let counts = ChangeCounts(self)
    return [
      "added": .integer(counts.added), "removed": .integer(counts.removed),
      "changed": .integer(counts.changed), "minor": .integer(counts.minor),
    ]
  }
}
