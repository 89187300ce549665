package import ModelCatalog

extension ChangeCounts {
  /// `3 added, 1 removed, 56 changed, 138 more in descriptions and benchmarks`; "nothing changed"
  /// if all are zero.
  package var text: String {
    var parts = [(added, "added"), (removed, "removed"), (changed, "changed")]
      .filter { $0.0 > 0 }.map { "\(CountText.grouped($0.0)) \($0.1)" }
    if minor > 0 {
      let word = hasNews ? "more" : "changed"
      let only = hasNews ? "" : " alone"
      let topics = MinorTopic.allCases.filter(minorTopics.contains).map(\.words)
      parts.append("\(CountText.grouped(minor)) \(word) in \(listed(topics))\(only)")
    }
    return parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
  }

  /// `a, b and c`.
  private func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension ChangeCounts.MinorTopic {
  fileprivate var words: String {
    switch self {
    case .descriptions: "descriptions"
    case .benchmarks: "benchmarks"
    case .scheduledPrices: "scheduled prices"
    case .rounding: "rounding"
    case .details: "details"
    }
  }
}
