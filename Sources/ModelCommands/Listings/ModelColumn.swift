import ModelCatalog
import ModelText

/// The columns of a list of models: one for each fact.
enum ModelColumn {
  /// For a person's eyes.
  static let forTables = named(["id", "context", "input", "output", "created", "abilities"])
  /// For programs.
  static let forPipes = named([
    "id", "name", "author", "category", "source", "context", "maxout", "input", "output",
    "cacheread", "cachewrite", "abilities", "created",
  ])

  private static func named(_ names: [String]) -> [Fact] { names.compactMap { FactTable[$0] } }

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
