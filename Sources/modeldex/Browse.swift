import ArgumentParser
import Foundation
import Logging
import ModelBrowser
import ModelCatalog
import ModelCommands
import ModelRegistry

/// Opens the browser.
struct Browse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse", abstract: "Open the browser (the default).")

  @Argument(help: "A query to begin with, like: claude ctx>=200k is:free")
  var query: [String] = []

  @Option(
    help: ArgumentHelp(
      "The columns of the list, separated by commas (modeldex facts lists all).",
      valueName: "a,b,c"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "A text as the prompt of the workload; a column FIT says whether it fits.",
      valueName: "file"),
    completion: .file())
  var prompt: String?

  @OptionGroup var workload: WorkloadOption
  @OptionGroup var past: PastOption
  @OptionGroup var registry: RegistryOptions

  @Flag(help: "Start with OpenRouter models hidden. Environment: MODELDEX_NO_OPENROUTER.")
  var noOpenrouter = false

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    var flags = workload.flags
    if noOpenrouter { flags[.noOpenrouter] = "true" }
    flags[.columns] = columns
    let settings = try registry.settings(environment: environment, flags: flags)
    let prompt = try prompt.map { path throws(CommandFailure) in
      try PromptFiles.estimate(of: [path])
    }
    let outcome = try await Self.open(
      settings, query: query.joined(separator: " "), prompt: prompt, asOf: try past.moment(),
      environment: environment)
    throw ExitCode(outcome.status)
  }

  /// Opens the browser as if no arguments were given, on the calling thread, and waits for its end;
  /// returns the exit status.
  static func openPlain(environment: [String: String]) throws(CommandFailure) -> Int32 {
    // Made on another core while this one reads the settings; each is made once.
    Task.detached { _ = (CoreModels.models, KeyTable.standard) }
    let settings = try Settings.checked(environment: environment)
    let browser = try browser(
      settings,
      registry: ModelRegistry(
        core: CoreModels.models, settings: settings.registry, readsAtOnce: true),
      environment: environment)
    do throws(TerminalError) {
      return try browser.runOnThisThread().status
    } catch {
      throw .unable("\(error)")
    }
  }

  /// Opens the browser and waits for its end.
  static func open(
    _ settings: Settings, query: String = "", prompt: TokenEstimate? = nil, asOf: Date? = nil,
    picker: Picker? = nil, environment: [String: String]
  ) async throws -> BrowserOutcome {
    let registry = ModelRegistry(
      core: CoreModels.models, settings: settings.registry, readsAtOnce: true)
    // Before the screen opens, so that errors go to stderr.
    var past: (date: Date, catalog: Catalog)?
    if let asOf { past = (asOf, try await settings.catalog(asOf: asOf, in: registry)) }
    let browser = try browser(
      settings, registry: registry, query: query, prompt: prompt, past: past, picker: picker,
      environment: environment)
    do throws(TerminalError) {
      return try await browser.run()
    } catch {
      let hasPipe = error == .noTerminal && !query.isEmpty
      let hint = hasPipe ? " In a pipe use: modeldex list '\(query)'" : ""
      throw CommandFailure.unable("\(error)\(hint)")
    }
  }

  private static func browser(
    _ settings: Settings, registry: ModelRegistry, query: String = "",
    prompt: TokenEstimate? = nil, past: (date: Date, catalog: Catalog)? = nil,
    picker: Picker? = nil, environment: [String: String]
  ) throws(CommandFailure) -> Browser {
    let keys = try Self.keys(settings.keys)
    let state = URL(filePath: try stateDirectory(environment))
    return Browser(
      registry: registry,
      query: query,
      showsOpenRouter: settings.hidesOpenRouter == true ? false : nil,
      options: TerminalOptions(
        color: TerminalOptions.ColorMode(rawValue: settings.color.rawValue) ?? .auto,
        isASCII: settings.isASCII, environment: environment),
      store: PersonalStore(directory: state),
      logger: Logger(label: "modeldex") { _ in LogFile(directory: state.path) },
      past: past,
      given: GivenChoices(settings, prompt: prompt),
      keys: keys, picker: picker,
      restores: settings.restores && picker == nil && past == nil)
  }

  /// Where favorites and read marks are.
  private static func stateDirectory(
    _ environment: [String: String]
  ) throws(CommandFailure) -> String {
    let directory = BrowserStateFile.directory(environment: environment) ?? "~"
    if let problem = HomeDirectory(environment: environment).problem(with: directory) {
      throw .unable(
        "\(problem); name a directory for favorites and read marks with XDG_STATE_HOME")
    }
    return directory
  }

  /// The standard keys with those of the config file.
  private static func keys(_ custom: CustomKeys?) throws(CommandFailure) -> KeyTable {
    guard let custom else { return .standard }
    do throws(KeyFault) {
      return try KeyTable(custom: custom.entries)
    } catch {
      throw .usage("\(custom.path): keys: \(error)")
    }
  }
}

extension GivenChoices {
  fileprivate init(_ settings: Settings, prompt: TokenEstimate?) {
    let (workload, columns) = (settings.workload, settings.columns)
    self.init(
      workload: prompt.map { Workload.with(prompt: $0, in: workload?.value) }
        ?? workload.flatMap { $0.isFromFile ? nil : $0.value },
      columns: columns.flatMap { $0.isFromFile ? nil : $0.value },
      usualWorkload: workload.flatMap { $0.isFromFile ? $0.value : nil },
      usualColumns: columns.flatMap { $0.isFromFile ? $0.value : nil })
  }
}
