import ArgumentParser
import ModelCommands
import ModelRegistry

/// The program: its commands, and the browser where none is named.
@main
struct Modeldex: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "modeldex",
    abstract: "Browse LLM models: what exists, what it can do, what it costs, what changed.",
    discussion: """
      Without a command it opens the browser on the whole catalogue: a core list that is always \
      there, and OpenRouter's, fetched and refreshed in the background.

      Examples:
        modeldex                          browse everything
        modeldex 'claude ctx>=200k'       browse with a query in the search box
        modeldex --offline                browse what is cached, without the network
      """,
    version: Version.current,
    subcommands: [Browse.self],
    defaultSubcommand: Browse.self)
}
