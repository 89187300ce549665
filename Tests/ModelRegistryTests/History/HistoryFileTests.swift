import Foundation
import GRDB
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

/// A history file that is not as it should be is refused with the reason, and left as it is.
struct HistoryFileTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.path + "/history.sqlite"
  }

  private var history: CatalogHistory { Sightings.history(in: directory) }

  private func fault(_ history: CatalogHistory? = nil) async -> HistoryFault? {
    do throws(HistoryFault) {
      try await (history ?? self.history).insert(
        [Sightings.model("a/one")], digest: "x", at: Sightings.date(0))
      return nil
    } catch {
      return error
    }
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `the file and its directory are their owner's alone`() async throws {
    let inner = CatalogHistory(directory: directory.path + "/new/inner")
    #expect(await fault(inner) == nil)
    #expect(try mode(inner.path) == 0o600)
    #expect(try mode(directory.path + "/new/inner") == 0o700)
    for name in ["-wal", "-shm"] { #expect(try mode(inner.path + name) == 0o600) }
  }

  @Test(arguments: [
    "not a database", String(repeating: "SQLite? no. ", count: 99), "SQLite format 3\0",
  ])
  func `what is no database is left alone`(text: String) async throws {
    try Data(text.utf8).write(to: URL(filePath: path))
    #expect(await fault() == .foreign(path: path))
    #expect(try Data(contentsOf: URL(filePath: path)) == Data(text.utf8))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["history.sqlite"])
  }

  @Test(arguments: ["PRAGMA application_id = 7", "PRAGMA user_version = 3", "SELECT 1"])
  func `another program's database is left alone`(pragma: String) async throws {
    let queue = try DatabaseQueue(path: path)
    try await queue.write { try $0.execute(sql: "CREATE TABLE theirs (a); \(pragma)") }
    try queue.close()
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(await fault() == .foreign(path: path))
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func `an empty file is a history that has yet to begin`() async throws {
    try Data().write(to: URL(filePath: path))
    #expect(await fault() == nil)
  }

  @Test func `a damaged history is left alone`() async throws {
    #expect(await fault() == nil)
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes.replaceSubrange(100..<bytes.count, with: repeatElement(0x5A, count: bytes.count - 100))
    for name in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + name) }
    try bytes.write(to: URL(filePath: path))
    #expect(await fault() == .broken(path: path))
    #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
  }

  @Test func `damaged content is reported, not guessed`() async throws {
    let history = history
    #expect(await fault(history) == nil)
    let queue = try DatabaseQueue(path: path)
    try await queue.write { try $0.execute(sql: "UPDATE content SET bytes = x'0102030405'") }
    try queue.close()
    await #expect(throws: HistoryFault.broken(path: path)) {
      try await history.models(asOf: Sightings.date(0))
    }
  }

  @Test func `a newer version's history is left alone`() async throws {
    var newer = HistoryFile(path: path)
    newer.steps.append { try $0.execute(sql: "CREATE TABLE later (a)") }
    #expect(await fault(CatalogHistory(file: newer)) == nil)
    let before = try HistoryTable(of: path)
    #expect(await fault() == .newer(path: path))
    #expect(try HistoryTable(of: path) == before)
  }

  @Test func `an older version's history is brought up to date with all that it knows`()
    async throws
  {
    #expect(await fault() == nil)
    let before = try HistoryTable(of: path)
    var newer = HistoryFile(path: path)
    newer.steps.append { database in
      try database.execute(sql: "ALTER TABLE observation ADD COLUMN origin TEXT")
    }
    let history = CatalogHistory(file: newer)
    #expect(try await history.models(asOf: Sightings.date(0)) == [Sightings.model("a/one")])
    #expect(try HistoryTable(of: path).versions == before.versions)
    let version = try await history.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    #expect(version == HistorySchema.steps.count + 1)
  }

  @Test func `a step that fails leaves the older version whole`() async throws {
    #expect(await fault() == nil)
    let before = try HistoryTable(of: path)
    var newer = HistoryFile(path: path)
    newer.steps.append { database in
      try database.execute(sql: "DROP TABLE version; SELECT * FROM nowhere")
    }
    #expect(await fault(CatalogHistory(file: newer)) == .broken(path: path))
    #expect(try HistoryTable(of: path) == before)
    #expect(try await history.models(asOf: Sightings.date(0)) == [Sightings.model("a/one")])
  }

  @Test func `a history that another program writes for too long is given up, and used later`()
    async throws
  {
    let history = CatalogHistory(
      file: HistoryFile(path: path, patience: 0.01), now: { Sightings.date(99) })
    #expect(await fault(history) == nil)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: path, configuration: configuration)
    try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    await #expect(throws: HistoryFault.locked(path: path)) {
      try await history.insert([Sightings.model("b/two")], digest: "y", at: Sightings.date(1))
    }
    // Reading goes on meanwhile.
    #expect(try await history.models(asOf: Sightings.date(1)) == [Sightings.model("a/one")])
    try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    try other.close()
    #expect(
      try await history.insert([Sightings.model("b/two")], digest: "y", at: Sightings.date(1)))
  }

  @Test func `a directory that cannot be written is reported`() async throws {
    try Data("in the way".utf8).write(to: directory.url("file"))
    let below = CatalogHistory(directory: directory.path + "/file")
    #expect(await fault(below) == .unusable(path: below.path, reason: "not a directory"))
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(await fault() == .unusable(path: path, reason: "is a directory"))
  }

  @Test func `a log that was cut anywhere holds the last state or the next`() async throws {
    let history = history
    #expect(await fault(history) == nil)
    let before = try HistoryTable(of: path)
    let (file, log) = (URL(filePath: path), URL(filePath: path + "-wal"))
    let earlier = try Data(contentsOf: log).count
    let models = (0..<20).map { Sightings.model("b/model-\($0)", $0) }
    try await history.insert(models, digest: "y", at: Sightings.date(1))
    let after = try HistoryTable(of: path)
    #expect(after != before)
    let (whole, written) = (try Data(contentsOf: file), try Data(contentsOf: log))
    #expect(written.count > earlier)
    // What a kill leaves of a write is its beginning.
    var states: [Bool] = []
    for length in Array(stride(from: earlier, to: written.count, by: 509)) + [written.count] {
      let copy = try TemporaryDirectory()
      let cut = copy.path + "/history.sqlite"
      try whole.write(to: URL(filePath: cut))
      try written.prefix(length).write(to: URL(filePath: cut + "-wal"))
      let opened = Sightings.history(in: copy)
      _ = try await opened.dateRange()
      let table = try HistoryTable(of: cut)
      #expect(table == before || table == after, "cut at \(length)")
      states.append(table == after)
      // And it goes on from there.
      #expect(
        try await opened.insert(models, digest: "y", at: Sightings.date(1)) == (table == before))
      #expect(try HistoryTable(of: cut) == after)
    }
    #expect(states.first == false)
    #expect(states.last == true)
  }
}
