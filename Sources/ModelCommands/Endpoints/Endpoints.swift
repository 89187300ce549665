import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Shows who serves a model.
struct Endpoints: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "endpoints",
    abstract: "Show who serves a model: each endpoint's price, limits and health.",
    discussion: """
      The list says what some provider of a model can do at some provider's price. This asks \
      OpenRouter for each of them. PROVIDER is the slug that routing takes. Prices are USD per \
      million tokens with the discount in them, uptime is per cent over the last day; latency and \
      throughput are medians over the last 30 minutes, which OpenRouter says only to callers with \
      a key (OPENROUTER_API_KEY). LACKS names what the list promises and the endpoint does not have.

      Prices and limits are kept for an hour, health for five minutes. An alias has the endpoints \
      of what it stands for; a core model has none.

      Examples:
        modeldex endpoints z-ai/glm-5.2
        modeldex endpoints deepseek/deepseek-v3.2 --sort throughput
        modeldex endpoints openai/gpt-5.4 --format json | jq '.[0].tag'
      """)

  @Argument(help: "The model's id.", transform: TypedID.bare)
  var id: String

  @Option(
    help: ArgumentHelp(
      "Output format (default: table on a terminal, else tsv).", valueName: "format"))
  var format: OutputFormat?

  @Option(
    help: ArgumentHelp(
      "price, uptime, latency, throughput or context (default: price, or the workload's cost).",
      valueName: "key"))
  var sort = EndpointOrder.price

  @OptionGroup var workload: WorkloadOption
  @OptionGroup var mark: MarkOption
  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment, flags: workload.flags)
    let console = Console(settings)
    let format = format ?? (console.isTerminal ? .table : .tsv)
    let hasMark = try mark.isWanted(in: format)
    let source = ModelSource(settings: settings, console: console)
    let catalog = await source.snapshot().catalog
    guard let named = catalog.resolve(id) else { throw CommandFailure.unknown(id, in: catalog) }
    guard let asked = named.endpointsID else {
      throw CommandFailure.nothing(
        named.source == .core
          ? "\(named.id) is a core model, served by its maker alone: it has no endpoints"
          : "\(named.id) is no longer listed, so it has no endpoints")
    }
    // What an alias promises is what its target promises.
    let model = catalog[asked] ?? named
    if asked.lowercased() != id.lowercased() {
      console.note("\(DisplayText.clean(id, limit: 200)) is \(asked)")
    }
    let answer = try await source.endpoints(of: asked)
    guard let known = answer.known else {
      let reason = answer.failure?.summary ?? "OpenRouter has not answered"
      throw CommandFailure.nothing("the endpoints of \(asked) are not known: \(reason)")
    }
    let page = EndpointPage(
      known: known, model: model, order: sort, workload: settings.workload?.value,
      failure: answer.failure, now: Date())
    try page.write(to: console, as: format, hasMark: hasMark)
    for note in page.notes { console.note(note) }
    if known.endpoints.isEmpty {
      throw CommandFailure.nothing("OpenRouter names no endpoints of \(asked)")
    }
  }
}

extension EndpointOrder: ExpressibleByArgument {}

extension ModelSource {
  /// The endpoints of one model; progress is shown on a terminal.
  ///
  /// What is kept is the answer if upstream gives none within ``patience``.
  func endpoints(of id: Model.ID) async throws -> EndpointAnswer {
    let endpoints = registry.endpoints
    let answer = await withTaskGroup(of: EndpointAnswer?.self) { group in
      group.addTask { await endpoints.endpoints(of: id, for: .health) }
      group.addTask { [clock, patience] in
        try? await clock.sleep(for: patience)
        return nil
      }
      defer { group.cancelAll() }
      return await group.next() ?? nil
    }
    if let answer { return answer }
    let error = ProviderError.unreachable("no answer in \(patience.components.seconds) s")
    return EndpointAnswer(
      known: await endpoints.kept(id), failure: EndpointFailure(error: error, date: Date()))
  }
}
