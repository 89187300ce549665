package import Foundation
import Hummingbird
import HummingbirdCore
package import Logging
package import ModelRegistry
import NIOCore
import ServiceLifecycle
package import UnixSignals

/// The HTTP front end: serves what the registry publishes until it is stopped.
package struct APIServer: Sendable {
  let registry: ModelRegistry
  let settings: ServerSettings
  let interval: Duration
  let logger: Logger
  let now: @Sendable () -> Date
  let clock: any Clock<Duration>

  /// `interval` is the registry's.
  package init(
    registry: ModelRegistry, settings: ServerSettings, interval: Duration, logger: Logger,
    now: @escaping @Sendable () -> Date = { Date() },
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.registry = registry
    self.settings = settings
    self.interval = interval
    self.logger = logger
    self.now = now
    self.clock = clock
  }

  /// Serves until one of the signals arrives; then finishes running requests and ends event
  /// streams.
  ///
  /// `onListening` receives the address once connections are accepted. Throws if listening fails.
  package func run(
    stoppingAt signals: [UnixSignal] = [.sigterm, .sigint],
    onListening: @escaping @Sendable (String) -> Void
  ) async throws {
    let application = await application { channel in
      let address = Self.address(of: channel.localAddress, host: settings.host)
      let snapshot = await registry.snapshot
      logger.info(
        "listening",
        metadata: [
          "address": "\(address)", "models": "\(snapshot.openRouterCount)",
          "freshness": "\(snapshot.freshness.name)",
        ])
      if channel.localAddress?.isLoopback != true {
        logger.warning("any host that can reach this machine can send requests")
      }
      onListening(address)
    }
    var group = ServiceGroupConfiguration(
      services: [application], gracefulShutdownSignals: signals, logger: quiet)
    // A client that never ends its request must not keep the process alive.
    group.maximumGracefulShutdownDuration = .seconds(10)
    try await ServiceGroup(configuration: group).run()
  }

  /// The application, for a service group or a test.
  func application(
    onListening: @escaping @Sendable (any Channel) async -> Void = { _ in }
  ) async -> Application<APIResponder> {
    await registry.load()
    let current = CurrentSnapshot(await registry.snapshot, interval: interval)
    let hub = EventHub(limit: settings.limits.eventStreams)
    let maxConcurrent = settings.limits.concurrentHistoryQueries
    let past = PastSnapshots(
      registry: registry, interval: interval, maxConcurrent: maxConcurrent, now: now)
    let api = ModelAPI(
      registry: registry, current: current, past: past, costed: WorkloadSnapshots(now: now),
      historyAnswers: HistoryAnswers(maxConcurrent: maxConcurrent, now: now),
      endpointGathering: EndpointGathering(registry.endpoints), usage: Usage(),
      limits: settings.limits, interval: interval, now: now)
    var channel = HTTP1Channel.Configuration(
      additionalChannelHandlers: [FaultyRequestHandler(settings.limits)],
      idleTimeout: .seconds(Int64(settings.limits.idle)))
    channel.httpDecoder = .init(
      maxHeaderFieldSize: settings.limits.headers, maxHeaderListSize: settings.limits.headers,
      maxHeaderFieldCount: 100)
    return Application(
      responder: APIResponder(
        api: api, requestGuard: RequestGuard(settings), readableFrom: settings.readableFrom,
        hub: hub,
        freshnessLifetime: settings.freshnessLifetime),
      server: HTTPServerBuilder { [channel] responder in
        LoopChannel(base: HTTP1Channel(responder: responder, configuration: channel))
      },
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port), backlog: 1024,
        availableConnectionsDelegate: .maximum(
          DescriptorLimit.connections(wanted: settings.limits.connections), logger: logger)),
      services: [
        SnapshotService(
          registry: registry, current: current, hub: hub, logger: logger, clock: clock)
      ],
      onServerRunning: { channel in
        // Ahead of the framework's handler, which would stop accepting.
        try? await channel.eventLoop.submit {
          try channel.pipeline.syncOperations.addHandler(
            AcceptHandler(logger: logger), position: .first)
        }.get()
        await onListening(channel)
      },
      logger: quiet)
  }

  /// The framework's own messages are logged at debug level only.
  private var quiet: Logger {
    var logger = logger
    if logger.logLevel > .debug { logger.logLevel = max(logger.logLevel, .error) }
    return logger
  }

  private static func address(of address: SocketAddress?, host: String) -> String {
    let shown = host.contains(":") ? "[\(host)]" : host
    return "http://\(shown):\(address?.port ?? 0)"
  }
}

extension SocketAddress {
  /// Whether only this machine can connect to it.
  fileprivate var isLoopback: Bool {
    switch self {
    case .v4, .v6: ipAddress.map { $0.hasPrefix("127.") || $0 == "::1" } ?? false
    case .unixDomainSocket: true
    }
  }
}
