import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import ModelCatalog
import ModelRegistry
import NIOCore
import Support

@testable import ModelServer

/// A server whose models, upstream and clock a test controls.
struct ServedModels {
  let clock = TestClock()
  let provider: ScriptedProvider?
  let registry: ModelRegistry
  let server: APIServer
  private let directory: TemporaryDirectory?

  /// Two models of each maker and a retired one: few enough for a debug build to encode quickly.
  static let core: [Model] = {
    var core: [Model] = []
    for model in CoreModels.models {
      let siblings = core.filter { $0.author == model.author && $0.isRetired == model.isRetired }
      if siblings.count < (model.isRetired ? 1 : 2) { core.append(model) }
    }
    return core
  }()
  /// One of them.
  static let coreID = core[0].id

  /// Creates a server that starts with the first outcome of the script.
  ///
  /// Without a script it is offline. With `isFresh` false it has only the core list until it
  /// refreshes by itself. With `hasHistory` it has a history. `endpoints` answers who serves models.
  init(
    _ script: [ScriptedProvider.Outcome]? = [.success(listing)], held gate: Gate? = nil,
    isFresh: Bool = true, hasHistory: Bool = false,
    endpoints: (TestClock) -> EndpointStore? = { _ in nil },
    settings: ServerSettings = ServerSettings(port: 0),
    log: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
  ) async throws {
    directory = hasHistory ? try TemporaryDirectory() : nil
    provider = script.map { ScriptedProvider($0, held: gate) }
    registry = ModelRegistry(
      core: Self.core, provider: provider, cache: nil,
      history: directory.map { [clock] in
        CatalogHistory(directory: $0.path, now: { clock.date })
      },
      endpoints: endpoints(clock),
      clock: clock, now: { [clock] in clock.date }, random: { $0.upperBound })
    server = APIServer(
      registry: registry, settings: settings, interval: .seconds(3600), logger: log,
      now: { [clock] in clock.date }, clock: clock)
    if isFresh { await registry.refresh() }
  }

  /// A server that has seen a price change an hour after its first list.
  static func repriced() async throws -> ServedModels {
    let served = try await ServedModels(
      [
        .success(ListingBody.of(["acme/gift", "acme/novelty"])),
        .success(
          ListingBody.of([
            ListingBody.Row("acme/gift", price: "0.5"), ListingBody.Row("acme/novelty"),
          ])),
      ], hasHistory: true)
    served.clock.advance(by: .seconds(3600))
    await served.registry.refresh()
    return served
  }

  /// Runs the body with a client of the router, or of a live server.
  func serve<Value>(
    _ setup: TestingSetup = .router,
    _ body: @Sendable (any TestClientProtocol, APIResponder) async throws -> Value
  ) async throws -> Value {
    let application = await server.application()
    let responder = application.responder
    return try await application.test(setup) { try await body($0, responder) }
  }

  /// Sends one request and returns the response.
  func ask(
    _ path: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    try await serve { client, _ in
      try await client.execute(uri: path, method: method, headers: headers)
    }
  }

  /// Sends a request that must succeed and returns its data.
  func json(_ path: String) async throws -> JSON {
    try JSON(await ask(path).body.readableBytesView)
  }

  static let sight = """
    {"modality":"text+image->text","input_modalities":["text","image"],\
    "output_modalities":["text"]}
    """

  /// Four models of OpenRouter: one that sees and uses tools, a free one, a router, an alias.
  static let listing = ListingBody.of([
    ListingBody.Row("anthropic/claude-opus-5", price: "0.000005")
      .with("architecture", sight).with("supported_parameters", #"["tools","reasoning"]"#)
      .with("top_provider", #"{"context_length":200000,"max_completion_tokens":64000}"#),
    ListingBody.Row("acme/gift", price: "0"),
    ListingBody.Row("openrouter/auto", price: "-1"),
    ListingBody.Row("~acme/gift-latest", price: "0")
      .with("alias_target", #"{"slug":"acme/gift","name":"Gift"}"#),
  ])

  /// One more model than ``listing``.
  static let longer = ListingBody.of(
    ["anthropic/claude-opus-5", "acme/gift", "openrouter/auto", "acme/novelty"])
}

extension TestResponse {
  func json() throws -> JSON { try JSON(body.readableBytesView) }
}
