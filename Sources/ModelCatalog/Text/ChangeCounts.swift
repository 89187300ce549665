/// The numbers of models added, removed and changed, as every front end shows them.
package struct ChangeCounts: Hashable, Sendable {
  package let added: Int
  package let removed: Int
  /// Changed models in which something is news (``ModelChange/news``).
  package let changed: Int
  /// Changed models in which nothing is news.
  package let minor: Int
  /// The topics of the minor changes.
  private let minorTopics: [String]

  package init(_ changes: CatalogChanges) {
    added = changes.added.count
    removed = changes.removed.count
    let minor = changes.minor
    changed = changes.changed.count - minor.count
    self.minor = minor.count
    var topics = Set<String>()
    for change in minor {
      let scheduled = Set(change.scheduledPrices)
      for difference in change.fields {
        switch difference.field.topic {
        case .noise:
          topics.insert(difference.field == .description ? "descriptions" : "benchmarks")
        case .other: topics.insert("details")
        case .price, .limit, .ability, .name, .expiry, nil:
          topics.insert(scheduled.contains(difference) ? "scheduled prices" : "rounding")
        }
      }
    }
    minorTopics = ["descriptions", "benchmarks", "scheduled prices", "rounding", "details"]
      .filter(topics.contains)
  }

  /// Whether there is any news.
  package var hasNews: Bool { added + removed + changed > 0 }

  /// `3 added, 1 removed, 56 changed, 138 more in descriptions and benchmarks`; "nothing changed"
  /// if all are zero.
  package var text: String {
    var parts = [(added, "added"), (removed, "removed"), (changed, "changed")]
      .filter { $0.0 > 0 }.map { "\(CountText.grouped($0.0)) \($0.1)" }
    if minor > 0 {
      let word = hasNews ? "more" : "changed"
      let only = hasNews ? "" : " alone"
      parts.append("\(CountText.grouped(minor)) \(word) in \(listed(minorTopics))\(only)")
    }
    return parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
  }

  /// `a, b and c`.
  private func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
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
