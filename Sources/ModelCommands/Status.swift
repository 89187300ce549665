import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry

/// Shows the age of the models and the next refresh.
struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how old the models are, where they came from, and the last failure.",
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
    switch format {
    case .text:
      let page = StatusPage(
        snapshot: snapshot, settings: settings.registry, noted: noted, now: now)
      try console.write(page.facts.text(console.styler))
    case .json:
      let json = snapshot.statusJSON(
        interval: settings.registry.interval, noted: noted, now: now)
      try console.write([UInt8](json.encoded(.pretty)) + [UInt8(ascii: "\n")])
    }
  }
}
