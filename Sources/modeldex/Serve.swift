import ArgumentParser
import Foundation
import Logging
import ModelCommands
import ModelRegistry
import ModelServer
import NIOCore

/// Serves the registry over HTTP.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the models over HTTP, refreshed in the background.",
    discussion: """
      Prints the address that it listens on; /api/models is the whole catalogue, and \
      /api/openapi.json describes everything. Logs go to stderr. SIGTERM ends it gracefully.

      Requests must name a loopback name, the given host, or an --allow-host name. Another \
      modeldex can use this one: modeldex --upstream http://HOST:PORT/api/v1

      Examples:
        modeldex serve
        modeldex serve --host 0.0.0.0 --allow-host models.example.org
      """)

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 chooses a free one.")
  var port = ServerSettings.defaultPort

  @Option(
    help: ArgumentHelp("Additional Host header to accept; may be repeated.", valueName: "name"))
  var allowHost: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Origins whose pages may read the answers, like https://app.example.org; * for all.",
      discussion:
        "For GET only; without this option a browser lets no page of another origin read.",
      valueName: "origin"))
  var cors: [String] = []

  @Option(
    help: ArgumentHelp(
      "What to log: debug logs every request, info every refresh.", valueName: "level"))
  var logLevel = LogLevel.info

  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    guard (0...65535).contains(port) else {
      throw CommandFailure.usage("--port: \(port) is not between 0 and 65535")
    }
    if let fault = allowHost.lazy.compactMap(ServerSettings.fault(inAllowedHost:)).first {
      throw CommandFailure.usage("--allow-host: \(fault)")
    }
    var logger = Logger(label: "modeldex") { _ in StandardErrorLog() }
    logger.logLevel = logLevel.level
    let models = ModelRegistry(core: CoreModels.models, settings: settings.registry)
    let serverSettings = ServerSettings(
      host: host, port: port, allowedHosts: Set(allowHost), readableFrom: try readableFrom())
    if let fault = serverSettings.hostFault { throw CommandFailure.unable("--host: \(fault)") }
    let server = APIServer(
      registry: models, settings: serverSettings,
      interval: settings.registry.interval, logger: logger)
    do {
      try await server.run { address in
        // A server whose output nobody reads serves all the same; the log has the address, too.
        try? OutputStream.output.write("\(address)\n".utf8)
      }
    } catch let error as IOError {
      throw CommandFailure.unable(Self.sentence(about: error, host: host, port: port))
    }
  }

  private func readableFrom() throws(CommandFailure) -> ReadableOrigins {
    do throws(ReadableOrigins.Invalid) {
      return try ReadableOrigins(cors)
    } catch {
      throw .usage("--cors: \(error.reason)")
    }
  }

  private static func sentence(about error: IOError, host: String, port: Int) -> String {
    let reason = String(cString: strerror(error.errnoCode))
    let address = "\(host):\(port)"
    guard error.errnoCode == EADDRINUSE else { return "cannot listen on \(address): \(reason)" }
    return "\(address) is in use, perhaps by another modeldex; --port 0 chooses a free one"
  }
}

/// The log level: those of swift-log's levels at which something is logged.
enum LogLevel: String, CaseIterable, ExpressibleByArgument {
  case debug, info, warning, error

  var level: Logger.Level {
    switch self {
    case .debug: .debug
    case .info: .info
    case .warning: .warning
    case .error: .error
    }
  }
}
