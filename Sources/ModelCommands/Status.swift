import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry

/// Shows the age of the models and the next refresh.
struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show how old the models are, what they are from, and the last failure.",
    discussion: """
      Reads only the cache, which all modeldex processes of a user share, never the network.
      """)

  @Option(
    help: ArgumentHelp(
      "text, or json as the API has it (default: text).", valueName: "format"))
  var format = PageFormat.text

  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(settings)
    let registry = ModelRegistry(core: CoreModels.models, settings: settings.registry)
    if settings.registry.upstream.isFile { await registry.refresh() } else { await registry.load() }
    let snapshot = await registry.snapshot
    let noted = settings.registry.cache?.failure()
    let now = Date()
    let history = await Self.history(of: registry)
    switch format {
    case .text:
      let page = StatusPage(
        snapshot: snapshot, settings: settings.registry, noted: noted, history: history, now: now)
      try console.write(page.facts.text(console.styler))
    case .json:
      let json = snapshot.statusJSON(
        interval: settings.registry.interval, noted: noted, history: try? history?.get(), now: now)
      try console.write([UInt8](json.encoded(.pretty)) + [UInt8(ascii: "\n")])
    }
  }

  /// What the history uses, or why it cannot be read; nil if there is none.
  private static func history(
    of registry: ModelRegistry
  ) async -> Result<HistoryUsage, HistoryFault>? {
    guard let history = registry.history, history.exists else { return nil }
    do throws(HistoryFault) {
      return .success(try await history.usage())
    } catch {
      return .failure(error)
    }
  }
}
