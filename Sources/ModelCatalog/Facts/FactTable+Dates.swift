extension FactTable {
  /// Since when and until when.
  static let dates: [Fact] = [
    .created,
    Fact(
      "cutoff", "Knowledge", json: "knowledgeCutoff", kind: .day, order: .largestIsBest,
      query: ["cutoff"], topic: .other, section: .limits, phrase: "until %"
    ) { FactValue($0.model.knowledgeCutoff) },
    .expirationDate,
    Fact("lastlisted", "Last listed", json: "lastListed", kind: .day, order: .largestIsBest) {
      $0.model.lastListed.map(FactValue.date) ?? .unknown
    },
    Fact("retired", "Retired", json: "isRetired", kind: .flag, topic: .other) {
      .flag($0.model.isRetired)
    },
  ]
}

extension Fact {
  package static let created = Fact(
    "created", "Listed", json: "created", kind: .day, order: .largestIsBest, query: ["created"],
    topic: .other, reader: ReaderVersion(2), section: .limits
  ) { $0.model.created.map(FactValue.date) ?? .unknown }

  package static let expirationDate = Fact(
    "expires", "Expires", json: "expirationDate", kind: .day, order: .smallestFirst,
    query: ["expires"], topic: .expiry
  ) { FactValue($0.model.expirationDate) }
}
