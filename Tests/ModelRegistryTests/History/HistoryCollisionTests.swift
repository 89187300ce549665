import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// Different contents with the same digest stay different contents.
struct HistoryCollisionTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private static let digests: [(name: String, digest: @Sendable ([UInt8]) -> Int64)] = [
    ("the same for all", { _ in 7 }),
    ("two values", { Int64($0.count % 2) }),
    ("the largest number", { _ in .max }),
    ("the last byte", { Int64($0.last ?? 0) }),
  ]

  private func history(_ digest: @escaping @Sendable ([UInt8]) -> Int64) -> CatalogHistory {
    CatalogHistory(
      file: HistoryFile(path: directory.path + "/history.sqlite"),
      now: { Sightings.date(1_000_000) }, digest: digest)
  }

  @Test(arguments: digests.indices)
  func `facts with colliding digests are read back as they were`(number: Int) async throws {
    let digest = Self.digests[number].digest
    let states: [[Model]] = [
      [Sightings.model("a/one"), Sightings.model("b/two")],
      [Sightings.model("a/one", 1), Sightings.model("b/two")],
      [Sightings.model("a/one"), Sightings.model("b/two", 3)],
      [Sightings.model("b/two", 3), Sightings.model("c/three")],
    ]
    for (number, models) in states.enumerated() {
      // Each time another process, which has not seen the models before.
      let isNew = try await history(digest).insert(
        models, digest: "\(number)", at: Sightings.date(number))
      #expect(isNew)
    }
    let reader = history(digest)
    for (number, models) in states.enumerated() {
      #expect(
        try await reader.models(asOf: Sightings.date(number)) == models,
        "\(number)")
    }
    let table = try HistoryTable(of: reader.path)
    // Facts of a/one and b/two in two states and of c/three in one, and three descriptions.
    #expect(table.contents.count == 5 + 3)
    #expect(table.versions.count == 3 + 2 + 1)
  }

  @Test func `colliding digests do not hide that a model has changed`() async throws {
    let history = history { _ in 7 }
    try await history.insert([Sightings.model("a/one")], digest: "0", at: Sightings.date(0))
    try await history.insert([Sightings.model("a/one", 1)], digest: "1", at: Sightings.date(1))
    let changes = try await history.changes(from: Sightings.date(0), to: Sightings.date(1))
    #expect(changes.changed.map(\.id) == ["a/one"])
  }

  @Test func `two bodies of the same time are both kept, whatever their digests`() async throws {
    let date = Sightings.date(0)
    let first = ObservationKey(date: date, digest: "0")
    // The key has 20 bits of the digest: about a million texts have another text with the same.
    let other = try #require(
      (1..<20_000_000).first { ObservationKey(date: date, digest: "\($0)") == first })
    let history = history(HistoryContents.fnv)
    #expect(try await history.insert([Sightings.model("a/one")], digest: "0", at: date))
    #expect(try await history.insert([Sightings.model("a/one", 1)], digest: "\(other)", at: date))
    #expect(try await !history.insert([Sightings.model("a/one")], digest: "0", at: date))
    #expect(
      try await !history.insert([Sightings.model("a/one", 1)], digest: "\(other)", at: date))
    #expect(try await history.dateRange()?.observations == 2)
  }

  @Test(arguments: [(0, 1), (5, 6), (1 << 20 - 1, 0)] as [(Int64, Int64)])
  func `the next key has the same time`(bits: Int64, next: Int64) {
    let time: Int64 = 1_780_000_000_000 << 20
    #expect(ObservationKey(number: time | bits).next == ObservationKey(number: time | next))
  }
}
