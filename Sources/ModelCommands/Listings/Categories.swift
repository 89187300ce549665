import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Lists the categories with their model counts.
struct Categories: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "categories",
    abstract: "List the categories with their model counts.",
    discussion: "The keys are the values of `category:` in a query.")

  @Option(
    help: ArgumentHelp(
      "Output format (default: table on a terminal, else tsv).", valueName: "format"))
  var format: OutputFormat?

  @OptionGroup var mark: MarkOption
  @OptionGroup var past: PastOption
  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(settings)
    let hasMark = try mark.isWanted(in: format)
    let moment = try past.moment()
    let modelSource = ModelSource(settings: settings, console: console)
    let catalog = try await modelSource.catalog(at: moment)
    var counts: [Category: Int] = [:]
    for (model, category) in zip(catalog.models, catalog.categoryOfModel) where model.isListed {
      counts[category, default: 0] += 1
    }
    let listed = catalog.categories.compactMap { category in
      counts[category].map { ListedCategory(category: category, count: $0) }
    }
    try Output(columns: ListedCategory.columns, console: console, hasMark: hasMark)
      .write(listed, as: format)
  }
}

/// A category with the number of its models.
struct ListedCategory: ListedRow {
  let category: Category
  let count: Int

  var id: String { category.key }
  var json: JSONValue {
    ["key": .text(category.key), "name": .text(category.name), "count": .integer(count)]
  }

  static var columns: [Column<ListedCategory>] {
    [
      Column(
        name: "category", title: "CATEGORY", style: .title, shown: { $0.category.key },
        raw: { $0.category.key }),
      Column(name: "name", title: "NAME", shown: { $0.category.name }, raw: { $0.category.name }),
      Column(
        name: "models", title: "MODELS", isNumber: true, shown: { CountText.grouped($0.count) },
        raw: { String($0.count) }),
    ]
  }
}
