import Foundation
import ModelCatalog
import Testing

struct HistoryJSONTests {
  private static func day(_ day: Int) -> Date { Date(timeIntervalSince1970: Double(day) * 86400) }

  private static func version(
    _ days: ClosedRange<Int>, isLast: Bool = false, _ change: (inout Model) -> Void = { _ in }
  ) -> ModelVersion {
    ModelVersion(
      model: .listed("a/one-pro", change), firstSeen: day(days.lowerBound),
      lastSeen: day(days.upperBound), until: isLast ? nil : day(days.upperBound + 1))
  }

  private static func price(_ input: String, _ output: String = "2") -> (inout Model) -> Void {
    {
      $0.created = .distantPast
      $0.pricing.prices = [
        .input: Price(upstream: input) ?? .variable, .output: Price(upstream: output) ?? .variable,
      ]
    }
  }

  private func text(_ value: JSONValue) -> String {
    String(decoding: value.encoded(), as: UTF8.self)
  }

  @Test func `a history has dates, changes, prices and the likely successor`() throws {
    let modelHistory = try #require(
      ModelHistory(
        versions: [
          Self.version(1...2, Self.price("0.000001", "-1")),
          Self.version(5...6, Self.price("0.000003", "-1")),
        ], historyBegan: Self.day(1)))
    let catalog = Catalog([.listed("a/one-2-pro") { $0.created = Self.day(9) }])
    #expect(
      text(modelHistory.json(among: catalog)) == """
        {"id":"a/one-pro","name":"a/one-pro","firstSeen":"1970-01-02T00:00:00Z",\
        "lastSeen":"1970-01-07T00:00:00Z","historyBegan":"1970-01-02T00:00:00Z",\
        "isListed":false,"removed":"1970-01-08T00:00:00Z","successor":"a/one-2-pro","changes":[\
        {"date":"1970-01-08T00:00:00Z","id":"a/one-pro","name":"a/one-pro","kind":"removed"},\
        {"date":"1970-01-06T00:00:00Z","id":"a/one-pro","name":"a/one-pro","kind":"changed",\
        "fields":[{"field":"pricing.input","old":1,"new":3}]},\
        {"date":"1970-01-06T00:00:00Z","id":"a/one-pro","name":"a/one-pro","kind":"returned",\
        "lastSeen":"1970-01-03T00:00:00Z"},\
        {"date":"1970-01-04T00:00:00Z","id":"a/one-pro","name":"a/one-pro","kind":"removed"}],\
        "prices":[{"from":"1970-01-02T00:00:00Z","until":"1970-01-04T00:00:00Z","input":1,\
        "output":"variable"},{"from":"1970-01-06T00:00:00Z","until":"1970-01-08T00:00:00Z",\
        "input":3,"output":"variable"}]}
        """)
  }

  @Test func `a listed model has no successor and no removal date`() throws {
    let modelHistory = try #require(
      ModelHistory(
        versions: [Self.version(2...6, isLast: true, Self.price("0.000001"))],
        historyBegan: Self.day(1)))
    let newer = Catalog([.listed("a/one-2-pro") { $0.created = Self.day(9) }])
    let json = modelHistory.json(among: newer)
    #expect(json["isListed"] == true)
    #expect(json["removed"] == .null)
    #expect(json["successor"] == .null)
  }

  @Test func `noise is included on request`() throws {
    let modelHistory = try #require(
      ModelHistory(
        versions: [
          Self.version(1...2), Self.version(3...4, isLast: true) { $0.description = "A" },
        ],
        historyBegan: Self.day(1)))
    #expect(modelHistory.json(among: .empty)["changes"] == [])
    #expect(modelHistory.json(among: .empty, noise: true)["changes"] != [])
  }

  @Test func `scheduled prices have a start, a count and a price range`() throws {
    let scheduled = ScheduledPrice(
      since: Self.day(1), count: 4, input: 0.000001...0.0000025, output: nil)
    let entry = HistoryEntry(
      date: Self.day(2), id: "a/b", name: "B", kind: .scheduledPrice(scheduled))
    #expect(
      text(entry.json) == """
        {"date":"1970-01-03T00:00:00Z","id":"a/b","name":"B","kind":"scheduledPrice",\
        "since":"1970-01-02T00:00:00Z","count":4,"input":{"lowest":1,"highest":2.5},\
        "output":null}
        """)
  }

  @Test func `input and output share a period while neither changes`() throws {
    let modelHistory = try #require(
      ModelHistory(
        versions: [
          Self.version(1...2, Self.price("1")), Self.version(3...4, Self.price("1", "3")),
          Self.version(5...6, isLast: true) {
            Self.price("1", "3")(&$0)
            $0.maxOutput = 9
          },
        ], historyBegan: Self.day(1)))
    #expect(
      modelHistory.pricePeriods == [
        PricePeriod(
          from: Self.day(1), until: Self.day(3), prices: [.input: .fixed(1), .output: .fixed(2)]),
        PricePeriod(
          from: Self.day(3), until: nil, prices: [.input: .fixed(1), .output: .fixed(3)]),
      ])
  }
}
