import Foundation

/// The commands with their arguments, as the argument parser describes them.
package struct CommandTree: Decodable, Sendable {
  package struct Command: Decodable, Sendable {
    var commandName: String
    var shouldDisplay: Bool
    var abstract: String?
    var discussion: String?
    var subcommands: [Command]?
    var arguments: [Argument]?
  }

  package struct Argument: Decodable, Sendable {
    enum Kind: String, Decodable { case positional, option, flag }

    struct Name: Decodable {
      var kind: String
      var name: String

      /// As it is typed.
      var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    var kind: Kind
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var allValues: [String]?
    var completionKind: Completion?
    var abstract: String?
    var discussion: String?

    struct Completion: Decodable {
      struct List: Decodable { var values: [String] }
      var list: List?
    }

    /// The values that it allows, if they are listed.
    var values: [String] { allValues ?? completionKind?.list?.values ?? [] }
  }

  package var command: Command

  /// Reads the parser's output of `--experimental-dump-help`.
  package init(dump: String) throws {
    self = try JSONDecoder().decode(CommandTree.self, from: Data(dump.utf8))
  }

  /// Those listed in help.
  var commands: [Command] { (command.subcommands ?? []).filter(\.shouldDisplay) }

  /// The default command: the browser.
  var standard: Command? { commands.first }
}

extension CommandTree.Command {
  /// Those listed in help.
  var shown: [CommandTree.Argument] { (arguments ?? []).filter(\.shouldDisplay) }
}
