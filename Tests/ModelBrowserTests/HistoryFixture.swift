import Foundation
import ModelCatalog
import ModelRegistry
import Support

@testable import ModelBrowser

/// A past for the catalogue of ``Fixture``.
extension Fixture {
  static func date(_ day: String) -> Date { CalendarDay(day)?.start ?? now }

  /// The model that was listed until three days ago.
  static let removed = model(
    "anthropic/claude-opus-4", "Anthropic: Claude Opus 4",
    prices: [.input: "0.000015", .output: "0.000075"], inputs: [.text, .image],
    parameters: ["tools"], listed: "2025-05-22"
  ) { $0.lastListed = date("2026-08-19") }

  static func price(_ kind: PriceKind, _ old: String, _ new: String) -> ModelChange.Difference {
    func value(_ text: String) -> FactValue {
      Price(upstream: text).map { .price($0, kind) } ?? .unknown
    }
    return ModelChange.Difference(field: .price(kind), old: value(old), new: value(new))
  }

  static func entry(
    _ id: String, _ hoursAgo: Double, _ kind: HistoryEntry.Kind
  ) -> HistoryEntry {
    HistoryEntry(
      date: now.addingTimeInterval(-hoursAgo * 3600), id: id,
      name: (models + [removed]).first { $0.id == id }?.name ?? id, kind: kind)
  }

  /// One of everything, the newest first.
  static let entries: [HistoryEntry] = [
    entry("google/gemini-3.7-flash", 1, .added),
    entry(
      "openai/gpt-5.6-sol", 3,
      .changed([
        price(.input, "0.000003", "0.0000025"), price(.output, "0.000012", "0.000015"),
        ModelChange.Difference(
          field: .contextLength, old: .tokens(400_000), new: .tokens(1_050_000)),
        ModelChange.Difference(
          field: .supportedParameters, old: .list(["seed", "tools"]),
          new: .list(["reasoning", "structured_outputs", "tools"])),
      ])),
    entry(
      "qwen/qwen3.8-27b", 5,
      .scheduledPrice(
        ScheduledPrice(
          since: now.addingTimeInterval(-90_000), count: 4,
          input: Decimal(7) / 100_000_000...Decimal(14) / 100_000_000, output: nil))),
    entry(
      "anthropic/claude-haiku-4.5", 26,
      .changed([
        ModelChange.Difference(
          field: .displayName, old: .text("Anthropic: Haiku 4.5"),
          new: .text("Anthropic: Claude Haiku 4.5"))
      ])),
    entry("anthropic/claude-opus-4", 60, .removed(last: removed)),
    entry("openai/gpt-oss-20b:free", 80, .returned(lastSeen: date("2026-08-01"))),
    entry(
      "mistralai/mistral-saba", 100,
      .changed([
        ModelChange.Difference(
          field: .expirationDate, old: .unknown,
          new: CalendarDay("2026-09-01").map(FactValue.day) ?? .unknown)
      ])),
  ]

  /// As ``snapshot``, with a model that is gone.
  static var longerSnapshot: Snapshot {
    var longer = snapshot
    longer.catalog = Catalog(models + [removed])
    return longer
  }

  /// A state whose person last looked ten days ago.
  static func stateWithNews(
    columns: Int = 120, rows: Int = 36, query: String = "", entries: [HistoryEntry] = entries
  ) -> State {
    var personal = Fixture.everyRow
    personal.read.markAll(through: now.addingTimeInterval(-10 * 86400))
    var state = State(
      snapshot: longerSnapshot, personal: personal, size: Size(columns: columns, rows: rows),
      now: now, query: query, hasHistory: true)
    state.world.isLoaded = true
    _ = state.update(.newsRead(.success(entries)))
    return state
  }

  /// A life with prices that fell, a gap, and a rise.
  static func history(of id: String = "openai/gpt-5.6-sol") -> ModelHistory? {
    guard var model = models.first(where: { $0.id == id }) else { return nil }
    let began = date("2025-10-01")
    let stretches: [(String, String?, String, String)] = [
      ("2025-11-01", "2026-01-10", "0.000005", "0.00002"),
      ("2026-01-10", "2026-03-01", "0.000004", "0.00002"),
      ("2026-04-01", "2026-07-15", "0.000002", "0.000012"),
      ("2026-07-15", nil, "0.0000025", "0.000015"),
    ]
    let versions = stretches.map { from, until, input, output in
      model.pricing.prices[.input] = Price(upstream: input)
      model.pricing.prices[.output] = Price(upstream: output)
      let end = until.map(date)
      return ModelVersion(
        model: model, firstSeen: date(from), lastSeen: (end ?? now).addingTimeInterval(-3600),
        until: end)
    }
    return ModelHistory(versions: versions, historyBegan: began)
  }
}
