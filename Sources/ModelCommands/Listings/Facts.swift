import ArgumentParser
import Foundation
import ModelCatalog

/// Lists the facts that there are of a model.
struct Facts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "List every fact of a model: its names, unit, order and query words.",
    discussion: """
      The name is for --columns and sort:; the JSON key is the fact's member in a model's JSON; a query compares a fact by its query words, as in ctx>=128k.
      """)

  @Option(
    help: ArgumentHelp(
      "table, or json (default: table on a terminal, else tsv).", valueName: "format"))
  var format: OutputFormat?

  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(settings)
    try Output(columns: ListedFact.columns, console: console)
      .write(FactTable.all.map { ListedFact(fact: $0) }, as: format)
  }
}

/// A fact as a row.
struct ListedFact: ListedRow {
  let fact: Fact

  var id: String { fact.name }

  var json: JSONValue {
    [
      "name": .text(fact.name), "json": JSONValue(fact.jsonKey), "title": .text(fact.title),
      "unit": fact.kind.unit.isEmpty ? .null : .text(fact.kind.unit),
      "sortable": .flag(fact.order != nil), "query": JSONValue(fact.query),
      "aliases": JSONValue(fact.aliases),
    ]
  }

  static var columns: [Column<ListedFact>] {
    func text(_ name: String, _ value: @escaping (Fact) -> String) -> Column<ListedFact> {
      Column(
        name: name, title: name.uppercased(), style: name == "name" ? .title : .plain,
        shown: { value($0.fact) }, raw: { value($0.fact) })
    }
    return [
      text("name") { $0.name }, text("json") { $0.jsonKey ?? "" }, text("title") { $0.title },
      text("kind") { $0.kind.name }, text("unit") { $0.kind.unit },
      text("order") { fact in
        switch fact.order {
        case nil: ""
        case .smallestFirst, .largestIsBest: "smallest first"
        case .highestFirst: "highest first"
        }
      },
      text("query") { $0.query.joined(separator: " ") },
      text("aliases") { $0.aliases.joined(separator: " ") },
    ]
  }
}
