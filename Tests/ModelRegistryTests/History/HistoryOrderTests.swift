import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// Bodies taken in in any order of dates give the same table.
struct HistoryOrderTests {
  private struct Observation {
    var date: Date
    var digest: String
    var models: [Model]
  }

  private func table(_ observations: [Observation]) async throws -> HistoryTable {
    let directory = try TemporaryDirectory()
    let history = Sightings.history(in: directory)
    for observation in observations {
      try await history.insert(
        observation.models, digest: observation.digest, at: observation.date)
    }
    return try withExtendedLifetime(directory) { try HistoryTable(of: history.path) }
  }

  /// Of three models, each absent or in one of three states, with runs and gaps.
  private func randomObservations(
    _ random: inout SeededRandom, sharingMoments: Bool
  ) -> [Observation] {
    var models = ["a/one": 0, "b/two": 1, "c/three": 0]
    return (0..<Int.random(in: 1...12, using: &random)).map { number in
      for id in models.keys.sorted() where Int.random(in: 0..<3, using: &random) == 0 {
        models[id] = Int.random(in: -1..<3, using: &random)
      }
      // The last one is there always: an empty listing is none.
      let seen = models.sorted { $0.key < $1.key }.filter { $0.value >= 0 }
        .map { Sightings.model($0.key, $0.value) }
      // Some moments have two bodies.
      let moment = sharingMoments && Bool.random(using: &random) ? number - 1 : number
      return Observation(
        date: Sightings.date(moment), digest: "\(number)",
        models: seen + [Sightings.model("z/always")])
    }
  }

  @Test func `random bodies in random order make the table of the sorted ones`() async throws {
    var random = SeededRandom(seed: 11)
    for round in 0..<60 {
      let observations = randomObservations(&random, sharingMoments: true)
      let sorted = observations.sorted {
        ObservationKey(date: $0.date, digest: $0.digest)
          < ObservationKey(date: $1.date, digest: $1.digest)
      }
      let expected = try await table(sorted)
      for _ in 0..<3 {
        let shuffled = observations.shuffled(using: &random)
        #expect(try await table(shuffled) == expected, "round \(round)")
        #expect(try await table(shuffled + shuffled) == expected, "round \(round), each twice")
      }
    }
  }

  @Test func `runs are as long as can be, and every observation is there again`() async throws {
    var random = SeededRandom(seed: 12)
    for _ in 0..<30 {
      let directory = try TemporaryDirectory()
      let history = Sightings.history(in: directory)
      let observations = randomObservations(&random, sharingMoments: false)
        .shuffled(using: &random)
      for observation in observations {
        try await history.insert(
          observation.models, digest: observation.digest, at: observation.date)
      }
      for observation in observations {
        #expect(try await history.models(asOf: observation.date) == observation.models)
      }
      for id in ["a/one", "b/two", "c/three", "z/always"] {
        let versions = try await history.history(of: id)?.versions ?? []
        for (version, next) in zip(versions, versions.dropFirst()) {
          #expect(version.until.map { $0 <= next.firstSeen } == true)
          #expect(version.model != next.model || version.until != next.firstSeen)
        }
        for version in versions { #expect(version.firstSeen <= version.lastSeen) }
      }
    }
  }
}

/// The same of real bodies beside the project, which are no part of it.
@Suite(.enabled(if: !Captures.listings.isEmpty, "../shared/captures is not present"))
struct HistoryCaptureTests {
  /// Bodies of the plain listing, by day.
  private static let names = Captures.listings.filter { !$0.contains("all-modalities") }

  private static func date(_ name: String) throws -> Date {
    let digits = String(name.filter(\.isNumber))
    let text = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
    return try #require(CalendarDay(text)).start
  }

  private static func permutations(_ names: [String]) -> [[String]] {
    guard names.count > 1 else { return [names] }
    return names.flatMap { first in
      permutations(names.filter { $0 != first }).map { [first] + $0 }
    }
  }

  private func table(_ listings: [(name: String, models: [Model])]) async throws -> HistoryTable {
    let directory = try TemporaryDirectory()
    let history = Sightings.history(in: directory)
    for (name, models) in listings {
      try await history.insert(models, digest: name, at: try Self.date(name))
    }
    return try withExtendedLifetime(directory) { try HistoryTable(of: history.path) }
  }

