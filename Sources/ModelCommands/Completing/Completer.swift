import ModelCatalog
import ModelRegistry

/// Completes command lines from the cache, never from the network.
struct Completer {
  let tree: CommandTree
  let environment: [String: String]

  /// `words` follow the program's name; the last one ends at the cursor.
  func candidates(for words: [String]) async -> [Candidate] {
    // `--format=c` is completed as two words.
    if let word = words.last, word.hasPrefix("--"), let equals = word.firstIndex(of: "=") {
      let both = [String(word[..<equals]), String(word[word.index(after: equals)...])]
      return await candidates(for: words.dropLast() + both).map {
        Candidate(text: "\(both[0])=\($0.text)", summary: $0.summary)
      }
    }
    let word = words.last ?? ""
    let known: [Candidate]
    switch tree.context(in: words) {
    case .command:
      let commands = tree.commands.map {
        Candidate(text: $0.commandName, summary: $0.abstract ?? "")
      }
      let begun = commands.filter { $0.text.hasPrefix(word) }
      // Otherwise it is a query for the browser.
      return begun.isEmpty ? await queries(word, words) : begun
    case .flag(let command):
      known = tree.flags(of: command).flatMap { flag in
        (flag.names ?? []).filter { $0.kind == "long" }.map {
          Candidate(text: $0.typed, summary: flag.abstract ?? "")
        }
      }
    case .value(let values): known = values.map { Candidate(text: $0) }
    case .columns: return Self.columns(word)
    case .view:
      known = ViewOption.all(environment: environment).all.map {
        Candidate(text: $0.name, summary: $0.query)
      }
    case .path, .unknown: return []
    case .query: return await queries(word, words)
    case .id:
      known = await catalog(words).models.map { Candidate(text: $0.id, summary: $0.name) }
    }
    return known.filter { $0.text.hasPrefix(word) }
  }

  /// Completes the last name of a comma-separated list.
  private static func columns(_ word: String) -> [Candidate] {
    let typed = word.split(separator: ",", omittingEmptySubsequences: false)
    let before = typed.dropLast().map { $0 + "," }.joined()
    return FactTable.all.map(\.name)
      .filter { $0.hasPrefix(typed.last ?? "") && !typed.dropLast().contains($0[...]) }
      .map { Candidate(text: before + $0) }
  }

  private func queries(_ word: String, _ words: [String]) async -> [Candidate] {
    let catalog = await catalog(words)
    let scalars = word.unicodeScalars
    let completion = QueryCompletion.completions(
      for: word, cursor: scalars.count, in: SearchIndex(catalog))
    let before = String(String.UnicodeScalarView(scalars.prefix(completion.range.lowerBound)))
    let terms = completion.candidates.map {
      Candidate(text: before + $0.text, summary: $0.summary)
    }
    guard terms.isEmpty, !word.isEmpty else { return terms.filter { $0.text.hasPrefix(word) } }
    return catalog.models.filter { $0.id.hasPrefix(word) }.map {
      Candidate(text: $0.id, summary: $0.name)
    }
  }

  /// The catalogue for the settings on this command line; the core models if they are invalid.
  private func catalog(_ words: [String]) async -> Catalog {
    var flags: [Setting: String] = [.offline: "true"]
    for (position, word) in words.dropLast(2).enumerated() {
      for setting in [Setting.upstream, .cacheDir] where word == setting.flag {
        flags[setting] = words[position + 1]
      }
    }
    guard let settings = try? Settings(flags: flags, environment: environment) else {
      return Catalog(CoreModels.models)
    }
    let registry = ModelRegistry(core: CoreModels.models, settings: settings.registry)
    if settings.registry.upstream.isFile { await registry.refresh() } else { await registry.load() }
    return await registry.snapshot.catalog
  }
}
