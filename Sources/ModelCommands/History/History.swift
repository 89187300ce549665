import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry

/// Shows the history of one model.
struct History: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show a model's history: when it was listed, every change, its prices over time.",
    discussion: """
      Accepts the same ids as show. For a core model it shows the history of its OpenRouter \
      counterpart.

      Example:
        modeldex history anthropic/claude-opus-4.5
      """)

  @Argument(help: "The model's id.", transform: TypedID.bare)
  var id: String

  @Flag(help: "Include descriptions and benchmark scores.")
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
    let console = Console(settings)
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
        throw CommandFailure.nothing("\(modelHistory.id) was not listed yet")
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

  /// All models in the history, and the core models.
  private static func catalog(of history: CatalogHistory) async throws(CommandFailure) -> Catalog {
    do throws(HistoryFault) {
      let listed = try await history.models(asOf: Date())
      return Catalog(CoreModels.models + listed + (try await history.removed()))
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The history of this id, or of the model that it resolves to now.
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
    throw .nothing("the history has nothing about \(model.id)")
  }
}
