import ModelCatalog

/// The column of one fact.
struct ListColumn: Hashable, Sendable {
  let fact: Fact

  /// A letter each for the abilities.
  var title: String {
    switch fact {
    case .displayName: "MODEL"
    case .abilities: Ability.allCases.map { String($0.letter) }.joined()
    default: fact.shortTitle
    }
  }

  /// Terminal cells with the gap before it.
  var cells: Int { fact.width + gap }

  /// Cells before it.
  var gap: Int { fact.kind.isNumber ? 1 : 2 }

  /// Whether its values end under each other; prices have their points under each other.
  private var isRightAligned: Bool {
    switch fact.kind {
    case .tokens, .cost, .score, .measure: true
    case .price, .text, .names, .day, .flag, .structure: false
    }
  }

  /// The title, with an arrow if the list is sorted by it, and the cells before it; an arrow that
  /// does not fit makes it begin in the gap.
  func title(in width: Int, sortedBy order: QueryOrder) -> (text: String, offset: Int) {
    let arrow = sortKey == order.key ? order.arrow : ""
    let text = title + arrow
    if isRightAligned { return (text, max(-gap, width - text.count)) }
    if case .price = fact.kind { return (text, width > text.count ? 1 : 0) }
    return (text, 0)
  }

  /// What a click on the title sorts by.
  var sortKey: SortKey? {
    if fact == .created { return .new }
    return fact.order == nil ? nil : .fact(fact)
  }
}
