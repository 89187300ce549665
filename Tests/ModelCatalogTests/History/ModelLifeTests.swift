import Foundation
import ModelCatalog
import Support
import Testing

struct ModelHistoryTests {
  private static func day(_ day: Int) -> Date { Date(timeIntervalSince1970: Double(day) * 86400) }

  /// A version seen on each of these days and not on the day after the last.
  private static func version(
    _ days: ClosedRange<Int>, isLast: Bool = false, _ change: (inout Model) -> Void = { _ in }
  ) -> ModelVersion {
    ModelVersion(
      model: .listed("a/one", change), firstSeen: day(days.lowerBound),
      lastSeen: day(days.upperBound), until: isLast ? nil : day(days.upperBound + 1))
  }

  private static func modelHistory(_ versions: ModelVersion...) throws -> ModelHistory {
    try #require(ModelHistory(versions: versions, historyBegan: day(1)))
  }

  private static func price(_ text: String) -> @Sendable (inout Model) -> Void {
    { $0.pricing.prices[.input] = Price(upstream: text) }
  }

  @Test func `a history without versions has no entries`() {
    #expect(ModelHistory(versions: [], historyBegan: .distantPast) == nil)
  }

  @Test func `a model in the first observation is not reported as added`() throws {
    #expect(try Self.modelHistory(Self.version(1...5, isLast: true)).entries().isEmpty)
    let later = try Self.modelHistory(Self.version(2...5, isLast: true))
    #expect(later.entries().map(\.kind) == [.added])
    #expect(later.entries().map(\.date) == [Self.day(2)])
  }

