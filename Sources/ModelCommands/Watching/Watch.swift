import ArgumentParser
import Foundation
import ModelCatalog
import ModelRegistry

/// Reports models as they begin and cease to match a query.
struct Watch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Report each model that begins or ceases to match a query.",
    discussion: """
      Refreshes the list like the browser until it is stopped. Of the models that match at the \
      start only the number is shown. A line has + or -, the id, the name and the reason; with \
      --format json it is an object with event (began, ceased), id, name, cause (listed, removed, \
      changed, time), fields and the whole model.

      sh runs the --exec command for each event, one at a time, with that object on standard input \
      and MODELDEX_MODEL_ID and MODELDEX_EVENT in the environment; OPENROUTER_API_KEY is removed \
      of it, unless --exec-with-key is given.

      --since last goes on where the last watch of the same query ended, as far as the history \
      knows.

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

  @Option(
    help: ArgumentHelp(
      "Also report what changed since a date, or since the last watch of this query (last).",
      discussion: "Only watches with --since last are remembered.", valueName: "date|last"))
  var since: String?

  @Flag(help: "Exit with 0 after the first event; with --since, after those of one list.")
  var once = false

  @Option(
    help: ArgumentHelp("text, or json: one object a line (default: text).", valueName: "format"))
  var format = PageFormat.text

  @OptionGroup var registry: RegistryOptions

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let settings = try registry.settings(environment: environment)
    let console = Console(settings)
    let text = query.joined(separator: " ")
    let query = try QueryFault.checked(text, noEndpoints: Query.noFollowedEndpoints)
    for hint in Query.hints(about: text) { console.note(hint.description) }
    guard !settings.registry.isOffline || settings.registry.upstream.isFile else {
      throw CommandFailure.unable("the network is switched off: nothing would ever change")
    }
    guard exec != nil || !execWithKey else {
      throw CommandFailure.usage("--exec-with-key needs --exec, whose command gets the key")
    }
    let mark = since == "last" ? WatchMark(query: text, settings: settings.registry) : nil
    let begin = try begin(mark)
    let models = ModelRegistry(core: CoreModels.models, settings: settings.registry)
    // Removed models and recent changes are part of the initial state.
    await models.loadHistory()
    let favorites = query.asks(for: [.favorite]) ? Favorites.ids(environment: environment) : []
    let commands = EventCommands(
      exec, environment: execWithKey ? environment : environment.withoutAPIKey, console: console)
    let running = Task { await models.run() }
    defer { running.cancel() }
    let following = Task { await commands.run() }
    var watcher = Watcher(watch: QueryWatch(query), favorites: favorites)
    if let begin { await resume(&watcher, from: begin, models, console) }
    watching: for await snapshot in await models.snapshots() {
      let (events, notes) = watcher.update(to: snapshot, now: Date())
      for note in notes { console.note(note) }
      for event in events {
        switch format {
        case .text: try console.write(WatchLine(event: event, styler: console.styler).text)
        case .json: try console.write([UInt8](event.json.encoded()) + [UInt8(ascii: "\n")])
        }
        commands.add(event)
        // What changed meanwhile is reported once, so all of it.
        if once, since == nil { break watching }
      }
      if let mark, let fetched = snapshot.freshness.fetched, let problem = mark.write(fetched) {
        throw CommandFailure.unable(problem)
      }
      if once, !events.isEmpty { break watching }
    }
    commands.finish()
    await following.value
  }

  /// The date to go on from; nil for now.
  private func begin(_ mark: WatchMark?) throws -> Date? {
    guard let since else { return nil }
    return since == "last"
      ? mark?.read() : try PastOption.read(since, of: "--since", day: .start)
  }

  /// Makes the watch begin with the models of that date.
  private func resume(
    _ watcher: inout Watcher, from begin: Date, _ models: ModelRegistry, _ console: Console
  ) async {
    do throws(HistoryFault) {
      guard let history = models.history else { return }
      // An earlier date than the first list means that list.
      let first = try await history.dateRange()?.first
      let moment = max(begin, first ?? begin)
      guard first != nil, let catalog = try await models.catalog(asOf: moment) else { return }
      watcher.resume(
        from: catalog, at: moment, changed: try await history.changedOfLate(asOf: moment))
    } catch {
      console.note("\(error.summary); watching from now on")
    }
  }
}
