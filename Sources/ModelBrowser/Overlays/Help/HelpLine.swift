import ModelCatalog

/// A line of the help.
enum HelpLine: Equatable {
  case title(String)
  /// An action that Enter does.
  case action(Binding)
  /// A mark or a query term, and what it means.
  case legend(String, String)
  /// Marks with their meanings, in one line.
  case marks([Mark])
  case blank

  /// What stands in the list, and its meaning.
  struct Mark: Equatable {
    let sign: String
    let meaning: String
  }

  var isEntry: Bool {
    switch self {
    case .action, .legend: true
    case .title, .marks, .blank: false
    }
  }

  /// The name of the action; nil for other lines.
  var name: String? {
    switch self {
    case .action(let binding): binding.name
    case .title, .legend, .marks, .blank: nil
    }
  }

  /// All lines with the words of the filter, under the titles of their groups.
  static func all(_ keys: KeyTable, matching filter: String) -> [HelpLine] {
    let words = filter.lowercased().split(separator: " ")
    let groups =
      keys.groups.filter { $0.modes != [.help] }.map { group in
        (group.title, group.bindings.map(HelpLine.action))
      } + legends
    var lines = words.isEmpty ? summary : []
    for (title, entries) in groups {
      let found = entries.filter { $0.hasAll(words) }
      guard !found.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines += [.title(title)] + found
    }
    return lines
  }

  private func hasAll(_ words: [Substring]) -> Bool {
    let text =
      switch self {
      case .action(let binding): "\(binding.name) \(binding.help) \(binding.label)"
      case .legend(let key, let help): "\(key) \(help)"
      case .title, .marks, .blank: ""
      }
    let lower = text.lowercased()
    return words.allSatisfy(lower.contains)
  }

  /// What a person meets first: the letters and marks of the list.
  private static let summary: [HelpLine] = [
    .title("In the list"),
    .marks(Ability.allCases.map { Mark(sign: String($0.letter), meaning: $0.rawValue) }),
    .marks([
      Mark(sign: ModelList.frontierMark, meaning: "best score for its price"),
      Mark(sign: ModelList.coreMark, meaning: "core: from its maker"),
      Mark(sign: "★", meaning: "favorite"),
    ]),
    .marks([
      Mark(sign: "+", meaning: "new"), Mark(sign: "~", meaning: "changed"),
      Mark(sign: "×", meaning: "removed"),
      Mark(sign: "+3", meaning: "more rows of the same model"),
    ]),
  ]

  private static let legends: [(String, [HelpLine])] = [
    ("Query language: terms are ANDed, - before one negates it", query),
    ("Abilities and marks", abilities + marks),
  ]

  private static let abilities = Ability.allCases.map {
    HelpLine.legend(String($0.letter), "\($0.rawValue): \($0.summary)")
  }

  private static let marks: [HelpLine] = [
    .legend(ModelList.coreMark, "core: directly from its maker"),
    .legend(ModelList.frontierMark, "on the frontier: no higher score for less"),
    .legend("★", "favorite"),
    .legend("+ ~ ×", "unread: new, changed, removed (× stays)"),
    .legend("● 12", "number of models with unread changes"),
    .legend("varies", "the price is decided per request"),
    .legend("—", "unknown"),
  ]

  private static let query: [HelpLine] = [
    .legend("claude sonnet", "words in id, name, author or description"),
    .legend("\"exact phrase\"", "the phrase"),
    .legend("author:qwen", "also category: source: in: out: has: is:"),
    .legend("has:tools,vision", "either; repeat has: for both"),
    .legend("is:free", "also new, alias, router, expiring, favorite, retired"),
    .legend("is:changed", "changed within a week; is:removed no longer listed"),
    .legend("ctx>=128k", "also maxout; k and m; = < <= > >="),
    .legend("input<=0.5", "also output, cacheread: USD per million tokens"),
    .legend("age<30d", "also created>=2026-01-01, cutoff>=2025-06"),
    .legend("coding>=50", "also intelligence, agentic; a model's id as the value: its score"),
    .legend("cost<100", "USD a month under the workload"),
    .legend("frontier:coding", "the models that no other beats in score and cost"),
    .legend("sort:price", "also output, ctx, name, new; sort:-ctx reverses"),
  ]
}
