import Foundation
import GRDB
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// Whatever is in the file, every question has an answer or a fault, and the program goes on.
struct HistoryDamageTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.path + "/history.sqlite"
  }

  /// Asks everything; the sentences of the faults.
  private func faults(at path: String) async -> [String] {
    let history = CatalogHistory(
      file: HistoryFile(path: path, patience: 0.01), now: { Sightings.date(1_000_000) })
    var faults: [String] = []
    func ask(_ question: () async throws -> Void) async {
      do {
        try await question()
      } catch {
        faults.append((error as? HistoryFault)?.summary ?? "another error: \(error)")
      }
    }
    await ask { _ = try await history.dateRange() }
    await ask { _ = try await history.versionCount() }
    await ask { _ = try await history.lastChange() }
    await ask { _ = try await history.observation(notAfter: Sightings.date(1)) }
    await ask { _ = try await history.models(asOf: Sightings.date(1)) }
    await ask { _ = try await history.changes(from: Sightings.date(0), to: Sightings.date(2)) }
    await ask { _ = try await history.history(of: "a/one") }
    await ask { _ = try await history.entries(since: .distantPast, noise: true) }
    await ask { _ = try await history.changed(since: Sightings.date(0)) }
    await ask { _ = try await history.removed() }
    await ask { _ = try await history.usage() }
    await ask {
      try await history.insert([Sightings.model("a/one", 9)], digest: "x", at: Sightings.date(5))
    }
    return faults
  }

  /// A history with changes of every kind, all of it in one file.
  private func fill() async throws {
    let history = Sightings.history(in: directory)
    try await history.insert(
      [Sightings.model("a/one"), Sightings.model("b/two")], digest: "0", at: Sightings.date(0))
    try await history.insert(
      [Sightings.model("a/one", 1), Sightings.model("c/three")], digest: "1",
      at: Sightings.date(1))
    try await history.insert(
      [Sightings.model("a/one", 1), Sightings.model("b/two", 2)], digest: "2",
      at: Sightings.date(2))
    let queue = try DatabaseQueue(path: path)
    try await queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try queue.close()
  }

  @Test func `a whole history has no fault`() async throws {
    try await fill()
    #expect(await faults(at: path) == [])
  }

  @Test(arguments: [
    "observation.key", "observation.digest", "observation.reader", "model.id", "model.name",
    "content.key", "content.bytes", "version.model", "version.first", "version.until",
    "version.facts", "version.description", "version.benchmarks",
  ])
  func `a column that is null, a text or a fraction is damage`(column: String) async throws {
    try await fill()
    let (table, name) = (String(column.split(separator: ".")[0]), column.split(separator: ".")[1])
    for value in ["NULL", "'text'", "1.5", "x'00ff'", "-9223372036854775808"] {
      let copy = try TemporaryDirectory()
      let planted = copy.path + "/history.sqlite"
      try FileManager.default.copyItem(atPath: path, toPath: planted)
      let queue = try DatabaseQueue(path: planted)
      try await queue.write { database in
        // The same table, without the types and constraints that keep such values out.
        try database.execute(
          sql: """
            CREATE TABLE planted AS SELECT * FROM \(table);
            UPDATE planted SET \(name) = \(value);
            DROP TABLE \(table);
            ALTER TABLE planted RENAME TO \(table);
            """)
      }
      try queue.close()
      let faults = await faults(at: planted)
      #expect(
        faults.allSatisfy { $0.contains("is damaged: move it away") || $0.contains("begins ") },
        "\(column) = \(value): \(faults)")
    }
  }

  @Test func `random bits turned in the file end in answers or sentences`() async throws {
    try await fill()
    let whole = try Data(contentsOf: URL(filePath: path))
    var random = SeededRandom(seed: 21)
    var damaged = 0
    for round in 0..<80 {
      let copy = try TemporaryDirectory()
      let planted = copy.path + "/history.sqlite"
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let position = Int.random(in: 100..<bytes.count, using: &random)
        bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
      try bytes.write(to: URL(filePath: planted))
      let faults = await faults(at: planted)
      if !faults.isEmpty { damaged += 1 }
      for fault in faults {
        #expect(!fault.contains("another error"), "round \(round): \(fault)")
        #expect(!fault.contains("HistoryDamage") && !fault.contains("Fault("), "round \(round)")
      }
    }
    // Some rounds must have damaged what is read.
    #expect(damaged > 5)
  }
}
