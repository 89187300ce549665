import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry

/// Lists the models that match a query.
struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
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

  @OptionGroup var mark: MarkOption
  @OptionGroup var past: PastOption
  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(settings)
    let query = try readQuery()
    let format = format ?? (console.isTerminal ? .table : .tsv)
    let columns = try readColumns(for: format)
    let hasMark = try mark.isWanted(in: format)
    if let limit, limit < 1 { throw CommandFailure.usage("--limit: \(limit) is not 1 or more") }

    let moment = try past.moment()
    let modelSource = ModelSource(settings: settings, console: console)
    let favorites = query.asks(for: [.favorite]) ? Favorites.ids(environment: environment) : []
    var index: SearchIndex
    var context = QueryContext(now: moment ?? Date(), favorites: favorites)
    if let moment {
      index = SearchIndex(try await modelSource.catalog(at: moment))
      if query.asks(for: [.changed]) {
        context.changed = try await modelSource.changedOfLate(asOf: moment)
      }
    } else {
      var snapshot = await modelSource.snapshot(now: context.now)
      if query.asks(for: [.changed, .removed]) { snapshot = await modelSource.loadHistory() }
      index = SearchIndex(snapshot.catalog)
      context.changed = snapshot.changedOfLate(now: context.now)
    }
    var result = index.search(query, in: context)
    if moment == nil, query.hasFreeText && result.isEmpty || query.namesUnlisted(in: index.catalog)
    {
      // The word may be the id of a removed model.
      index = SearchIndex(await modelSource.loadHistory().catalog)
      result = index.search(query, in: context)
    }
    let catalog = index.catalog
    let found = result.matches.prefix(limit ?? .max).map { match in
      ListedModel(model: catalog.models[match.index], catalog: catalog)
    }
    try Output(columns: columns.map(ModelColumn.column), console: console, hasMark: hasMark)
      .write(found, as: format)
    if let notice = Self.notice(about: result) { console.note(notice) }
    guard found.isEmpty else { return }
    let text = self.query.joined(separator: " ")
    let hint = index.unknownValueHint(for: text).map {
      ": " + QueryFault(error: $0, query: text).description
    }
    throw CommandFailure.nothing("nothing matches \(shown(query))" + (hint ?? ""))
  }

  private func readQuery() throws -> Query {
    let text = self.query.joined(separator: " ")
    var query = try QueryFault.checked(text)
    guard let sort else { return query }
    guard let order = QueryOrder(sort) else {
      let keys = SortKey.usual.map(\.text).joined(separator: ", ")
      throw CommandFailure.usage(
        "--sort: “\(sort)” is not one of \(keys), another fact (modeldex facts), or - and one of them"
      )
    }
    query.sort = order
    return query
  }

  private func readColumns(for format: OutputFormat) throws -> [Fact] {
    guard let columns else {
      return format == .table || format == .markdown ? ModelColumn.forTables : ModelColumn.forPipes
    }
    guard format.hasColumns else {
      throw CommandFailure.usage("--columns: \(format.rawValue) has no columns to choose")
    }
    return try columns.split(separator: ",", omittingEmptySubsequences: false).map { name in
      let name = name.trimmingCharacters(in: .whitespaces)
      guard let column = FactTable[name] else {
        let nearest = EditDistance.nearest(to: name.lowercased(), among: FactTable.all.map(\.name))
        let hint = nearest.map { "; did you mean “\($0)”?" } ?? ""
        throw CommandFailure.usage(
          "--columns: there is no column “\(name)”\(hint) (modeldex facts lists all)")
      }
      return column
    }
  }

  private func shown(_ query: Query) -> String {
    query.terms.isEmpty ? "" : "“\(query.description)”"
  }

  private static func notice(about result: SearchResult) -> String? {
    guard !result.fuzzyWords.isEmpty, !result.isEmpty else { return nil }
    let words = result.fuzzyWords.map { "“\($0)”" }.joined(separator: " and ")
    return "\(words) was not found; these models contain its letters in order"
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

extension Query {
  /// Whether a word looks like an OpenRouter id but is not in the catalogue.
  fileprivate func namesUnlisted(in catalog: Catalog) -> Bool {
    terms.contains { term in
      switch term.condition {
      case .word(let word): word.contains("/") && catalog.resolve(word) == nil
      case .phrase, .anyOf, .compare: false
      }
    }
  }
}
