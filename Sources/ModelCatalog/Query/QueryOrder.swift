/// By what models are put in order.
package enum SortKey: Hashable, Sendable {
  /// The best match of the free text first.
  case relevance
  /// The newest first.
  case new
  /// By a fact with an order.
  case fact(Fact)

  package static let name = SortKey.fact(.displayName)
  package static let price = SortKey.fact(.price(.input))
  package static let output = SortKey.fact(.price(.output))
  package static let context = SortKey.fact(.contextLength)

  /// Those that most people use.
  package static let usual: [SortKey] = [.relevance, .name, .price, .output, .context, .new]

  /// All of them, the usual ones first.
  package static let all: [SortKey] = {
    let others = FactTable.all.filter { $0.order != nil }.map(SortKey.fact)
    return usual + others.filter { !usual.contains($0) }
  }()

  /// After `sort:`.
  package var text: String {
    switch self {
    case .relevance: "relevance"
    case .new: "new"
    case .price: "price"
    case .fact(let fact): fact.query.first ?? fact.name
    }
  }

  /// Reads a name after `sort:`, or any other name of a fact with an order.
  package init?(_ text: String) {
    switch text {
    case "relevance": self = .relevance
    case "new": self = .new
    default:
      guard let fact = FactTable.comparable[text] ?? FactTable[text], fact.order != nil
      else { return nil }
      self = .fact(fact)
    }
  }

  /// In a few words, for completion.
  package var summary: String {
    switch self {
    case .relevance: "the best match first"
    case .new: "the newest first"
    case .fact(let fact):
      switch fact.kind {
      case .price, .cost: "the cheapest \(fact.words) first"
      case .tokens: "the smallest \(fact.words) first"
      case .score: "the highest \(fact.words) score first"
      case .measure:
        fact.order == .highestFirst
          ? "the highest \(fact.words) first" : "the lowest \(fact.words) first"
      case .day: "\(fact.words), the earliest first"
      case .text, .names, .flag, .structure: "by \(fact.words)"
      }
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
    guard let key = SortKey(String(text.dropFirst(isReversed ? 1 : 0)).lowercased())
    else { return nil }
    self.init(key, isReversed: isReversed)
  }

  /// As it is written after `sort:`.
  package var description: String { (isReversed ? "-" : "") + key.text }
}
