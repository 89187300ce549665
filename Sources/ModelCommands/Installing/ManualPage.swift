import ModelCatalog

/// The manual page, generated from the descriptions of commands, keys, settings and query language.
package struct ManualPage {
  /// Keys of the browser that are used in the same place.
  package struct Keys {
    package var title: String
    /// Keys as they are written, and what they do.
    package var rows: [(keys: String, words: String)]

    package init(title: String, rows: [(keys: String, words: String)]) {
      self.title = title
      self.rows = rows
    }
  }

  private let tree: CommandTree
  let keys: [Keys]
  private let version: String

  package init(tree: CommandTree, keys: [Keys], version: String) {
    self.tree = tree
    self.keys = keys
    self.version = version
  }

  /// As roff source with the man(7) macros.
  package var text: String {
    var roff = Roff()
    let root = tree.command
    roff.title("MODELDEX", section: 1, source: "modeldex \(version)")
    roff.section("NAME")
    roff.paragraph("modeldex - browse LLM models: what exists, what it can do, what it costs")
    roff.section("SYNOPSIS")
    roff.lines(["modeldex [OPTION]... [QUERY]"] + tree.commands.map(Self.synopsis))
    roff.section("DESCRIPTION")
    roff.discussion(root.discussion ?? "")
    roff.section("COMMANDS")
    for command in tree.commands {
      roff.subsection(Self.synopsis(command))
      roff.paragraph(command.abstract ?? "")
      roff.discussion(command.discussion ?? "")
      for argument in command.shown where !Self.isShared(argument) { write(argument, to: &roff) }
    }
    roff.section("OPTIONS OF ALL COMMANDS")
    for argument in tree.standard?.shown ?? [] where Self.isShared(argument) {
      write(argument, to: &roff)
    }
    writeKeys(to: &roff)
    writeQueryLanguage(to: &roff)
    writeEnvironment(to: &roff)
    writeFiles(to: &roff)
    writeExitStatus(to: &roff)
    writeExamples(to: &roff)
    return roff.text
  }

  private static func synopsis(_ command: CommandTree.Command) -> String {
    let positionals = command.shown.filter { $0.kind == .positional }.map { argument in
      let name = (argument.valueName ?? "").uppercased() + (argument.isRepeating ? "..." : "")
      return argument.isOptional ? " [\(name)]" : " \(name)"
    }
    return "modeldex \(command.commandName) [OPTION]...\(positionals.joined())"
  }

  /// Whether all commands have it.
  private static func isShared(_ argument: CommandTree.Argument) -> Bool {
    let shared = [
      "upstream", "cache-dir", "refresh-interval", "offline", "color", "version", "help",
    ]
    return argument.names?.contains { shared.contains($0.name) } ?? false
  }

  private func write(_ argument: CommandTree.Argument, to roff: inout Roff) {
    var term: String
    switch argument.kind {
    case .positional: term = (argument.valueName ?? "").uppercased()
    case .flag: term = (argument.names ?? []).map(\.typed).joined(separator: ", ")
    case .option:
      term = (argument.names ?? []).map(\.typed).joined(separator: ", ")
      term += " " + (argument.valueName ?? "").uppercased()
    }
    var text = argument.abstract ?? ""
    if let values = argument.allValues { text += " One of \(values.joined(separator: ", "))." }
    if let discussion = argument.discussion { text += " " + discussion }
    roff.item(term, text)
  }
}
