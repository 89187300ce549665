package import ArgumentParser
import Foundation
package import ModelRegistry

/// The settings that every command shares: a flag goes before the environment, that before the
/// default.
package struct RegistryOptions: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "Where models come from: an address like \(Upstream.defaultText), or a saved body's path.",
      discussion: "Environment: MODELDEX_UPSTREAM.", valueName: "url"))
  package var upstream: String?

  @Option(
    help: ArgumentHelp(
      "The directory of the persistent cache.",
      discussion: "Environment: MODELDEX_CACHE_DIR.", valueName: "dir"))
  package var cacheDir: String?

  @Option(
    help: ArgumentHelp(
      "Time between refreshes, and the age at which a cache is stale: 30s, 15m, 1h.",
      discussion: "Environment: MODELDEX_REFRESH_INTERVAL.", valueName: "duration"))
  package var refreshInterval: String?

  @Flag(help: "Never touch the network. Environment: MODELDEX_OFFLINE.")
  package var offline = false

  package init() {}

  /// What the registry is made of, or a `ValidationError` that names the setting and its values.
  package func settings(environment: [String: String]) throws -> RegistrySettings {
    let upstreamText = upstream ?? environment.nonEmpty("MODELDEX_UPSTREAM")
    let upstream: Upstream
    do {
      upstream = try upstreamText.map { try Upstream($0) } ?? .openRouter
    } catch {
      throw ValidationError("--upstream: \(error)")
    }
    let intervalText = refreshInterval ?? environment.nonEmpty("MODELDEX_REFRESH_INTERVAL")
    var interval: Duration = .seconds(3600)
    if let intervalText {
      guard let parsed = DurationText.parse(intervalText), parsed >= upstream.minimumInterval else {
        throw ValidationError(
          "--refresh-interval: “\(intervalText)” is no duration of at least "
            + "\(upstream.isLocal ? "1s" : "1m"); write 30s, 15m or 1h")
      }
      interval = parsed
    }
    return RegistrySettings(
      upstream: upstream,
      cacheDirectory: cacheDirectory(environment: environment),
      interval: interval,
      isOffline: offline || environment.isOn("MODELDEX_OFFLINE"),
      apiKey: environment.nonEmpty("OPENROUTER_API_KEY"),
      environment: environment,
      userAgent: "modeldex/\(Version.current)")
  }

  /// `Cache/` of the checkout that the program runs in, else the person's cache directory.
  private func cacheDirectory(environment: [String: String]) -> String {
    if let chosen = cacheDir ?? environment.nonEmpty("MODELDEX_CACHE_DIR") {
      return chosen
    }
    let here = FileManager.default.currentDirectoryPath
    let marks = ["Package.swift", "Sources/modeldex", "Cache"]
    if marks.allSatisfy({ FileManager.default.fileExists(atPath: "\(here)/\($0)") }) {
      return here + "/Cache"
    }
    let home = environment.nonEmpty("HOME") ?? "/"
    let base = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (base ?? home + "/.cache") + "/modeldex"
  }
}

extension [String: String] {
  /// The value of a variable that is set to something.
  package func nonEmpty(_ name: String) -> String? {
    self[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether a switch is on: set, and not to 0, false, no or off.
  package func isOn(_ name: String) -> Bool {
    nonEmpty(name).map { !["0", "false", "no", "off"].contains($0.lowercased()) } ?? false
  }
}
