package import ModelCatalog

/// A comparison as text, for every front end: rows that differ first, then those that are the same.
///
/// What is unknown of all models is left out.
package struct ComparisonTable: Equatable, Sendable {
  package struct Cell: Equatable, Sendable {
    /// On one line; `—` where it is unknown.
    package let text: String
    /// Whether it is the better end.
    package let isBest: Bool
  }

  package struct Line: Equatable, Sendable {
    package let title: String
    /// Parallel to the models.
    package let cells: [Cell]
    package let differs: Bool
  }

  package struct Head: Equatable, Sendable {
    package let name: String
    package let id: Model.ID
    /// `removed`, `retired`, or the notice of its last day; nil if it is listed on.
    package let notice: String?
  }

  package let heads: [Head]
  package let lines: [Line]
  /// Where the scores are from; empty if there are none.
  package let sources: [ScoreSource]
  /// The work whose cost is shown.
  package let workload: Workload?

  /// Before the better value.
  package static let bestMark = "▲"

  /// `differencesOnly` leaves out the rows that are the same.
  package init(
    _ comparison: ModelComparison, workload: Workload?, today: CalendarDay,
    differencesOnly: Bool = false
  ) {
    heads = comparison.models.map { model in
      Head(
        name: String(model.shortName), id: model.id,
        notice: model.lastListed != nil
          ? "removed" : model.isRetired ? "retired" : model.expiryNotice(today: today))
    }
    let rows = comparison.rows.filter { $0.isKnown && !Self.leftOut.contains($0.fact.name) }
    let same = differencesOnly ? [] : rows.filter { !$0.differs }
    lines = (rows.filter(\.differs) + same).map(Self.line)
    sources = ScoreSource.allCases.filter { source in
      rows.contains { ScoreSource($0.fact) == source && (!differencesOnly || $0.differs) }
    }
    self.workload = workload
  }

  /// What heads and note say, and what is too long for a cell.
  private static let leftOut: Set = [
    "id", "name", "description", "url", "scoresource", "arenas",
  ]

  private static func line(_ row: ModelComparison.Row) -> Line {
    let texts = texts(of: row)
    return Line(
      title: title(of: row.fact),
      cells: texts.enumerated().map { Cell(text: $1, isBest: row.best.contains($0)) },
      differs: row.differs)
  }

  private static func title(of fact: Fact) -> String {
    if case .price(let kind) = fact.kind { return "\(fact.title) \(kind.unit.symbol)" }
    return fact.title
  }

  /// A list of more names shows only those that not all models have.
  private static let longList = 6

  private static func texts(of row: ModelComparison.Row) -> [String] {
    let lists = row.values.map { value -> [String]? in
      if case .list(let names) = value { names } else { nil }
    }
    let longest = lists.compactMap { $0?.count }.max() ?? 0
    guard longest > longList, row.differs else {
      return row.values.map { $0.compared(row.fact) ?? "—" }
    }
    let known = lists.compactMap(\.self)
    let shared = known.dropFirst().reduce(Set(known.first ?? [])) { $0.intersection($1) }
    return lists.map { names in
      guard let names else { return "—" }
      let own = names.filter { !shared.contains($0) }
      let parts = shared.isEmpty ? own : ["\(shared.count) shared"] + own.map { "+\($0)" }
      return parts.isEmpty ? "none" : parts.joined(separator: " ")
    }
  }
}

extension FactValue {
  /// In one cell of a comparison; nil where it is unknown.
  fileprivate func compared(_ fact: Fact) -> String? {
    switch self {
    case .unknown: nil
    case .text(let text): text.replacing("\n", with: " ")
    case .cost(let amount, let isEstimate) where fact.name == "callcost":
      CostText.perCall(amount, isEstimate: isEstimate)
    case .named, .tokens, .price, .cost, .tokenRange, .costRange, .measure, .day, .date, .flag:
      words
    case .score(let score): score.oneDecimal
    case .list(let names): names.isEmpty ? "none" : names.joined(separator: " ")
    case .otherPrices, .overrides, .reasoning, .settings, .arenas:
      isPresent ? cell(named: "") : "none"
    }
  }
}
