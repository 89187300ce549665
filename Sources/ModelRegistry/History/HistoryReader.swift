import Foundation
import GRDB
import ModelCatalog

/// Reads versions back into models.
struct HistoryReader {
  private let database: Database
  private let unpacker = HistoryUnpacker()
  private var packed: [Int64: Data] = [:]
  private var facts: [Int64: Model] = [:]
  private var descriptions: [Int64: String] = [:]
  private var benchmarks: [Int64: Model.Benchmarks] = [:]
  private var readsNoise = true
  /// All observations, the oldest first.
  let observations: [Int64]
  /// Parallel to ``observations``: what read each.
  private let readers: [ReaderVersion]

  init(_ database: Database) throws {
    self.database = database
    var observations: [Int64] = []
    var readers: [ReaderVersion] = []
    let cursor = try Row.fetchCursor(
      database, sql: "SELECT key, reader FROM observation ORDER BY key")
    while let row = try cursor.next() {
      observations.append(try row.checked(0))
      readers.append(ReaderVersion(try row.checked(1)))
    }
    self.observations = observations
    self.readers = readers
  }

  /// What read an observation; nil for a key that is none.
  func reader(of key: Int64) -> ReaderVersion? {
    let index = count(upTo: key, including: false)
    return index < observations.count && observations[index] == key ? readers[index] : nil
  }

  /// The first observation of all.
  var began: Date? { observations.first.map { ObservationKey(number: $0).date } }

  /// The last observation not after a key; nil before the first.
  func lastObservation(notAfter key: Int64) -> Int64? {
    let count = self.count(upTo: key, including: true)
    return count > 0 ? observations[count - 1] : nil
  }

  /// Fetches at once what versions hold, which is to be asked for next.
  ///
  /// Without noise their models have neither descriptions nor scores.
  mutating func prepare(_ rows: [HistoryVersionRow], noise: Bool = true) throws {
    readsNoise = noise
    var keys = Set<Int64>()
    for row in rows {
      keys.insert(row.seen.facts)
      guard noise else { continue }
      keys.formUnion([row.seen.description, row.seen.benchmarks].compactMap(\.self))
    }
    let list = "[" + keys.map(String.init).joined(separator: ",") + "]"
    let statement = try database.cachedStatement(
      sql: "SELECT key, bytes FROM content WHERE key IN (SELECT value FROM json_each(?))")
    let cursor = try Row.fetchCursor(statement, arguments: [list])
    packed.removeAll(keepingCapacity: true)
    while let row = try cursor.next() { packed[try row.checked(0)] = try row.checked(1) }
  }

  /// The facts that a version saw, which has been prepared.
  mutating func model(_ row: HistoryVersionRow) throws -> Model {
    var model = try facts[row.seen.facts] ?? readFacts(row.seen.facts)
    model.dropImplausibleDates(received: ObservationKey(number: row.first).date)
    guard readsNoise else { return model }
    if let key = row.seen.description {
      model.description = try descriptions[key] ?? readDescription(key)
    }
    if let key = row.seen.benchmarks {
      model.benchmarks = try benchmarks[key] ?? readBenchmarks(key)
    }
    return model
  }

  /// The version with its facts and dates.
  mutating func version(_ row: HistoryVersionRow) throws -> ModelVersion {
    let last = try lastIndex(row)
    guard let firstReader = reader(of: row.first) else { throw HistoryDamage() }
    return ModelVersion(
      model: try model(row), firstSeen: ObservationKey(number: row.first).date,
      lastSeen: ObservationKey(number: observations[last]).date,
      until: row.until.map { ObservationKey(number: $0).date },
      readers: .init(first: firstReader, last: readers[last]))
  }

  /// The last observation that saw a version.
  func lastSeen(_ row: HistoryVersionRow) throws -> Date {
    ObservationKey(number: observations[try lastIndex(row)]).date
  }

  private func lastIndex(_ row: HistoryVersionRow) throws -> Int {
    let count = row.until.map { self.count(upTo: $0, including: false) } ?? observations.count
    guard count > 0 else { throw HistoryDamage() }
    return count - 1
  }

  /// How many observations are before a key, and with it where it is included.
  private func count(upTo key: Int64, including isIncluded: Bool) -> Int {
    var (low, high) = (0, observations.count)
    while low < high {
      let middle = (low + high) / 2
      let isBefore = isIncluded ? observations[middle] <= key : observations[middle] < key
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func readFacts(_ key: Int64) throws -> Model {
    var reader = JSONReader(try content(key))
    var row = OpenRouterRow()
    try row.read(from: &reader)
    let model = try row.model()
    facts[key] = model
    return model
  }

  private mutating func readDescription(_ key: Int64) throws -> String {
    let text = String(decoding: try content(key), as: UTF8.self)
    descriptions[key] = text
    return text
  }

  private mutating func readBenchmarks(_ key: Int64) throws -> Model.Benchmarks? {
    var reader = JSONReader(try content(key))
    let found = try Model.Benchmarks(from: &reader)
    benchmarks[key] = found
    return found
  }

  private func content(_ key: Int64) throws -> [UInt8] {
    guard let packed = packed[key], let plain = unpacker.plain(of: packed) else {
      throw HistoryDamage()
    }
    return plain
  }
}
