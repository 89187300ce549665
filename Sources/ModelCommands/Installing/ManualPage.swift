import ModelCatalog

/// The manual page, generated from the descriptions of commands, settings and query language.
package struct ManualPage {
  private let tree: CommandTree
  private let version: String

  package init(tree: CommandTree, version: String) {
    self.tree = tree
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
    writeQueryLanguage(to: &roff)
    writeSettings(to: &roff)
    writeEnd(to: &roff)
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

  private func writeQueryLanguage(to roff: inout Roff) {
    roff.section("QUERIES")
    roff.paragraph(
      "Words are searched in id, name, author and description; all terms must match. "
        + "A - before a term negates it; quotes make a phrase; "
        + "commas between values mean or. Retired models are shown only on request.")
    for field in QueryField.all { roff.item(field.name, field.summary) }
    roff.paragraph("Values of is:")
    for state in ModelState.allCases { roff.item("is:\(state.rawValue)", state.summary) }
    roff.paragraph("Values of has:, in addition to parameter names:")
    for ability in Ability.allCases { roff.item("has:\(ability.rawValue)", ability.summary) }
  }

  private func writeSettings(to roff: inout Roff) {
    roff.section("SETTINGS")
    roff.paragraph(
      "Flags take precedence over the environment, then the config file, then the "
        + "default. The file is a JSON object; an unknown key or invalid value is an error.")
    for setting in Setting.allCases {
      roff.item("\(setting.flag), \(setting.variable), \"\(setting.rawValue)\"", setting.values)
    }
    roff.item("NO_COLOR", "if set to anything, no colours")
    roff.item(
      "OPENROUTER_API_KEY",
      "sent to the upstream's own host over https, never kept, and not passed on to programs")
    roff.item(
      "HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY",
      "HTTP proxies, and the hosts, domains and networks that are reached without")
  }

  private func writeEnd(to roff: inout Roff) {
    roff.section("FILES")
    roff.item("$XDG_CONFIG_HOME/modeldex/config.json", "settings")
    roff.item(
      "$XDG_CACHE_HOME/modeldex/",
      "the last response, its metadata, the last failure, the history")
    roff.item("$XDG_STATE_HOME/modeldex/", "favorites, past queries, what has been read")
    roff.section("EXIT STATUS")
    roff.item("0", "done")
    roff.item(
      "1", "nothing matched, no such model, or the history does not cover that date")
    roff.item(
      "2",
      "it could not run: no terminal, an unusable upstream or history, a full disk, files "
        + "that import could not read")
    roff.item(
      "64", "wrong usage: an unknown flag, format, column or setting, a malformed query or date")
    roff.item("128+n", "ended by signal n; 130 for Ctrl-C")
  }
}
