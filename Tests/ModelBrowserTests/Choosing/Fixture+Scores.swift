import Foundation
import ModelCatalog
import ModelRegistry

@testable import ModelBrowser

extension Fixture {
  /// The catalogue with scores for some of its models.
  static func scoredState(
    columns: Int = 120, rows: Int = 36, query: String = "",
    personal: PersonalState = Fixture.everyRow, given: GivenChoices = GivenChoices()
  ) -> State {
    let scores: [String: (Double, Double, Double)] = [
      "openai/gpt-5.6-sol": (60.9, 77.4, 57.8), "openai/gpt-5.6-sol:batch": (60.9, 77.4, 57.8),
      "anthropic/claude-opus-5": (63.1, 78, 59.2), "anthropic/claude-haiku-4.5": (31, 40.5, 22),
      "google/gemini-3.7-flash": (56, 76.1, 45.1), "qwen/qwen3.8-27b": (42.5, 60.25, 38),
    ]
    let scored = models.map { model in
      var model = model
      if let (intelligence, coding, agentic) = scores[model.id] {
        model.benchmarks = Model.Benchmarks(
          intelligence: intelligence, coding: coding, agentic: agentic)
      }
      return model
    }
    var snapshot = Snapshot(catalog: Catalog(scored), published: now)
    snapshot.freshness = .live(now.addingTimeInterval(-185))
    snapshot.nextRefresh = now.addingTimeInterval(3415)
    var state = State(
      snapshot: snapshot, personal: personal, size: Size(columns: columns, rows: rows), now: now,
      query: query, given: given)
    state.world.isLoaded = true
    return state
  }

  static var workload: Workload {
    Workload(
      input: 3000, output: 500, calls: CallRate(50_000, .day), cached: Decimal(8) / 10)
  }
}
