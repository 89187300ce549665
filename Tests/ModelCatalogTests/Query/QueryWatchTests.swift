import Foundation
import ModelCatalog
import Testing

struct QueryWatchTests {
  private static let now = Date(timeIntervalSince1970: 1_800_000_000)

  private static func model(
    _ id: String, _ price: String = "1", _ change: (inout Model) -> Void = { _ in }
  ) -> Model {
    .listed(id) {
      $0.outputModalities = [.text]
      $0.pricing.prices = [
        .input: Price(upstream: price) ?? .variable, .output: Price(upstream: price) ?? .variable,
      ]
      change(&$0)
    }
  }

  /// The events of each successive catalogue, as `+ id cause`.
  private func events(
    _ query: String, _ catalogs: [Model]..., days: [Double] = []
  ) throws -> [[String]] {
    var watch = QueryWatch(try Query.parse(query))
    return catalogs.enumerated().map { index, models in
      let later = index < days.count ? days[index] * 86400 : 0
      let context = QueryContext(now: Self.now.addingTimeInterval(later))
      return watch.update(to: Catalog(models), in: context).map { event in
        let cause = event.json["cause"].map { "\($0)" } ?? ""
        return "\(event.kind == .began ? "+" : "-") \(event.model.id) \(cause)"
          .replacing("text(\"", with: "").replacing("\")", with: "")
      }
    }
  }

  @Test func `models that match at the start are not events`() throws {
    #expect(
      try events("is:free", [Self.model("a/one", "0")], [Self.model("a/one", "0")]) == [[], []])
  }

  @Test func `added, removed and changed models begin and cease to match`() throws {
    let found = try events(
      "is:free", [Self.model("a/one"), Self.model("a/two", "0"), Self.model("a/three", "0")],
      [Self.model("a/one", "0"), Self.model("a/four", "0"), Self.model("a/two")])
    #expect(
      found == [
        [], ["+ a/four listed", "+ a/one changed", "- a/three removed", "- a/two changed"],
      ])
  }

  @Test func `the rows of the first listing are not events, even if it arrives late`() throws {
    let core = Model.core("gpt-9")
    let found = try events("", [core], [core, Self.model("a/one")], [core])
    #expect(found == [[], [], ["- a/one removed"]])
  }

  @Test func `time alone can end a match`() throws {
    let model = Self.model("a/one") { $0.created = Self.now }
    #expect(
      try events("age<2d", [model], [model], [model], days: [0, 1, 3])[2] == ["- a/one time"])
  }

  @Test func `a removal is an event, and a removed model from the history is not`() throws {
    let removed = Self.model("a/one") { $0.lastListed = Self.now }
    let other = Self.model("a/two")
    #expect(
      try events("is:removed", [Self.model("a/one"), other], [removed, other])[1] == [
        "+ a/one removed"
      ])
    #expect(try events("is:removed", [other], [removed, other]) == [[], []])
    #expect(
      try events("one", [Self.model("a/one"), other], [removed, other])[1] == ["- a/one removed"])
    #expect(
      try events("a/one", [Self.model("a/one"), other], [removed, other])[1] == ["- a/one removed"])
    #expect(
      try events("one", [removed, other], [Self.model("a/one"), other])[1] == ["+ a/one listed"])
  }

  @Test func `a fuzzy match is not a match`() throws {
    let found = try events(
      "alpha", [Self.model("x/a-l-p-h-a-1")], [Self.model("x/a-l-p-h-a-1"), Self.model("x/alpha")])
    #expect(found == [[], ["+ x/alpha listed"]])
  }

  @Test func `an event's JSON has event, cause, fields and the whole model`() throws {
    var watch = QueryWatch(try Query.parse("input<=1"))
    _ = watch.update(
      to:
        Catalog([Self.model("a/one", "0.000002"), Self.model("a/two")]), in: .init(now: Self.now))
    let next = Catalog([Self.model("a/one", "0.000001"), Self.model("a/two")])
    let event = try #require(watch.update(to: next, in: .init(now: Self.now)).first)
    let json = event.json
    #expect(json["event"] == "began")
    #expect(json["id"] == "a/one")
    #expect(
      json["fields"] == [
        ["field": "pricing.input", "old": .decimal(2), "new": .decimal(1)],
        ["field": "pricing.output", "old": .decimal(2), "new": .decimal(1)],
      ])
    #expect(json["model"] == next.json(of: event.model))
  }
}
