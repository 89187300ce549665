import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Says into which models a prompt fits, and what it costs.
struct Fit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Show into which models a prompt fits, and what one call costs.",
    discussion: """
      The prompt is the text of the files together, or of standard input. Its tokens are estimated \
      by kinds of characters, for each tokenizer, and shown as an interval: Claude needs more for \
      the same text than GPT. Templates, tools and images come on top.

      The limit is the model's context without --output. A model fits if the most tokens that the \
      prompt may have are within it, may not fit if only the fewest are, and does not fit \
      otherwise. ids are those of the models that fit for sure.

      Examples:
        modeldex fit prompt.txt --query 'claude sort:price'
        git diff | modeldex fit --output 4k --query 'has:tools' --format ids
      """)

  @Argument(help: "The files of the prompt.", completion: .file())
  var files: [String] = []

  @Option(help: ArgumentHelp("Which models, and in which order.", valueName: "query"))
  var query = ""

  @Option(
    help: ArgumentHelp(
      "Tokens reserved for the answer: 4000, 4k (default: 0).", valueName: "tokens"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Output format (default: table on a terminal, else tsv).", valueName: "format"))
  var format: OutputFormat?

  @OptionGroup var mark: MarkOption
  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(settings)
    let search = try QuerySearch(
      query, workload: settings.workload?.value, environment: environment)
    let format = format ?? (console.isTerminal ? .table : .tsv)
    let hasMark = try mark.isWanted(in: format)
    let output = try readOutput()
    let prompt = try PromptFiles.estimate(of: files)
    let modelSource = ModelSource(settings: settings, console: console)
    let answer = try await search.answer(from: modelSource, at: nil)
    for notice in answer.notices { console.note(notice) }
    // What takes no text has no prompt.
    let models = answer.result.matches.map { answer.index.catalog.models[$0.index] }
      .filter { $0.inputModalities.contains(.text) }
    guard !models.isEmpty else { throw search.nothing(in: answer.index) }
    // Only what is kept: a limit is no reason for hundreds of requests.
    let known = await modelSource.registry.endpoints.kept(models.compactMap(\.endpointsID)).table
    let rows = models.map { model in
      FittedModel(
        fit: PromptFit(
          model, prompt: prompt, output: output, endpoints: known[model]?.endpoints ?? []))
    }
    switch format {
    case .json:
      let json: JSONValue = ["models": .list(rows.map(\.json))]
      try console.write([UInt8](json.encoded(.pretty)) + [UInt8(ascii: "\n")])
    case .ids:
      try Output(columns: FittedModel.forPipes, console: console)
        .write(rows.filter { $0.fit.answer == .yes }, as: format)
    case .table, .markdown:
      try Output(columns: FittedModel.forTables, console: console).write(rows, as: format)
    case .jsonl, .csv, .tsv:
      try Output(columns: FittedModel.forPipes, console: console, hasMark: hasMark)
        .write(rows, as: format)
    }
    console.note(summary(of: rows, prompt))
  }

  private func readOutput() throws(CommandFailure) -> Int {
    guard let output else { return 0 }
    guard let workload = try? Workload.parse("in=0 out=\(output)"), !output.contains(" ") else {
      throw .usage(
        "--output: “\(DisplayText.clean(output, limit: 40))” is not a number of tokens like 4000 or 4k"
      )
    }
    return workload.output
  }

  /// `≈ 980–1,600 tokens of GPT; fits: 320, may not fit: 4, does not fit: 12`.
  private func summary(of rows: [FittedModel], _ prompt: TokenEstimate) -> String {
    func count(_ answer: FitAnswer) -> Int { rows.count { $0.fit.answer == answer } }
    let counts = FitAnswer.allCases.map { "\($0.words): \(CountText.grouped(count($0)))" }
    return "\(TokenText.about(prompt.tokens(for: .gpt))) tokens of GPT; "
      + counts.joined(separator: ", ")
  }
}
