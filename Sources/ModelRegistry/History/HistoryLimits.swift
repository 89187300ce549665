/// How much a history may hold before it is thinned.
package struct HistoryLimits: Hashable, Sendable {
  /// Bytes of the file, without what is free in it.
  package var bytes = 256 * 1_048_576
  /// Lists, each of one time.
  package var observations = 100_000
  /// Models that are no longer listed.
  package var removed = 10_000

  package init() {}

  /// The rule, for people.
  package static let rule =
    "when it is full, the oldest go first: lists that changed nothing, then changes of descriptions "
    + "and scores alone, then models removed the longest ago, then the oldest lists"
}
