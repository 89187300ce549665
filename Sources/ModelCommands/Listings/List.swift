import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry

/// Lists the models that match a query.
struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the models that match a query.",
    discussion: """
      The query language is the browser's: words, and terms like author:anthropic has:tools \
      is:free ctx>=128k input<=0.5 age<30d sort:price. Put -- before a query that begins with -.

      In a pipe the format is tsv with a header line: numbers are exact, prices are USD per \
      million tokens, unknown values are empty. csv puts an apostrophe before text that a \
      spreadsheet would read as a formula.

      Exits with 1 if nothing matches, with 64 if the query is malformed.

      Examples:
        modeldex list 'is:free has:tools ctx>=128k' --format ids | head -1
        modeldex list 'claude sort:price' --format json | jq '.[0].pricing'
        modeldex list 'age<30d' --columns id,created,input,output
        modeldex list --view 'cheap with tools'
      """)

  @Argument(help: "The query, for example: claude ctx>=200k is:free")
  var query: [String] = []

  @Option(
    help: ArgumentHelp(
      "Output format (default: table on a terminal, else tsv).", valueName: "format"))
  var format: OutputFormat?

  @Option(
    help: ArgumentHelp(
      "The columns of table, csv, tsv and markdown, separated by commas.",
      discussion: FactTable.all.map(\.name).joined(separator: ", ") + ".",
      valueName: "a,b,c"))
  var columns: String?

  @Option(help: ArgumentHelp("Maximum number of results.", valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "The order: \(SortKey.all.map(\.text).joined(separator: ", ")); a leading - "
        + "reverses it: --sort=-ctx.", valueName: "key"),
    completion: .list(SortKey.all.flatMap { [$0.text, "-" + $0.text] }))
  var sort: String?

  @Flag(
    help:
      "One row a model: its variants, aliases and core row are left out where it matches itself.")
  var fold = false

  @OptionGroup var view: ViewOption
  @OptionGroup var workload: WorkloadOption
  @OptionGroup var mark: MarkOption
  @OptionGroup var past: PastOption
  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment, flags: workload.flags)
    let console = Console(settings)
    let workload = settings.workload?.value
    let moment = try past.moment()
    let view = try view.kept(environment: environment)
    let (hasWorkload, isPast) = (workload != nil, moment != nil)
    let typed = query.joined(separator: " ")
    let text = try view?.query(with: typed, hasWorkload: hasWorkload, isPast: isPast) ?? typed
    var search = try QuerySearch(
      text, workload: workload, environment: environment, isPast: isPast)
    if let order = try readOrder(hasWorkload: hasWorkload, isPast: isPast) {
      search.query.sort = order
    } else if search.query.sort == nil {
      search.query.sort = view?.order(hasWorkload: hasWorkload, isPast: isPast)
    }
    let format = format ?? (console.isTerminal ? .table : .tsv)
    let columns = try readColumns(
      for: format, of: view, hasWorkload: hasWorkload, hasEndpoints: search.query.needsEndpoints)
    search.columns = columns
    let hasMark = try mark.isWanted(in: format)
    if let limit, limit < 1 { throw CommandFailure.usage("--limit: \(limit) is not 1 or more") }

    let modelSource = ModelSource(settings: settings, console: console)
    let answer = try await search.answer(from: modelSource, at: moment)
    let catalog = answer.index.catalog
    let matches =
      fold || view?.isFolded == true
      ? ModelGroups(catalog).folded(answer.result.matches) : answer.result.matches
    let found = matches.prefix(limit ?? .max).map { match in
      ListedModel(
        model: catalog.models[match.index], catalog: catalog, workload: workload,
        endpoint: match.endpoint)
    }
    let isUsual = self.columns == nil && view?.facts == nil
    let shown =
      format == .table && isUsual
      ? ModelColumn.widened(columns, for: found, into: console.width) : columns
    try Output(columns: shown.map(ModelColumn.column), console: console, hasMark: hasMark)
      .write(found, as: format)
    if format == .table, !found.isEmpty { try writeScoreSources(of: shown, console) }
    for notice in answer.notices { console.note(notice) }
    if found.isEmpty { throw search.nothing(in: answer.index) }
  }

  private func readOrder(hasWorkload: Bool, isPast: Bool) throws -> QueryOrder? {
    guard let sort else { return nil }
    guard let order = QueryOrder(sort) else {
      let keys = SortKey.usual.map(\.text).joined(separator: ", ")
      throw CommandFailure.usage(
        "--sort: “\(sort)” is not one of \(keys), another fact (modeldex facts), or - and one of them"
      )
    }
    if case .fact(let fact) = order.key, fact.needsWorkload, !hasWorkload {
      throw CommandFailure.usage(
        "--sort: \(sort) needs a workload; set one with --workload or MODELDEX_WORKLOAD, like \(Workload.example)"
      )
    }
    if case .fact(let fact) = order.key, fact.needsEndpoint, isPast {
      throw CommandFailure.usage("--sort: \(sort) \(Query.noPastEndpoints)")
    }
    return order
  }

  private func readColumns(
    for format: OutputFormat, of view: KeptView?, hasWorkload: Bool, hasEndpoints: Bool
  ) throws -> [Fact] {
    guard let columns else {
      if format.hasColumns, let columns = view?.facts { return columns }
      let usual =
        format == .table || format == .markdown ? ModelColumn.forTables : ModelColumn.forPipes
      return usual + (hasWorkload ? [.monthlyCost] : []) + (hasEndpoints ? [.servedBy] : [])
    }
    guard format.hasColumns else {
      throw CommandFailure.usage("--columns: \(format.rawValue) has no columns to choose")
    }
    do throws(UnknownColumn) {
      return try FactColumns.parse(columns)
    } catch {
      throw CommandFailure.usage("--columns: \(error)")
    }
  }

  /// The credit line under a table that shows a score.
  private func writeScoreSources(of columns: [Fact], _ console: Console) throws {
    let sources = ScoreSource.allCases.filter { source in
      columns.contains { ScoreSource($0) == source }
    }
    guard !sources.isEmpty else { return }
    try console.write(console.styler.paint(ScoreSource.line(sources), .faint) + "\n")
  }
}

extension Query {
  /// Whether it has a term for one of these states.
  func asks(for states: [ModelState]) -> Bool {
    terms.contains { term in
      switch term.condition {
      case .anyOf(.state, let names): states.contains { names.contains($0.rawValue) }
      case .anyOf, .word, .phrase, .compare: false
      }
    }
  }
}
