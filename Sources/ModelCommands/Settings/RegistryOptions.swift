package import ArgumentParser
import ModelRegistry

/// The flags that every command shares.
package struct RegistryOptions: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "Where models come from: an address like \(Upstream.defaultText), or a saved body's path.",
      discussion: "Environment: MODELDEX_UPSTREAM.", valueName: "url"),
    completion: .file())
  package var upstream: String?

  @Option(
    help: ArgumentHelp(
      "The directory of the persistent cache.",
      discussion: "Environment: MODELDEX_CACHE_DIR.", valueName: "dir"),
    completion: .directory)
  package var cacheDir: String?

  @Option(
    help: ArgumentHelp(
      "Time between refreshes, and the age at which a cache is stale: 30s, 15m, 1h.",
      discussion: "Environment: MODELDEX_REFRESH_INTERVAL.", valueName: "duration"))
  package var refreshInterval: String?

  @Flag(help: "Never touch the network. Environment: MODELDEX_OFFLINE.")
  package var offline = false

  @Option(help: "When to use colours: auto obeys NO_COLOR and the terminal.")
  package var color: ColorChoice?

  package init() {}

  /// The settings of this run, or a ``CommandFailure`` that names the one that is wrong.
  ///
  /// `flags` are those of the command alone.
  package func settings(
    environment: [String: String], flags: [Setting: String] = [:]
  ) throws -> Settings {
    var flags = flags
    flags[.upstream] = upstream
    flags[.cacheDir] = cacheDir
    flags[.refreshInterval] = refreshInterval
    flags[.color] = color?.rawValue
    if offline { flags[.offline] = "true" }
    return try Settings(flags: flags, environment: environment)
  }
}
