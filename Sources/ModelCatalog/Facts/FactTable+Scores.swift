extension FactTable {
  /// Scores of others' benchmarks, as upstream passes them on.
  static let scores: [Fact] = [
    score("intelligence", "Intelligence", short: "INTEL", \.intelligence),
    score("coding", "Coding", short: "CODE", \.coding),
    score("agentic", "Agentic", short: "AGENT", \.agentic),
    .arenas,
    Fact("scoresource", "Source of scores", json: "scoreSource", kind: .text) { context in
      let sources = ScoreSource.of(context.model).map(\.rawValue)
      return sources.isEmpty ? .unknown : .text(sources.joined(separator: ", "))
    },
  ]

  /// An index of Artificial Analysis.
  private static func score(
    _ name: String, _ title: String, short: String,
    _ path: any KeyPath<Model.Benchmarks, Double?> & Sendable
  ) -> Fact {
    Fact(
      name, title, short: short, json: "benchmarks.\(name)", kind: .score, order: .highestFirst,
      query: [name],
      topic: .noise, width: 5, section: .details
    ) { FactValue($0.model.benchmarks?[keyPath: path]) }
  }
}

extension Fact {
  package static let arenas = Fact(
    "arenas", "Design Arena", short: "DESIGN ARENA", words: "arena elo", json: "benchmarks.arenas",
    kind: .structure, topic: .noise, section: .lists
  ) { context in
    let arenas = context.model.benchmarks?.arenas ?? []
    return arenas.isEmpty ? .unknown : .arenas(arenas)
  }
}
