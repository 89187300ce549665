import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Shows some models side by side.
struct Compare: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show models side by side: a column a model, a row a fact.",
    discussion: """
      Rows in which the models differ come first; ▲ stands before the better end of a fact that \
      has one: the cheapest price, the largest limit, the highest score. Under a workload \
      (--workload, MODELDEX_WORKLOAD, config.json) the cost of a month is compared too, and the \
      tokens that each model needs for the same text.

      An id that no model has ends with 1, and the nearest ids go to stderr.

      Examples:
        modeldex compare anthropic/claude-opus-5 openai/gpt-5.6-sol google/gemini-3.7-flash
        modeldex compare gpt-5.4 claude-sonnet-5 --differences --format markdown
      """)

  @Argument(help: "The models' ids.", transform: TypedID.bare)
  var ids: [String]

  @Flag(help: "Leave out the rows that are the same.")
  var differences = false

  @Option(
    help: ArgumentHelp(
      "table, markdown, csv, or json as the API has it (default: table).", valueName: "format"))
  var format = CompareFormat.table

  @OptionGroup var workload: WorkloadOption
  @OptionGroup var past: PastOption
  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment, flags: workload.flags)
    let workload = settings.workload?.value
    let console = Console(settings)
    let moment = try past.moment()
    let source = ModelSource(settings: settings, console: console)
    var catalog = try await source.catalog(at: moment)
    // What is not listed may have been.
    if moment == nil, ids.contains(where: { catalog.resolve($0) == nil }) {
      catalog = await source.loadHistory().catalog
    }
    let models = try ids.map { id throws(CommandFailure) in
      guard let model = catalog.resolve(id) else { throw .unknown(id, in: catalog) }
      return model
    }
    let comparison = ModelComparison(models, in: catalog, workload: workload)
    if comparison.models.count < models.count {
      console.note("a model that is named more than once is shown once")
    }
    switch format {
    case .table, .markdown:
      let table = ComparisonTable(
        comparison, workload: workload, today: CalendarDay(moment ?? Date()),
        differencesOnly: differences)
      try console.write(
        format == .markdown
          ? table.markdown
          : ComparisonText(table: table, styler: console.styler, width: console.width).text)
    case .csv: try write(comparison, console)
    case .json:
      let members: [JSONValue.Member] = [
        .init("models", .list(comparison.models.map { catalog.json(of: $0, workload: workload) })),
        .init("facts", comparison.json(differencesOnly: differences)),
      ]
      try console.write([UInt8](JSONValue.object(members).encoded(.pretty)) + [UInt8(ascii: "\n")])
    }
  }

  private func write(_ comparison: ModelComparison, _ console: Console) throws {
    let dialect = DelimitedText.csv
    var text = dialect.line((["fact", "differs"] + comparison.models.map(\.id)).map { .text($0) })
    for row in comparison.rows where row.differs || !differences {
      let values = row.values.map { value -> DelimitedText.Cell in
        row.fact.kind.isNumber ? .number(value.rawCell) : .text(value.rawCell)
      }
      text += dialect.line([.text(row.fact.name), .text(row.differs ? "true" : "false")] + values)
    }
    try console.write(Array(text.utf8))
  }
}

/// The output formats of `modeldex compare`.
enum CompareFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case table, markdown, csv, json
}
