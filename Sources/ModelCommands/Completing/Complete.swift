import Foundation

/// The hidden command that the shells' completion scripts call.
package enum Complete {
  /// Its name on the command line.
  package static let command = "---complete"

  /// Prints the candidates, one per line.
  ///
  /// For bash the arguments are the line up to the cursor and COMP_WORDBREAKS, for zsh and fish the
  /// words after the program's name. Zsh and fish also get the summary, after a tab.
  package static func run(
    _ arguments: [String], tree: CommandTree, environment: [String: String]
  ) async throws {
    guard let shell = arguments.first.flatMap(Shell.init) else { return }
    let rest = Array(arguments.dropFirst())
    let completer = Completer(tree: tree, environment: environment)
    var lines: [String] = []
    switch shell {
    case .bash:
      let line = CommandLineWords(rest.first ?? "")
      let kept = BashWordBreaks(rest.dropFirst().first ?? "").kept(of: line)
      for candidate in await completer.candidates(for: Array(line.words.dropFirst())) {
        let text = String(candidate.text.dropFirst(kept))
        // Inside an open quote, characters that would end it or run a command cannot be escaped.
        if line.isQuoted, text.unicodeScalars.contains(where: Self.isLiveInQuotes) { continue }
        lines.append(
          (line.isQuoted ? text : escaped(text)) + (candidate.isUnfinished ? "" : " "))
      }
    case .zsh, .fish:
      lines = await completer.candidates(for: rest).map { "\($0.text)\t\($0.summary)" }
    }
    try OutputStream.output.write(Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  private static func isLiveInQuotes(_ scalar: Unicode.Scalar) -> Bool {
    "'\"$`\\!".unicodeScalars.contains(scalar)
  }

  /// Escaped for bash: an unescaped `ctx>=` would be a redirection.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if " <>|&;()$`\\\"'*?[]#~!{}".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}

/// The characters at which bash completion breaks words (COMP_WORDBREAKS).
struct BashWordBreaks {
  private let breaks: Set<Character>

  init(_ breaks: String) { self.breaks = Set(breaks) }

  /// The number of leading characters of the word that bash keeps before the completion.
  func kept(of line: CommandLineWords) -> Int {
    guard !line.isQuoted, let word = line.words.last,
      let last = word.lastIndex(where: breaks.contains)
    else { return 0 }
    return word.distance(from: word.startIndex, to: last) + 1
  }
}
