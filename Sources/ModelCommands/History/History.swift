import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry

/// Tells one model's life.
struct History: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell one model's life: when it was listed, every change, its prices over time.",
    discussion: """
      Takes the ids that show takes; of a core model it is the life of its other route.

      Example:
        modeldex history anthropic/claude-opus-4.5
      """)

  @Argument(help: "The model's id.")
  var id: String

  @Flag(help: "Tell of descriptions and benchmark scores too.")
  var noise = false

  @Option(
    help: ArgumentHelp(
      "text, or json as the API has it (default: text).", valueName: "format"))
  var format = PageFormat.text

  @OptionGroup var past: PastOption
  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let moment = try past.moment()
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(color: settings.color, environment: environment)
    let modelSource = ModelSource(settings: settings, console: console)
    let history = try modelSource.history()
    if moment == nil {
      _ = await modelSource.snapshot()
      _ = await modelSource.loadHistory()
    }
    var catalog = try await Self.catalog(of: history)
    var modelHistory = try await modelHistory(in: history, catalog)
    if let moment {
      catalog = try await modelSource.catalog(at: moment)
      guard let then = modelHistory.asOf(moment) else {
        throw CommandFailure.nothing("\(modelHistory.id) had not been listed by then")
      }
      modelHistory = then
    }
    if modelHistory.id != id {
      console.note("\(DisplayText.clean(id, limit: 200)) is \(modelHistory.id)")
    }
    switch format {
    case .text:
      let page = HistoryPage(
        modelHistory: modelHistory, successor: modelHistory.successor(among: catalog),
        hasNoise: noise, styler: console.styler,
        width: min(max(console.width ?? 80, 40), 100))
      try console.write(page.text)
    case .json:
      let json = modelHistory.json(among: catalog, noise: noise)
      try console.write([UInt8](json.encoded(.pretty)) + [UInt8(ascii: "\n")])
    }
  }

  /// All models that the history knows, and the core ones.
  private static func catalog(of history: CatalogHistory) async throws(CommandFailure) -> Catalog {
    do throws(HistoryFault) {
      let listed = try await history.models(asOf: Date())
      return Catalog(CoreModels.models + listed + (try await history.removed()))
    } catch {
      throw CommandFailure(error)
    }
  }

  /// Of the id as it is, or of the model that it stands for now.
  private func modelHistory(
    in history: CatalogHistory, _ catalog: Catalog
  ) async throws(CommandFailure) -> ModelHistory {
    let model = catalog.resolve(id)
    let listed = model?.source == .core ? model?.openRouterID : model?.id
    do throws(HistoryFault) {
      for name in [id, listed].compactMap(\.self) {
        if let modelHistory = try await history.history(of: name) { return modelHistory }
      }
    } catch {
      throw CommandFailure(error)
    }
    guard let model else { throw .unknown(id, in: catalog) }
    throw .nothing("nothing is known of the past of \(model.id)")
  }
}
