/// What kind of word is being typed.
enum CompletionContext: Equatable {
  case command
  case flag(of: String)
  /// One of these values.
  case value([String])
  case columns
  /// The name of a kept view.
  case view
  /// A path, completed by the shell.
  case path
  case query
  case id
  /// Not completable.
  case unknown
}

extension CommandTree {
  /// `words` follow the program's name; the last one ends at the cursor.
  func context(in words: [String]) -> CompletionContext {
    var current: Command?
    var option: Argument?
    var takesFlags = true
    var positionals = 0
    for word in words.dropLast() {
      if option != nil {
        option = nil
      } else if takesFlags, word == "--" {
        takesFlags = false
      } else if takesFlags, word.hasPrefix("-"), word != "-" {
        option = self.option(word, of: current)
      } else if current == nil, positionals == 0,
        let command = commands.first(where: { $0.commandName == word })
      {
        current = command
      } else {
        positionals += 1
      }
    }
    let word = words.last ?? ""
    if let option { return Self.context(of: option) }
    if takesFlags, word.hasPrefix("-") {
      return .flag(of: current?.commandName ?? command.commandName)
    }
    guard let current else { return positionals == 0 ? .command : .query }
    switch current.commandName {
    case "browse", "list", "plot", "watch", "pick": return .query
    case "show", "history", "endpoints": return positionals == 0 ? .id : .unknown
    case "compare", "cost": return .id
    case "import", "lint", "fit": return .path
    default: return .unknown
    }
  }

  /// The flags of a command; without a command, also those of the browser.
  func flags(of name: String) -> [Argument] {
    let own =
      name == command.commandName
      ? command.shown + (standard?.shown ?? [])
      : commands.first { $0.commandName == name }?.shown ?? []
    return own.filter { $0.kind != .positional }
  }

  /// The option with this name, if it has a value.
  private func option(_ word: String, of current: Command?) -> Argument? {
    flags(of: current?.commandName ?? command.commandName).first { argument in
      argument.kind == .option && argument.names?.contains { $0.typed == word } == true
    }
  }

  private static func context(of option: Argument) -> CompletionContext {
    if !option.values.isEmpty { return .value(option.values) }
    switch option.names?.first?.name {
    case "columns": return .columns
    case "view": return .view
    case "since": return .value(["last"])
    case "upstream", "cache-dir", "prefix", "baseline", "write-baseline", "prompt": return .path
    default: return .unknown
    }
  }
}
