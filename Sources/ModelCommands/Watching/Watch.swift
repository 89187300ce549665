import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry

/// Tells of models as they begin and cease to match.
struct Watch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell of each model as it begins or ceases to match a query.",
    discussion: """
      Keeps the list fresh as the browser does, until it is ended. What matches at the start is \
      told of by number alone. A line is + or -, the id, the name and the reason; with --format \
      json it is an object with event (began, ceased), id, name, cause (listed, removed, changed, \
      time), fields and the whole model.

      The command of --exec is run by sh with that object on its standard input and \
      MODELDEX_MODEL_ID and MODELDEX_EVENT in its environment, one after the other.

      Examples:
        modeldex watch 'is:free has:tools'
        modeldex watch author:anthropic --once && notify-send 'A new Claude'
        modeldex watch 'input<=0.1' --exec 'jq -r .model.pricing.input'
      """)

  @Argument(help: "What to watch for, like: is:free ctx>=128k")
  var query: [String]

  @Option(help: ArgumentHelp("What to run for each.", valueName: "command"))
  var exec: String?

  @Flag(help: "End with 0 at the first.")
  var once = false

  @Option(
    help: ArgumentHelp("text, or json: one object a line (default: text).", valueName: "format"))
  var format = PageFormat.text

  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(color: settings.color, environment: environment)
    let query = try QueryFault.checked(query.joined(separator: " "))
    guard !settings.registry.isOffline || settings.registry.upstream.isFile else {
      throw CommandFailure.unable("the network is switched off: nothing would ever change")
    }
    let models = ModelRegistry(core: CoreModels.models, settings: settings.registry)
    // What the history adds is part of the start.
    await models.loadHistory()
    let favorites = query.asks(for: [.favorite]) ? Favorites.ids(environment: environment) : []
    let commands = EventCommands(exec, environment: environment, console: console)
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
