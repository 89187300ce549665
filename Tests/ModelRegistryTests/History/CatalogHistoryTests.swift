import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

struct CatalogHistoryTests {
  private let directory: TemporaryDirectory
  private let history: CatalogHistory

  init() throws {
    directory = try TemporaryDirectory()
    history = Sightings.history(in: directory)
  }

  private func insert(_ number: Int, _ models: [Model]) async throws {
    #expect(try await history.insert(models, digest: "\(number)", at: Sightings.date(number)))
  }

  @Test func `an empty history knows nothing and says so`() async throws {
    #expect(try await history.dateRange() == nil)
    #expect(try await history.history(of: "a/one") == nil)
    #expect(try await history.removed() == [])
    #expect(try await history.entries(since: .distantPast) == [])
    #expect(try await history.changed(since: .distantPast) == [:])
    await #expect(throws: HistoryFault.empty) {
      try await history.models(asOf: Sightings.date(1))
    }
  }

  @Test func `any past catalogue is there again`() async throws {
    let states: [[Model]] = [
      [Sightings.model("a/one"), Sightings.model("b/two")],
      [Sightings.model("a/one", 1), Sightings.model("b/two")],
      [Sightings.model("a/one", 1)],
      [Sightings.model("a/one"), Sightings.model("b/two", 2), Sightings.model("c/three")],
    ]
    for (number, models) in states.enumerated() { try await insert(number, models) }
    for (number, models) in states.enumerated() {
      #expect(try await history.models(asOf: Sightings.date(number)) == models)
      let between = Sightings.date(number).addingTimeInterval(1800)
      #expect(try await history.models(asOf: between) == models)
    }
    #expect(
      try await history.dateRange()
        == CatalogHistory.DateRange(
          first: Sightings.date(0), last: Sightings.date(3), observations: 4))
  }

  @Test func `a past catalogue names the observation that it comes from`() async throws {
    try await insert(1, [Sightings.model("a/one")])
    try await insert(3, [Sightings.model("a/one"), Sightings.model("b/two")])
    let between = Sightings.date(3).addingTimeInterval(-0.001)
    #expect(try await history.observation(notAfter: between) == Sightings.date(1))
    #expect(try await history.observation(notAfter: Sightings.date(3)) == Sightings.date(3))
    #expect(try await history.versionCount() == 2)
    await #expect(throws: HistoryFault.tooEarly(begins: Sightings.date(1))) {
      try await history.observation(notAfter: Sightings.date(0))
    }
  }

  @Test func `before its beginning and in the future it knows nothing`() async throws {
    try await insert(1, [Sightings.model("a/one")])
    await #expect(throws: HistoryFault.tooEarly(begins: Sightings.date(1))) {
      try await history.models(asOf: Sightings.date(1).addingTimeInterval(-0.001))
    }
    await #expect(throws: HistoryFault.future) {
      try await history.models(asOf: Sightings.date(1_000_001))
    }
  }

  @Test func `a life has its versions with the observations that saw them`() async throws {
    try await insert(0, [Sightings.model("b/two")])
    try await insert(1, [Sightings.model("a/one"), Sightings.model("b/two")])
    try await insert(2, [Sightings.model("b/two"), Sightings.model("a/one")])
    try await insert(3, [Sightings.model("a/one", 1), Sightings.model("b/two")])
    try await insert(4, [Sightings.model("b/two")])
    try await insert(5, [Sightings.model("b/two")])
    let modelHistory = try #require(try await history.history(of: "a/one"))
    #expect(
      modelHistory.versions == [
        ModelVersion(
          model: Sightings.model("a/one"), firstSeen: Sightings.date(1),
          lastSeen: Sightings.date(2), until: Sightings.date(3)),
        ModelVersion(
          model: Sightings.model("a/one", 1), firstSeen: Sightings.date(3),
          lastSeen: Sightings.date(3), until: Sightings.date(4)),
      ])
    #expect(modelHistory.historyBegan == Sightings.date(0))
    #expect(
      modelHistory.entries().map(\.kind) == [
        .removed(last: Sightings.model("a/one", 1)),
        .changed([.init(field: .maxOutput, old: .unknown, new: .tokens(1))]), .added,
      ])
    var removed = Sightings.model("a/one", 1)
    removed.lastListed = Sightings.date(3)
    #expect(try await history.removed() == [removed])
    #expect(try await history.history(of: "b/two")?.entries() == [])
    #expect(try await history.history(of: "a/on") == nil)
  }

  @Test func `entries of a window are those of the lives, the newest first`() async throws {
    try await insert(0, [Sightings.model("a/one"), Sightings.model("b/two")])
    try await insert(1, [Sightings.model("a/one", 1), Sightings.model("c/three")])
    try await insert(2, [Sightings.model("a/one", 2), Sightings.model("c/three")])
    try await insert(
      3, [Sightings.model("a/one", 2), Sightings.model("b/two"), Sightings.model("c/three", 1)])
    func told(_ since: Int, _ until: Int) async throws -> [String] {
      try await history.entries(since: Sightings.date(since), until: Sightings.date(until))
        .map { entry in
          switch entry.kind {
          case .added: "\(entry.id) came"
          case .removed: "\(entry.id) went"
          case .returned(let date): "\(entry.id) is back, last seen \(date == Sightings.date(0))"
          case .changed: "\(entry.id) changed"
          case .scheduledPrice: "\(entry.id) scheduled"
          }
        }
    }
    #expect(try await told(0, 1) == ["a/one changed", "b/two went", "c/three came"])
    #expect(try await told(2, 2) == ["a/one changed"])
    #expect(try await told(3, 9) == ["b/two is back, last seen true", "c/three changed"])
    #expect(try await told(4, 9) == [])
    #expect(
      try await history.changed(since: Sightings.date(2)) == [
        "a/one": Sightings.date(2), "b/two": Sightings.date(3), "c/three": Sightings.date(3),
      ])
  }

  @Test func `noise is recorded but is no change`() async throws {
    var cut = Sightings.model("a/one")
    try await insert(0, [cut])
    cut.description = "About…"
    cut.benchmarks = Model.Benchmarks(intelligence: 5, coding: nil, agentic: nil)
    try await insert(1, [cut])
    #expect(try await history.models(asOf: Sightings.date(1)) == [cut])
    #expect(try await history.entries(since: .distantPast) == [])
    #expect(try await history.entries(since: .distantPast, noise: true).count == 1)
    #expect(try await history.changed(since: .distantPast) == [:])
  }

  @Test func `what is inserted twice is there once`() async throws {
    try await insert(1, [Sightings.model("a/one")])
    let again = try await history.insert(
      [Sightings.model("a/one")], digest: "1", at: Sightings.date(1))
    #expect(!again)
    #expect(try await history.dateRange()?.observations == 1)
  }

  @Test func `core models, removed ones and empty listings are not inserted`() async throws {
    let core = Model(id: "core", source: .core, name: "Core", author: "a")
    var removed = Sightings.model("b/two")
    removed.lastListed = Sightings.date(0)
    #expect(try await !history.insert([core, removed], digest: "x", at: Sightings.date(1)))
    #expect(try await !history.insert([], digest: "x", at: Sightings.date(1)))
    try await insert(2, [core, removed, Sightings.model("a/one")])
    #expect(try await history.models(asOf: Sightings.date(2)) == [Sightings.model("a/one")])
  }
}
