import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Shows what a workload costs with some models.
struct Cost: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cost",
    abstract: "Show what a month of your work costs with each model, in parts.",
    discussion: """
      The workload is words in any order: in= and out= are the tokens of one call, calls= their \
      number (50000/day, 2k/hour, 1m/month, or in all), cached= and written= the shares of the \
      prompt that are read from and written to the cache, searches= web searches of a call, hours= \
      the hours in UTC (8-18), count=text counts in and out in tokens of GPT for the same text.

      It is taken from --workload, MODELDEX_WORKLOAD or config.json. A price above a number of \
      prompt tokens or at certain hours is applied as it would be.

      Examples:
        modeldex cost gpt-5.4 --workload 'in=3000 out=500 calls=50000/day cached=80%'
        modeldex cost anthropic/claude-sonnet-5 openai/gpt-5.4 --workload 'in=8k out=1k'
      """)

  @Argument(help: "The models' ids.")
  var ids: [String]

  @Option(
    help: ArgumentHelp("table, csv or json (default: table).", valueName: "format"))
  var format = CostFormat.table

  @OptionGroup var workload: WorkloadOption
  @OptionGroup var past: PastOption
  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment, flags: workload.flags)
    let console = Console(settings)
    guard let workload = settings.workload?.value else {
      throw CommandFailure.usage(
        "there is no workload; set one with --workload '\(Workload.example)', MODELDEX_WORKLOAD "
          + "or \"workload\" in config.json")
    }
    let moment = try past.moment()
    let catalog = try await ModelSource(settings: settings, console: console).catalog(at: moment)
    let models = try ids.map { id throws(CommandFailure) in
      guard let model = catalog.resolve(id) else { throw .unknown(id, in: catalog) }
      return model
    }
    switch format {
    case .table: try console.write(table(of: models, workload, console.styler))
    case .csv:
      let rows = models.flatMap { CostRow.rows(of: $0, under: workload) }
      try Output(columns: CostRow.columns, console: console).write(rows, as: .csv)
    case .json:
      let json = JSONValue.list(models.map(workload.costJSON))
      try console.write([UInt8](json.encoded(.pretty)) + [UInt8(ascii: "\n")])
    }
    guard models.allSatisfy({ workload.monthlyCost(of: $0) == nil }) else { return }
    throw CommandFailure.nothing("none of them has a cost under \(workload)")
  }

  private func table(of models: [Model], _ workload: Workload, _ styler: ANSIStyler) -> String {
    let pages = models.map { CostPage(model: $0, workload: workload, styler: styler).text }
    let footer = ["Workload: \(workload)", Workload.notInTheSum].map {
      styler.paint($0, .faint) + "\n"
    }
    return (pages + [footer.joined()]).joined(separator: "\n")
  }
}

/// The output formats of `modeldex cost`.
enum CostFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case table, csv, json
}
