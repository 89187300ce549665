import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry

/// Says how old the models are and what happens next.
struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say how old the models are, where they came from, and what failed last.",
    discussion: """
      Reads the cache that all modeldex of this person share, and never the network: what it says \
      is true of a browser that runs elsewhere too.
      """)

  @Option(
    help: ArgumentHelp(
      "text, or json as the API has it (default: text).", valueName: "format"))
  var format = PageFormat.text

  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(color: settings.color, environment: environment)
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
