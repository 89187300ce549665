import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry

/// Reports models as they begin and cease to match a query.
struct Watch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report each model that begins or ceases to match a query.",
    discussion: """
      Refreshes the list like the browser until it is stopped. Of the models that match at the \
      start only the number is shown. A line has + or -, the id, the name and the reason; with \
      --format json it is an object with event (began, ceased), id, name, cause (listed, removed, \
      changed, time), fields and the whole model.

      sh runs the --exec command for each event, one at a time, with that object on standard input \
      and MODELDEX_MODEL_ID and MODELDEX_EVENT in the environment; OPENROUTER_API_KEY is taken out \
      of it, unless --exec-with-key is given.

      Examples:
        modeldex watch 'is:free has:tools'
        modeldex watch author:anthropic --once && notify-send 'A new Claude'
        modeldex watch 'input<=0.1' --exec 'jq -r .model.pricing.input'
      """)

  @Argument(help: "The query to watch, for example: is:free ctx>=128k")
  var query: [String]

  @Option(help: ArgumentHelp("The command to run for each event.", valueName: "command"))
  var exec: String?

  @Flag(
    help: ArgumentHelp(
      "Pass OPENROUTER_API_KEY on to the --exec command.",
      discussion: "Without this its environment does not have the key."))
  var execWithKey = false

  @Flag(help: "Exit with 0 after the first event.")
  var once = false

  @Option(
    help: ArgumentHelp("text, or json: one object a line (default: text).", valueName: "format"))
  var format = PageFormat.text

  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(settings)
    let query = try QueryFault.checked(query.joined(separator: " "))
    guard !settings.registry.isOffline || settings.registry.upstream.isFile else {
      throw CommandFailure.unable("the network is switched off: nothing would ever change")
    }
    let models = ModelRegistry(core: CoreModels.models, settings: settings.registry)
    // Removed models and recent changes are part of the initial state.
    await models.loadHistory()
    let favorites = query.asks(for: [.favorite]) ? Favorites.ids(environment: environment) : []
    guard exec != nil || !execWithKey else {
      throw CommandFailure.usage("--exec-with-key needs --exec, whose command gets the key")
    }
    let commands = EventCommands(
      exec, environment: execWithKey ? environment : environment.withoutAPIKey, console: console)
    let running = Task { await models.run() }
    defer { running.cancel() }
    let following = Task { await commands.run() }
    var watcher = Watcher(watch: QueryWatch(query), favorites: favorites)
    watching: for await snapshot in await models.snapshots() {
      let (events, notes) = watcher.update(to: snapshot, now: Date())
      for note in notes { console.note(note) }
      for event in events {
        switch format {
        case .text: try console.write(WatchLine(event: event, styler: console.styler).text)
        case .json: try console.write([UInt8](event.json.encoded()) + [UInt8(ascii: "\n")])
        }
        commands.add(event)
        if once { break watching }
      }
    }
    commands.finish()
    await following.value
  }
}
