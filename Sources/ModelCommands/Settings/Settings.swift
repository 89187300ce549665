import Foundation
package import ModelCatalog
package import ModelRegistry

/// The settings of a run.
///
/// Flags take precedence over the environment, then the config file, then the default. This is
/// done by hand because a configuration library would be a dependency for one line, the lookup:
/// checking values and naming their source would remain here.
package struct Settings: Sendable {
  package let registry: RegistrySettings
  /// Whether the browser starts with OpenRouter models hidden; nil if not set.
  package let hidesOpenRouter: Bool?
  package let color: ColorChoice
  /// Whether text for people is ASCII even if the locale is UTF-8.
  package let isASCII: Bool
  /// What one month of work looks like; nil if nothing says it.
  package let workload: Given<Workload>?
  /// The columns of the browser's list; nil for those that fit.
  package let columns: Given<[Fact]>?
  /// Whether the browser begins where the last run ended.
  package let restores: Bool
  /// The keys of the config file; nil if it has none.
  package let keys: CustomKeys?
  package let environment: [String: String]

  /// `flags` are the settings on the command line.
  package init(
    flags: [Setting: String], environment: [String: String],
    directory: String = FileManager.default.currentDirectoryPath
  ) throws(CommandFailure) {
    let file = try ConfigFile.path(environment: environment).map(ConfigFile.contents)
    let sources = [
      try Self.checked(flags), try Self.variables(environment), file?.settings ?? [:],
    ]
    func text(_ setting: Setting) -> String? { sources.lazy.compactMap { $0[setting] }.first }
    func isOn(_ setting: Setting) -> Bool? { text(setting).flatMap(Setting.isOn) }
    func source(of setting: Setting) -> String {
      if flags[setting] != nil { return setting.flag }
      if environment.nonEmpty(setting.variable) != nil { return setting.variable }
      return "\(ConfigFile.path(environment: environment) ?? ""): \(setting.rawValue)"
    }

    let home = HomeDirectory(environment: environment)
    let upstream = try text(.upstream).map { (text) throws(CommandFailure) in
      do throws(Upstream.Invalid) {
        return try Upstream(home.expanded(text), relativeTo: directory)
      } catch {
        throw .usage("\(source(of: .upstream)): \(error)")
      }
    }
    let interval = text(.refreshInterval).flatMap(DurationText.parse) ?? .seconds(3600)
    let least = (upstream ?? .openRouter).minimumInterval
    guard interval >= least else {
      throw CommandFailure.usage(
        "\(source(of: .refreshInterval)): “\(text(.refreshInterval) ?? "")” is shorter than "
          + "\(least == .seconds(1) ? "1s" : "1m"), the minimum for this upstream")
    }
    registry = RegistrySettings(
      upstream: upstream ?? .openRouter,
      cacheDirectory: text(.cacheDir).map { Self.absolute(home.expanded($0), from: directory) }
        ?? Self.defaultCacheDirectory(home, environment: environment, directory: directory),
      interval: interval,
      isOffline: isOn(.offline) ?? false,
      apiKey: environment.nonEmpty(APIKey.variable),
      environment: environment,
      userAgent: "modeldex/\(Version.current)")
    hidesOpenRouter = isOn(.noOpenrouter)
    color = text(.color).flatMap(ColorChoice.init) ?? .auto
    isASCII = isOn(.ascii) ?? false
    func given<Value>(_ setting: Setting, _ value: Value?) -> Given<Value>? {
      let isFromFile = flags[setting] == nil && environment.nonEmpty(setting.variable) == nil
      return value.map { Given(value: $0, isFromFile: isFromFile) }
    }
    workload = given(.workload, text(.workload).flatMap { try? Workload.parse($0) })
    columns = given(.columns, text(.columns).flatMap { try? FactColumns.parse($0) })
    restores = isOn(.restore) ?? true
    keys = file?.keys
    self.environment = environment
  }

  private static func checked(
    _ flags: [Setting: String]
  ) throws(CommandFailure) -> [Setting: String] {
    var values: [Setting: String] = [:]
    for (setting, text) in flags {
      values[setting] = try check(text, of: setting, from: setting.flag)
    }
    return values
  }

  /// What the `MODELDEX_` variables that are not empty set, and `NO_COLOR`.
  private static func variables(
    _ environment: [String: String]
  ) throws(CommandFailure) -> [Setting: String] {
    var values: [Setting: String] = [:]
    for setting in Setting.allCases {
      guard let text = environment.nonEmpty(setting.variable) else { continue }
      values[setting] = try check(text, of: setting, from: setting.variable)
    }
    if environment.nonEmpty("NO_COLOR") != nil, values[.color] == nil {
      values[.color] = ColorChoice.never.rawValue
    }
    return values
  }

  private static func check(
    _ text: String, of setting: Setting, from source: String
  ) throws(CommandFailure) -> String {
    switch setting.checked(text) {
    case .success(let text): return text
    case .failure(let fault): throw .usage("\(source): \(fault.reason)")
    }
  }
}

extension Settings {
  /// The settings of a run, if this process can run with them.
  package static func checked(
    flags: [Setting: String] = [:], environment: [String: String]
  ) throws(CommandFailure) -> Settings {
    if let shortage = OpenFiles.shortage() { throw .unable(shortage) }
    let settings = try Settings(flags: flags, environment: environment)
    if let problem = settings.cacheProblem { throw .unable(problem) }
    return settings
  }

  /// `Cache/` if the working directory is a checkout, else the user's cache directory; nil if there
  /// is neither that nor a home.
  private static func defaultCacheDirectory(
    _ home: HomeDirectory, environment: [String: String], directory: String
  ) -> String? {
    let marks = ["Package.swift", "Sources/modeldex", "Cache"]
    if marks.allSatisfy({ FileManager.default.fileExists(atPath: "\(directory)/\($0)") }) {
      return directory + "/Cache"
    }
    return home.base("XDG_CACHE_HOME", or: ".cache", environment: environment)
      .map { $0 + "/modeldex" }
  }

  /// A `~` that could not be expanded stays: it names no folder of the working directory.
  private static func absolute(_ path: String, from directory: String) -> String {
    path.hasPrefix("/") || path == "~" || path.hasPrefix("~/") ? path : directory + "/" + path
  }

  /// Why the cache cannot be where it should, as a sentence without a full stop; nil if it can.
  var cacheProblem: String? {
    guard !registry.upstream.isFile else { return nil }
    let home = HomeDirectory(environment: environment)
    return home.problem(with: registry.cacheDirectory ?? "~").map {
      "\($0); name a directory for the cache with --cache-dir or MODELDEX_CACHE_DIR"
    }
  }
}

extension [String: String] {
  /// The value of a variable if it is not empty.
  package func nonEmpty(_ name: String) -> String? {
    self[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
