/// By what models are put in order; the raw value is the name after `sort:`.
package enum SortKey: String, Hashable, Sendable, CaseIterable {
  /// The best match of the free text first.
  case relevance
  case name
  /// The cheapest input first.
  case price
  /// The cheapest output first.
  case output
  /// The smallest context first.
  case context = "ctx"
  /// The newest first.
  case new

  /// In a few words, for completion.
  package var summary: String {
    switch self {
    case .relevance: "the best match first"
    case .name: "by name"
    case .price: "the cheapest input first"
    case .output: "the cheapest output first"
    case .context: "the smallest context first"
    case .new: "the newest first"
    }
  }
}

/// An order of models.
///
/// Ties are always by id, ascending; unknown and variable values are always last.
package struct QueryOrder: Hashable, Sendable, CustomStringConvertible {
  package var key: SortKey
  package var isReversed: Bool

  package init(_ key: SortKey, isReversed: Bool = false) {
    self.key = key
    self.isReversed = isReversed
  }

  /// Reads `price` and `-ctx`, in any case.
  package init?(_ text: String) {
    let isReversed = text.hasPrefix("-")
    guard let key = SortKey(rawValue: String(text.dropFirst(isReversed ? 1 : 0)).lowercased())
    else { return nil }
    self.init(key, isReversed: isReversed)
  }

  /// As it is written after `sort:`.
  package var description: String { (isReversed ? "-" : "") + key.rawValue }
}
