import ArgumentParser
import Foundation
import ModelBrowser
import ModelCatalog
import ModelCommands

/// The browser as a choice for another program.
struct Pick: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pick",
    abstract: "Choose a model in the browser, and print its id for another program.",
    discussion: """
      It draws on the terminal while the output goes into a pipe, a file or a variable, and opens \
      in the search box. Enter prints the id of the selected model and ends with 0. Esc with \
      nothing left to leave, q outside of the box, and Ctrl-c print nothing and end with 130.

      Examples:
        llm -m "openrouter/$(modeldex pick 'source:openrouter has:tools')" 'Hello'
        modeldex pick --multi --format jsonl | jq -r .pricing.input
      """)

  /// What is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case ids, json, jsonl
  }

  @Argument(help: "A query to begin with, like: claude ctx>=200k is:free")
  var query: [String] = []

  @Flag(
    help:
      "Print the models marked with Space, in the order of marking; without a mark, the selected one."
  )
  var multi = false

  @Option(help: ArgumentHelp("ids, json or jsonl (default: ids).", valueName: "format"))
  var format = Format.ids

  @OptionGroup var workload: WorkloadOption
  @OptionGroup var past: PastOption
  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment, flags: workload.flags)
    let outcome = try await Browse.open(
      settings, query: query.joined(separator: " "), asOf: try past.moment(),
      picker: Picker(takesMarks: multi), environment: environment)
    guard !outcome.picked.isEmpty else { throw ExitCode(outcome.status) }
    try OutputStream.output.write(output(of: outcome, settings.workload?.value), mustArrive: true)
  }

  private func output(of outcome: BrowserOutcome, _ workload: Workload?) -> [UInt8] {
    let rows = outcome.picked.map { outcome.catalog.json(of: $0, workload: workload) }
    var bytes: [UInt8] = []
    switch format {
    case .ids: bytes += outcome.picked.map { $0.id + "\n" }.joined().utf8
    case .json:
      JSONValue.list(rows).append(to: &bytes, .pretty)
      bytes.append(UInt8(ascii: "\n"))
    case .jsonl:
      for row in rows {
        row.append(to: &bytes, .compact)
        bytes.append(UInt8(ascii: "\n"))
      }
    }
    return bytes
  }
}
