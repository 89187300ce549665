package import ArgumentParser
import ModelRegistry

/// The options that all commands share.
package struct RegistryOptions: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "The source of models: a URL like \(Upstream.defaultText), or the path of a saved response.",
      discussion: "Environment: MODELDEX_UPSTREAM.", valueName: "url"),
    completion: .file())
  package var upstream: String?

  @Option(
    help: ArgumentHelp(
      "The cache directory.",
      discussion: "Environment: MODELDEX_CACHE_DIR.", valueName: "dir"),
    completion: .directory)
  package var cacheDir: String?

  @Option(
    help: ArgumentHelp(
      "Time between refreshes, after which the cache is stale: 30s, 15m, 1h.",
      discussion: "Environment: MODELDEX_REFRESH_INTERVAL.", valueName: "duration"))
  package var refreshInterval: String?

  @Flag(help: "Never touch the network. Environment: MODELDEX_OFFLINE.")
  package var offline = false

  @Option(help: "When to use colours; auto respects NO_COLOR and the terminal.")
  package var color: ColorChoice?

  @Flag(help: "Show text in ASCII characters only. Environment: MODELDEX_ASCII.")
  package var ascii = false

  package init() {}

  /// The settings of this run; throws a ``CommandFailure`` that names an invalid one.
  ///
  /// `flags` are the command's own settings.
  package func settings(
    environment: [String: String], flags: [Setting: String] = [:]
  ) throws(CommandFailure) -> Settings {
    var flags = flags
    flags[.upstream] = upstream
    flags[.cacheDir] = cacheDir
    flags[.refreshInterval] = refreshInterval
    flags[.color] = color?.rawValue
    if offline { flags[.offline] = "true" }
    if ascii { flags[.ascii] = "true" }
    return try Settings.checked(flags: flags, environment: environment)
  }
}
