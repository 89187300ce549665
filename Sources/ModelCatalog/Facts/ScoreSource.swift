/// Who made the scores that upstream passes on: named wherever a score is shown.
package enum ScoreSource: String, CaseIterable, Sendable {
  case artificialAnalysis = "Artificial Analysis via OpenRouter"
  case designArena = "Design Arena via OpenRouter"

  /// The source of a fact; nil for what is no score.
  package init?(_ fact: Fact) {
    switch fact {
    case _ where fact.kind == .score: self = .artificialAnalysis
    case .arenas: self = .designArena
    default: return nil
    }
  }

  /// The sources of what is known of a model.
  package static func of(_ model: Model) -> [ScoreSource] {
    guard let scores = model.benchmarks else { return [] }
    let hasIndex = [scores.intelligence, scores.coding, scores.agentic].contains { $0 != nil }
    return (hasIndex ? [.artificialAnalysis] : []) + (scores.arenas.isEmpty ? [] : [.designArena])
  }

  /// The credit line: `Scores: Artificial Analysis via OpenRouter`.
  package static func line(_ sources: [ScoreSource]) -> String {
    "Scores: " + sources.map(\.rawValue).joined(separator: ", ")
  }
}
