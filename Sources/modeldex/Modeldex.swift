import ArgumentParser
import Dispatch
import Foundation
import ModelCommands
import ModelRegistry

/// The program: its commands, and the browser if none is named.
@main
struct Modeldex: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "modeldex",
    abstract: "Browse LLM models: what exists, what it can do, what it costs, what changed.",
    discussion: """
      Without a command it opens the browser on the whole catalogue: a core list that is always \
      there, and OpenRouter's, fetched and refreshed in the background.

      Examples:
        modeldex                              browse everything; ? shows the keys
        modeldex 'claude ctx>=200k'           browse with a query in the search box
        modeldex list 'is:free has:tools'     the models that match
        modeldex show gpt-5.4                 one model: facts, prices, both routes
        modeldex serve                        the same over HTTP, for programs
      """,
    version: Version.current,
    subcommands: [Browse.self, Pick.self] + Commands.all + [
      Serve.self, Install.self, Uninstall.self,
    ],
    defaultSubcommand: Browse.self)

  /// Without arguments, and for the version, the parser is not needed: to build the tree of all
  /// commands takes longer than to open the terminal.
  static func main() {
    OutputStream.reserveDescriptors()
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch arguments {
      case []:
        // On the main thread, which has nothing else to do.
        let status = try Browse.openPlain(environment: ProcessInfo.processInfo.environment)
        Foundation.exit(status)
      case ["--version"]: try OutputStream.output.write("\(Version.current)\n".utf8)
      default: run(arguments)
      }
    } catch {
      end(with: error)
    }
  }

  /// Runs a command by its arguments, and ends the process.
  private static func run(_ arguments: [String]) -> Never {
    Task {
      do {
        if try await !runOutsideParser(arguments) {
          let command = try await asyncParseAsRoot()
          if var command = command as? any AsyncParsableCommand {
            try await command.run()
          } else {
            var command = command
            try command.run()
          }
        }
        Foundation.exit(0)
      } catch {
        end(with: error)
      }
    }
    dispatchMain()
  }

  /// Handles what shells ask for before the parser sees it; false for anything else.
  ///
  /// The parser's own completions know neither ids nor the query language, and its hooks for them
  /// (`CompletionKind.custom`) cannot do what these do: bash passes them words that are broken at `:`,
  /// `=`, `<` and `>`, zsh takes what is behind a `:` for a description, and where a command's name may
  /// stand only those are offered, no queries. The manual page needs the dump of the help in any case.
  private static func runOutsideParser(_ arguments: [String]) async throws -> Bool {
    switch arguments.first {
    case Complete.command:
      try await Complete.run(
        Array(arguments.dropFirst()), tree: CommandTree(dump: _dumpHelp()),
        environment: ProcessInfo.processInfo.environment)
      return true
    case "--generate-completion-script":
      let names = Shell.allCases.map(\.rawValue).joined(separator: ", ")
      guard arguments.count == 2, let shell = Shell(rawValue: arguments[1]) else {
        throw CommandFailure.usage("--generate-completion-script takes one of \(names)")
      }
      try OutputStream.output.write(shell.completionScript.utf8)
      return true
    default: return false
    }
  }

  /// Prints help and version to stdout and exits with 0; prints an error to stderr as one line and
  /// exits with its status.
  private static func end(with error: any Error) -> Never {
    let status: Int32
    switch error {
    case let failure as CommandFailure:
      OutputStream.complain(failure.message)
      status = failure.status
    case let code as ExitCode: status = code.rawValue
    case _ where exitCode(for: error) == .success:
      do {
        try OutputStream.output.write("\(fullMessage(for: error))\n".utf8)
        status = 0
      } catch {
        end(with: error)
      }
    case _ where exitCode(for: error) == .failure:
      // An error that nobody has put into words: the name of its type says nothing to a person.
      OutputStream.complain(
        "this failed, and modeldex has no words for the reason; please report it")
      status = 2
    default:
      OutputStream.complain(oneLine(message(for: error)) + hint(for: error))
      status = exitCode(for: error).rawValue
    }
    Foundation.exit(status)
  }

  /// A pointer to the help of the command that was used wrongly.
  private static func hint(for error: any Error) -> String {
    if isDashedQuery(message(for: error)) {
      return "; a query that begins with - goes after --"
    }
    let lines = fullMessage(for: error).split(separator: "\n")
    let hint = lines.last { $0.contains("--help") }
    return hint.map { " (\($0.trimmingCharacters(in: .whitespaces)))" } ?? ""
  }

  private static func isDashedQuery(_ message: String) -> Bool {
    message.hasPrefix("Unknown option '-") && !message.hasPrefix("Unknown option '--")
  }

  /// Puts values that are listed one per line on one line.
  ///
  /// An option that is like a query with a `-` was not meant.
  private static func oneLine(_ message: String) -> String {
    let end = isDashedQuery(message) ? message.firstRange(of: ". Did you mean")?.lowerBound : nil
    return String(message[..<(end ?? message.endIndex)]).replacing("\n  - ", with: ", ").replacing(
      ":, ", with: ": "
    )
    .replacing("\n", with: " ")
  }
}
