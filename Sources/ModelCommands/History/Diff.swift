import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry

/// Compares the catalogues of two dates.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare what OpenRouter listed at two times.",
    discussion: """
      A day means its end (UTC). Reads only the history, never the network.

      Example:
        modeldex diff 2026-08-01 2026-08-21
      """)

  @Argument(help: ArgumentHelp("The first date: 2026-08-01, or a time.", valueName: "from"))
  var from: String

  @Argument(help: ArgumentHelp("The second date.", valueName: "to"))
  var to: String

  @Flag(help: "Include descriptions and benchmark scores.")
  var noise = false

  @Option(help: ArgumentHelp("text, or json (default: text).", valueName: "format"))
  var format = PageFormat.text

  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(settings)
    let first = try PastOption.read(from, of: "from")
    let last = try PastOption.read(to, of: "to")
    try await ChangesReport(
      history: try settings.history(), hasNoise: noise, format: format, console: console
    ).write(from: first, to: last)
  }
}
