package import Foundation
import GRDB
package import ModelCatalog

/// What upstream listed over time, in one file that many processes can share.
///
/// Opened by the first call that needs it; all calls read or write it off the caller's thread.
/// A process must have only one for a file: closing a second one would drop the locks of the first.
package actor CatalogHistory {
  package nonisolated let path: String

  private let file: HistoryFile
  private let now: @Sendable () -> Date
  let limits: HistoryLimits
  private let digest: @Sendable ([UInt8]) -> Int64
  private var opened: DatabaseQueue?
  /// The models inserted last: most of them come again, and are recognised without encoding them.
  private var known: [Model.ID: HistoryWriter.Known] = [:]
  /// What is wrong with the models inserted last, as a sentence without a full stop; nil if nothing
  /// is.
  private(set) var notice: String?

  /// `directory` is created when the history is opened.
  package init(directory: String, now: @escaping @Sendable () -> Date = { Date() }) {
    self.init(file: HistoryFile(path: "\(directory)/history.sqlite"), now: now)
  }

  /// `digest` is of the stored contents.
  init(
    file: HistoryFile, now: @escaping @Sendable () -> Date = { Date() },
    digest: @escaping @Sendable ([UInt8]) -> Int64 = HistoryContents.fnv,
    limits: HistoryLimits = HistoryLimits()
  ) {
    self.file = file
    self.limits = limits
    self.digest = digest
    path = file.path
    self.now = now
  }

  /// Whether there is a file, readable or not.
  package nonisolated var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// The first and last observation, and how many there are.
  package struct DateRange: Hashable, Sendable {
    package var first: Date
    package var last: Date
    package var observations: Int
  }

  /// Nil if there are no observations yet.
  package func dateRange() async throws(HistoryFault) -> DateRange? {
    try await read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT min(key), max(key), count(*) FROM observation")
      guard let row, let first: Int64 = try row.checkedIfPresent(0) else { return nil }
      return DateRange(
        first: ObservationKey(number: first).date,
        last: ObservationKey(number: try row.checked(1)).date,
        observations: try row.checked(2))
    }
  }

  /// The last observation that is not after `date`; a later time today counts as now.
  package func observation(notAfter date: Date) async throws(HistoryFault) -> Date {
    let date = known(date)
    guard date <= present else { throw .future }
    let key = ObservationKey(last: date).number
    return try await read { database in
      let reader = try HistoryReader(database)
      guard let began = reader.began else { throw HistoryFault.empty }
      guard let found = reader.lastObservation(notAfter: key) else {
        throw HistoryFault.tooEarly(begins: began)
      }
      return ObservationKey(number: found).date
    }
  }

  /// The last observation that differed from the one before it; nil without one.
  package func lastChange() async throws(HistoryFault) -> Date? {
    var last: (date: Date, before: Date, isSameReader: Bool)?
    repeat {
      last = try await step(before: last?.date)
      // Another version of the reader may read other facts from the same rows.
      guard let last, !last.isSameReader else { break }
      if try await !changes(from: last.before, to: last.date).isEmpty { break }
    } while true
    return last?.date
  }

  /// The last observation (before `limit`) at which a version begins or ends, the observation
  /// before it, and whether both were read by the same version of the reader.
  private func step(
    before limit: Date?
  ) async throws(HistoryFault) -> (date: Date, before: Date, isSameReader: Bool)? {
    let limit = limit.map { ObservationKey(first: $0).number } ?? .max
    return try await read { database in
      let last: Int64? = try database.value(
        """
        SELECT max(key) FROM (
          SELECT max(first) AS key FROM version WHERE first < ?1
          UNION ALL SELECT max(until) FROM version WHERE until < ?1)
        """, [limit])
      let reader = try HistoryReader(database)
      guard let last, let before = reader.observations.last(where: { $0 < last }) else {
        return nil
      }
      return (
        ObservationKey(number: last).date, ObservationKey(number: before).date,
        reader.reader(of: last) == reader.reader(of: before)
      )
    }
  }

  /// The number of stored versions of models.
  package func versionCount() async throws(HistoryFault) -> Int {
    try await read { database in
      try database.value("SELECT count(*) FROM version") ?? 0
    }
  }

  /// Inserts what upstream listed at one time, in one transaction.
  ///
  /// False if it is there already; `digest` distinguishes bodies of the same time. Models that have
  /// not changed need no new version. Core models are ignored, and so is an empty listing.
  @discardableResult
  package func insert(
    _ models: [Model], digest: String, at date: Date
  ) async throws(HistoryFault) -> Bool {
    guard models.contains(where: { $0.source == .openRouter && $0.lastListed == nil }) else {
      return false
    }
    let key = ObservationKey(date: date, digest: digest)
    let (before, contentDigest) = (known, self.digest)
    let limits = limits
    let (isNew, after, leftOut) = try await write { database in
      var writer = HistoryWriter(
        database, known: before, contents: HistoryContents(database, digest: contentDigest))
      let isNew = try writer.insert(models, key: key, digest: digest)
      if isNew { try HistoryThinner(database, limits: limits).thin() }
      return (isNew, writer.known, writer.leftOut)
    }
    notice = leftOut.isEmpty ? nil : Self.notice(leftOut)
    let ids = Set(models.lazy.map(\.id))
    known = after.filter { ids.contains($0.key) }
    return isNew
  }

  /// Inserts a listing that was received at that time.
  @discardableResult
  package func insert(
    _ listing: ProviderListing, at date: Date
  ) async throws(HistoryFault) -> Bool {
    try await insert(listing.models, digest: Digest(listing.body).description, at: date)
  }

  private static func notice(_ leftOut: [Model.ID]) -> String {
    let names = leftOut.prefix(3).joined(separator: ", ")
    let more = leftOut.count > 3 ? " and \(leftOut.count - 3) more" : ""
    return "the history leaves out \(names)\(more): the facts are larger than "
      + "\(HistoryContent.limit / 1_048_576) MiB"
  }

  // MARK: - The file

  /// Closes the file, with all that was written in it; the next call opens it again.
  package func close() {
    try? opened?.close()
    opened = nil
  }

  private func database() throws(HistoryFault) -> DatabaseQueue {
    if let opened { return opened }
    let queue = try file.open()
    opened = queue
    return queue
  }

  func read<Value: Sendable>(
    _ body: @Sendable @escaping (Database) throws -> Value
  ) async throws(HistoryFault) -> Value {
    let queue = try database()
    do {
      return try await queue.read(body)
    } catch {
      throw HistoryFault(error, path: path)
    }
  }

  private func write<Value: Sendable>(
    _ body: @Sendable @escaping (Database) throws -> Value
  ) async throws(HistoryFault) -> Value {
    let queue = try database()
    do {
      return try await queue.writeWithoutTransaction { database in
        var value: Value?
        try database.inTransaction(.immediate) {
          value = try body(database)
          return .commit
        }
        guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return value
      }
    } catch {
      throw HistoryFault(error, path: path)
    }
  }

  /// The current time: dates after it are in the future.
  nonisolated var present: Date { now() }
}
