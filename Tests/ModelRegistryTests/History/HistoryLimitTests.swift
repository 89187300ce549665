import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// A history stays below its limits, and what is dropped first is what the rule says.
struct HistoryLimitTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func history(_ change: (inout HistoryLimits) -> Void = { _ in }) -> CatalogHistory {
    var limits = HistoryLimits()
    change(&limits)
    return CatalogHistory(
      file: HistoryFile(path: directory.path + "/history.sqlite"),
      now: { Sightings.date(1_000_000) }, limits: limits)
  }

  /// Text that does not compress well.
  private static func noise(_ seed: Int, _ count: Int) -> String {
    var random = SeededRandom(seed: UInt64(seed))
    return String(
      (0..<count).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement(using: &random) ?? "a" })
  }

  private static func described(_ id: String, _ seed: Int, state: Int = 0) -> Model {
    var model = Sightings.model(id, state)
    model.description = noise(seed, 2000)
    return model
  }

  @Test func `a model whose facts are too large is left out by name, the others are kept`()
    async throws
  {
    let history = history()
    var huge = Sightings.model("b/huge")
    huge.supportedParameters = (0..<30).map { Self.noise($0, 150_000) }
    try await history.insert(
      [Sightings.model("a/one"), huge, Sightings.model("c/three")], digest: "0",
      at: Sightings.date(0))
    #expect(
      await history.notice
        == "the history leaves out b/huge: the facts are larger than 4 MiB")
    #expect(
      try await history.models(asOf: Sightings.date(0)).map(\.id) == ["a/one", "c/three"])
    try await history.insert(
      [Sightings.model("a/one", 1), Sightings.model("b/huge")], digest: "1",
      at: Sightings.date(1))
    #expect(await history.notice == nil)
    // What was known of it before stays while it is too large.
    try await history.insert(
      [Sightings.model("a/one", 1), huge], digest: "2", at: Sightings.date(2))
    #expect(
      try await history.models(asOf: Sightings.date(2))
        == [Sightings.model("a/one", 1), Sightings.model("b/huge")])
  }

  @Test func `many that are too large are counted`() async throws {
    let history = history()
    let models = (0..<5).map { number in
      var model = Sightings.model("a/\(number)")
      model.supportedVoices = [Self.noise(number, 4_300_000)]
      return model
    }
    try await history.insert(models + [Sightings.model("z/z")], digest: "0", at: Sightings.date(0))
    #expect(
      await history.notice
        == "the history leaves out a/0, a/1, a/2 and 2 more: the facts are larger than 4 MiB")
  }

  @Test func `descriptions that change at every refresh are thinned before facts`() async throws {
    let history = history { $0.bytes = 250_000 }
    for number in 0..<60 {
      try await history.insert(
        (0..<5).map { Self.described("a/\($0)", number * 5 + $0, state: number / 30) },
        digest: "\(number)", at: Sightings.date(number))
      #expect(try await history.usage().bytes <= 250_000, "after \(number)")
    }
    // The one change of facts is still known, and the newest descriptions.
    let life = try #require(try await history.history(of: "a/0"))
    let entries = life.entries()
    #expect(entries.count { $0.changesModel } == 1)
    #expect(
      try await history.models(asOf: Sightings.date(59)).map(\.description)
        == (0..<5).map { Self.noise(59 * 5 + $0, 2000) })
    #expect(
      try await history.models(asOf: Sightings.date(29)).map(\.maxOutput).allSatisfy { $0 == nil })
    #expect(
      try await history.models(asOf: Sightings.date(30)).map(\.maxOutput).allSatisfy { $0 == 1 })
  }

  @Test func `lists that changed nothing are dropped first, and change no answer`() async throws {
    let history = history { $0.observations = 20 }
    for number in 0..<60 {
      try await history.insert(
        [Sightings.model("a/one", number / 30)], digest: "\(number)", at: Sightings.date(number))
      #expect(try await history.usage().observations <= 20)
    }
    #expect(try await history.models(asOf: Sightings.date(29)).map(\.maxOutput) == [nil])
    #expect(try await history.models(asOf: Sightings.date(30)).map(\.maxOutput) == [1])
    #expect(try await history.dateRange()?.first == Sightings.date(0))
    #expect(try await history.dateRange()?.last == Sightings.date(59))
  }

  @Test func `those removed the longest ago are forgotten first`() async throws {
    let history = history { $0.removed = 20 }
    for number in 0..<60 {
      try await history.insert(
        [Sightings.model("a/always"), Sightings.model("b/\(number)")], digest: "\(number)",
        at: Sightings.date(number))
      #expect(try await history.removed().count <= 20)
    }
    let removed = Set(try await history.removed().map(\.id))
    #expect(removed.contains("b/58"))
    #expect(!removed.contains("b/0"))
    #expect(try await history.history(of: "a/always")?.versions.count == 1)
  }

  @Test func `if nothing else is left, the oldest lists go`() async throws {
    let history = history { $0.bytes = 150_000 }
    for number in 0..<100 {
      // Facts that always change, of models that are always listed.
      var model = Sightings.model("a/one", number + 1)
      model.supportedVoices = [Self.noise(number, 4000)]
      try await history.insert([model], digest: "\(number)", at: Sightings.date(number))
      #expect(try await history.usage().bytes <= 150_000, "after \(number)")
    }
    #expect(try await history.models(asOf: Sightings.date(99)).map(\.maxOutput) == [100])
    #expect(try await history.models(asOf: Sightings.date(95)).map(\.maxOutput) == [96])
    await #expect(throws: HistoryFault.self) { try await history.models(asOf: Sightings.date(0)) }
  }

  @Test func `a history below its limits is never thinned`() async throws {
    let plenty = history()
    for number in 0..<20 {
      try await plenty.insert(
        [Self.described("a/one", number)], digest: "\(number)", at: Sightings.date(number))
    }
    #expect(try await plenty.versionCount() == 20)
    #expect(try await plenty.usage().observations == 20)
  }
}
