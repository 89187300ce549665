import ModelCatalog

extension QueryOrder {
  /// The order that a person most likely wants by this key: the cheapest, the largest, the highest,
  /// the newest first.
  static func useful(_ key: SortKey) -> QueryOrder {
    guard case .fact(let fact) = key else { return QueryOrder(key) }
    return QueryOrder(key, isReversed: fact.order == .largestIsBest)
  }

  /// Whether the values go down; nil for an order that is by no value.
  private var isDescending: Bool? {
    switch key {
    case .relevance: nil
    case .new: !isReversed
    case .fact(let fact): isReversed != (fact.order == .highestFirst)
    }
  }

  /// `↑` where the values go up, `↓` where they go down.
  var arrow: String { isDescending.map { $0 ? "↓" : "↑" } ?? "" }

  /// `coding ↓`, `input price ↑`, `relevance`, `newest`.
  var label: String {
    let name =
      switch key {
      case .relevance: isReversed ? "relevance, reversed" : "relevance"
      case .new: isReversed ? "oldest" : "newest"
      case .fact(let fact):
        if case .price = fact.kind { "\(fact.words) price" } else { fact.words }
      }
    return arrow.isEmpty || key == .new ? name : "\(name) \(arrow)"
  }

  /// What was done, for a message: `sorted by context ↓, largest first`.
  var notice: String {
    key == .new ? "sorted by date, \(firstWords)" : "sorted by \(label), \(firstWords)"
  }

  /// Which values are first: `cheapest first`.
  private var firstWords: String {
    guard let isDescending else { return isReversed ? "best match last" : "best match first" }
    func words(_ least: String, _ most: String) -> String {
      (isDescending ? most : least) + " first"
    }
    guard case .fact(let fact) = key else { return words("oldest", "newest") }
    switch fact.kind {
    case .price, .cost: return words("cheapest", "most expensive")
    case .tokens: return words("smallest", "largest")
    case .score, .measure: return words("lowest", "highest")
    case .day: return words("earliest", "latest")
    case .text, .names, .flag, .structure: return isDescending ? "Z to A" : "A to Z"
    }
  }
}