  @Test func `real bodies in every order make one table`() async throws {
    var listings: [String: [Model]] = [:]
    for name in Self.names {
      // Every sixteenth id: what is there, what comes and what goes are among them.
      listings[name] = try OpenRouterPayload.listing(from: Captures.body(name)).models
        .filter { Digest($0.id.utf8).bits % 16 == 0 }
    }
    let expected = try await table(Self.names.map { ($0, listings[$0] ?? []) })
    #expect(expected.versions.count > 60)
    for order in Self.permutations(Self.names) {
      #expect(try await table(order.map { ($0, listings[$0] ?? []) }) == expected, "\(order)")
    }
  }

  @Test func `whole bodies backwards make the table of forwards`() async throws {
    let listings = try Self.names.map { name in
      (name: name, models: try OpenRouterPayload.listing(from: Captures.body(name)).models)
    }
    let expected = try await table(listings)
    #expect(try await table(listings.reversed()) == expected)
    #expect(try await table(Array(listings[2...] + listings[..<2])) == expected)
  }

  @Test func `what changed between two bodies is what their JSON says`() async throws {
    let directory = try TemporaryDirectory()
    let history = Sightings.history(in: directory)
    for name in Self.names {
      try await history.insert(
        OpenRouterPayload.listing(from: Captures.body(name)), at: try Self.date(name))
    }
    for (old, new) in zip(Self.names, Self.names.dropFirst()) {
      let date = try Self.date(new)
      let told = HistoryNews(
        try await history.entries(since: date, until: date, noise: true))
      let read = try HistoryNews(from: Captures.body(old), to: Captures.body(new))
      #expect(told == read, "\(old) to \(new)")
      #expect(!read.added.isEmpty && !read.removed.isEmpty && !read.repriced.isEmpty)
    }
  }
}

/// The ids of what came, what went, and what has other prices or another context length.
private struct HistoryNews: Equatable {
  var added: Set<String> = []
  var removed: Set<String> = []
  var repriced: Set<String> = []
  var relimited: Set<String> = []

  /// As the history tells it; what came back came.
  init(_ entries: [HistoryEntry]) {
    for entry in entries {
      switch entry.kind {
      case .added, .returned: added.insert(entry.id)
      case .removed: removed.insert(entry.id)
      case .scheduledPrice: repriced.insert(entry.id)
      case .changed(let fields):
        if fields.contains(where: { $0.field.topic == .price }) { repriced.insert(entry.id) }
        if fields.contains(where: { $0.field == .contextLength }) { relimited.insert(entry.id) }
      }
    }
    // What changed while it was not listed is part of its being added again.
    repriced.subtract(added)
    relimited.subtract(added)
  }

  /// As the two bodies say, read without any of the program's code.
  init(from old: Data, to new: Data) throws {
    func rows(_ body: Data) throws -> [String: [String: Any]] {
      let json = try JSONSerialization.jsonObject(with: body) as? [String: Any]
      let rows = json?["data"] as? [[String: Any]] ?? []
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["id"] as? String ?? "", $0) })
    }
    /// Zeros for anything but the two main kinds say nothing: old bodies spell them out.
    func prices(_ row: [String: Any]?) -> NSDictionary {
      let pricing = row?["pricing"] as? [String: Any] ?? [:]
      var said: [String: Any] = [:]
      for (kind, value) in pricing {
        let amount = (value as? String).flatMap { Decimal(string: $0) }
        if let amount, !amount.isZero || ["prompt", "completion"].contains(kind) {
          said[kind] = amount as NSDecimalNumber
        }
      }
      said["overrides"] = pricing["overrides"]
      return said as NSDictionary
    }
    let (before, after) = (try rows(old), try rows(new))
    added = Set(after.keys).subtracting(before.keys)
    removed = Set(before.keys).subtracting(after.keys)
    for (id, row) in after {
      guard let other = before[id] else { continue }
      if prices(row) != prices(other) { repriced.insert(id) }
      if row["context_length"] as? Int != other["context_length"] as? Int { relimited.insert(id) }
    }
  }
}
