extension FactTable {
  /// Scores of others' benchmarks, as upstream passes them on.
  static let scores: [Fact] = [
    score("intelligence", "Intelligence", \.intelligence), score("coding", "Coding", \.coding),
    score("agentic", "Agentic", \.agentic),
    .arenas,
  ]

  /// An index of Artificial Analysis.
  private static func score(
    _ name: String, _ title: String, _ path: any KeyPath<Model.Benchmarks, Double?> & Sendable
  ) -> Fact {
    Fact(
      name, title, json: "benchmarks.\(name)", kind: .score, order: .highestFirst, query: [name],
      topic: .noise, section: .details
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