  @Test func `changes have old and new values, the newest first`() throws {
    let modelHistory = try Self.modelHistory(
      Self.version(1...2), Self.version(3...4) { $0.name = "One" },
      Self.version(5...6, isLast: true) {
        $0.name = "One"
        $0.maxOutput = 9
      })
    let entries = modelHistory.entries()
    #expect(entries.map(\.date) == [Self.day(5), Self.day(3)])
    #expect(entries.map(\.name) == ["One", "One"])
    #expect(
      entries.map(\.kind) == [
        .changed([.init(field: .maxOutput, old: .unknown, new: .tokens(9))]),
        .changed([.init(field: .displayName, old: .text("a/one"), new: .text("One"))]),
      ])
    #expect(modelHistory.isListed)
    #expect(modelHistory.removed == nil)
    #expect(modelHistory.model?.lastListed == nil)
  }

  @Test func `a model that is removed and returns is one model with a gap`() throws {
    let modelHistory = try Self.modelHistory(
      Self.version(1...2), Self.version(5...6), Self.version(9...9) { $0.name = "One" })
    let first = Self.version(1...2).model
    let last = Self.version(9...9) { $0.name = "One" }.model
    #expect(
      modelHistory.entries().map(\.kind) == [
        .removed(last: last),
        .changed([.init(field: .displayName, old: .text("a/one"), new: .text("One"))]),
        .returned(lastSeen: Self.day(6)), .removed(last: first),
        .returned(lastSeen: Self.day(2)), .removed(last: first),
      ])
    #expect(modelHistory.entries().map(\.date) == [10, 9, 9, 7, 5, 3].map(Self.day))
    #expect(!modelHistory.isListed)
    #expect(modelHistory.removed == Self.day(10))
    #expect(modelHistory.model?.lastListed == Self.day(9))
  }

  @Test func `scores and truncated descriptions are listed only on request`() throws {
    let modelHistory = try Self.modelHistory(
      Self.version(1...2), Self.version(3...4) { $0.description = "Cut…" },
      Self.version(5...6, isLast: true) { $0.maxOutput = 9 })
    #expect(modelHistory.entries().map(\.date) == [Self.day(5)])
    #expect(
      modelHistory.entries().map(\.kind) == [
        .changed([.init(field: .maxOutput, old: .unknown, new: .tokens(9))])
      ])
    #expect(modelHistory.entries(noise: true).map(\.date) == [Self.day(5), Self.day(3)])
  }

  @Test func `a period contains the entries within it, including both ends`() throws {
    let modelHistory = try Self.modelHistory(
      Self.version(2...2), Self.version(3...3) { $0.maxOutput = 1 },
      Self.version(4...4) { $0.maxOutput = 2 })
    #expect(
      modelHistory.entries(since: Self.day(3), until: Self.day(4)).map(\.date) == [
        Self.day(4), Self.day(3),
      ]
    )
    #expect(modelHistory.entries(since: Self.day(5)).map(\.date) == [Self.day(5)])
    #expect(modelHistory.entries(since: Self.day(6), until: Self.day(1)).isEmpty)
  }

  // MARK: - Prices by the hour

  private static func scheduled(
    _ price: String, peak: String = "0.000004"
  ) -> @Sendable (inout Model) -> Void {
    {
      $0.pricing.prices[.input] = Price(upstream: price)
      $0.pricing.overrides = [
        PriceOverride(
          conditions: [.utcMinutes(from: 60, until: 240)],
          prices: [.input: Price(upstream: peak) ?? .variable])
      ]
    }
  }

  @Test func `prices that follow a schedule are one entry`() throws {
    let modelHistory = try Self.modelHistory(
      Self.version(1...2, Self.scheduled("0.000001")),
      Self.version(3...4, Self.scheduled("0.000004")),
      Self.version(5...6, Self.scheduled("0.000001")),
      Self.version(7...7, isLast: true, Self.scheduled("0.000004")))
    let range = try #require(Decimal(exactly: "0.000001"))...#require(Decimal(exactly: "0.000004"))
    #expect(
      modelHistory.entries() == [
        HistoryEntry(
          date: Self.day(7), id: "a/one", name: "a/one",
          kind: .scheduledPrice(
            ScheduledPrice(since: Self.day(3), count: 3, input: range, output: nil)))
      ])
  }

  @Test func `a change of the schedule is an entry between the scheduled prices`() throws {
    let modelHistory = try Self.modelHistory(
      Self.version(1...2, Self.scheduled("0.000001")),
      Self.version(3...4, Self.scheduled("0.000004")),
      Self.version(5...6, Self.scheduled("0.000005", peak: "0.000005")),
      Self.version(7...7, isLast: true, Self.scheduled("0.000001", peak: "0.000005")))
    let entries = modelHistory.entries()
    #expect(entries.map(\.date) == [7, 5, 3].map(Self.day))
    guard case .changed(let fields) = entries[1].kind else {
      Issue.record("\(entries[1].kind)")
      return
    }
    #expect(fields.map(\.field) == [.price(.input), .priceOverrides])
  }

  @Test func `a change at the same time as a scheduled price is a separate entry`() throws {
    let modelHistory = try Self.modelHistory(
      Self.version(1...2, Self.scheduled("0.000001")),
      Self.version(3...4, isLast: true) {
        Self.scheduled("0.000004")(&$0)
        $0.pricing.prices[.output] = .fixed(0)
      })
    let changed = HistoryEntry.Kind.changed([
      .init(field: .price(.output), old: .unknown, new: .price(.fixed(0), .output))
    ])
    #expect(modelHistory.entries().contains { $0.kind == changed })
    #expect(modelHistory.entries().count == 2)
  }

  @Test func `prices for long prompts are not a schedule`() throws {
    func long(_ price: String) -> (inout Model) -> Void {
      {
        $0.pricing.prices[.input] = Price(upstream: price)
        $0.pricing.overrides = [
          PriceOverride(conditions: [.promptTokens(above: 9)], prices: [.input: .fixed(1)])
        ]
      }
    }
    let change = ModelChange(from: .listed("a/one", long("1")), to: .listed("a/one", long("2")))
    #expect(change?.scheduledPrices == [])
    #expect(change?.withoutScheduledPrices == change)
  }

  // MARK: - Plotting

  @Test func `a constant price is one step, and a gap is no step`() throws {
    let modelHistory = try Self.modelHistory(
      Self.version(1...2, Self.price("1")),
      Self.version(3...4) {
        Self.price("1")(&$0)
        $0.name = "One"
      },
      Self.version(5...6, Self.price("2")), Self.version(9...9, isLast: true, Self.price("2")))
    #expect(
      modelHistory.priceSteps(of: .input) == [
        PriceStep(from: Self.day(1), until: Self.day(5), price: .fixed(1)),
        PriceStep(from: Self.day(5), until: Self.day(7), price: .fixed(2)),
        PriceStep(from: Self.day(9), until: nil, price: .fixed(2)),
      ])
    #expect(modelHistory.priceSteps(of: .output).map(\.price) == [nil, nil])
  }
}
