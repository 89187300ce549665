import ModelCatalog
import ModelText

/// The columns of a list of models: one for each fact.
enum ModelColumn {
  /// For a person's eyes.
  static let forTables = named(["id", "context", "input", "output", "created", "abilities"])
  /// Added where a terminal has room for them, the most important first.
  private static let forWideTables = named([
    "intelligence", "coding", "agentic", "maxout", "name", "cacheread", "cutoff",
  ])
  /// The order of both in a table.
  private static let wideOrder = named([
    "id", "name", "context", "maxout", "input", "output", "cacheread", "intelligence", "coding",
    "agentic", "created", "cutoff", "abilities",
  ])
  /// For programs.
  static let forPipes = named([
    "id", "name", "author", "category", "source", "context", "maxout", "input", "output",
    "cacheread", "cachewrite", "abilities", "created",
  ])

  private static func named(_ names: [String]) -> [Fact] { names.compactMap { FactTable[$0] } }

  /// Adds to the columns of a table what the terminal has room for, if some row has a value for it.
  ///
  /// A nil `width` is no terminal.
  static func widened(_ columns: [Fact], for rows: [ListedModel], into width: Int?) -> [Fact] {
    guard let width, !rows.isEmpty else { return columns }
    var left = width - columns.reduce(0) { $0 + cells($1, rows) } + TableWidths.gap.utf8.count
    var chosen = columns
    for fact in forWideTables where left > 0 && !columns.contains(fact) {
      guard rows.contains(where: { fact.cell(in: $0.context) != nil }) else { continue }
      let needed = cells(fact, rows)
      guard needed <= left else { continue }
      left -= needed
      chosen.append(fact)
    }
    guard chosen.count > columns.count else { return columns }
    return wideOrder.filter(chosen.contains) + columns.filter { !wideOrder.contains($0) }
  }

  /// The cells that a column needs, with the gap; those of numbers and dates are known without
  /// looking.
  private static func cells(_ fact: Fact, _ rows: [ListedModel]) -> Int {
    let isKnown = fact.kind.isNumber || fact.kind == .day
    let content =
      isKnown
      ? fact.width : rows.reduce(0) { max($0, CellWidth.of(fact.cell(in: $1.context) ?? "")) }
    return max(content, CellWidth.of(fact.shortTitle)) + TableWidths.gap.utf8.count
  }

  /// The column of a fact.
  static func column(of fact: Fact) -> Column<ListedModel> {
    Column(
      name: fact.name, title: fact.shortTitle, isNumber: fact.kind.isNumber,
      isDate: fact.kind == .day, style: style(of: fact),
      shown: { fact.cell(in: $0.context) ?? (fact.kind.isNumber ? "?" : "") },
      raw: { fact.rawCell(in: $0.context) })
  }

  private static func style(of fact: Fact) -> TextStyle {
    switch fact.name {
    case "id": return .title
    case "abilities": return .ability
    case "expires": return .caution
    case "free": return .good
    default:
      if case .price = fact.kind { return .price }
      return .plain
    }
  }
}
