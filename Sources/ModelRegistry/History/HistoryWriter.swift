import GRDB
import ModelCatalog

/// Takes observations into the table of versions, in any order, keeping its runs as long as can be.
struct HistoryWriter {
  private let database: Database
  private let contents: HistoryContents

  private typealias Seen = HistoryVersionRow.Seen

  /// What models were stored as before, which depends on nothing but them.
  private(set) var known: [Model.ID: Known]

  /// The models whose facts are too large to be stored.
  private(set) var leftOut: [Model.ID] = []

  struct Known: Sendable {
    var model: Model
    var seen: HistoryVersionRow.Seen
  }

  init(_ database: Database, known: [Model.ID: Known] = [:], contents: HistoryContents) {
    self.database = database
    self.known = known
    self.contents = contents
  }

  /// To be called within a transaction; false if it was inserted before.
  mutating func insert(_ models: [Model], key: ObservationKey, digest: String) throws -> Bool {
    guard let here = try insertObservation(key, digest: digest) else { return false }
    let before: Int64? = try database.value(
      "SELECT max(key) FROM observation WHERE key < ?", [here])
    let after: Int64? = try database.value("SELECT min(key) FROM observation WHERE key > ?", [here])
    var earlier = try versions(at: before)
    var later = try versions(at: after)
    var inserted = Set<Model.ID>()
    for model in models
    where model.source == .openRouter && model.lastListed == nil
      && inserted.insert(model.id).inserted
    {
      let left = earlier.removeValue(forKey: model.id)
      let right = later.removeValue(forKey: model.id)
      let seen: Seen
      do {
        seen = try self.seen(model, asIn: [left?.seen, right?.seen])
      } catch is HistoryContents.TooLarge {
        // It stays as it was seen before.
        leftOut.append(model.id)
        continue
      }
      let id = try left?.model ?? right?.model ?? number(of: model.id)
      try put(seen, of: id, at: here, after: after, between: left, and: right)
    }
    for (id, left) in earlier {
      try put(nil, of: left.model, at: here, after: after, between: left, and: later[id])
    }
    return true
  }

  /// Its key; nil if the same body was inserted at that time before.
  ///
  /// Of two bodies with one key the later gets the next.
  private func insertObservation(_ key: ObservationKey, digest: String) throws -> Int64? {
    var key = key
    while let stored: String = try database.value(
      "SELECT digest FROM observation WHERE key = ?", [key.number])
    {
      if stored == digest { return nil }
      key = key.next
    }
    try execute(
      "INSERT INTO observation (key, digest, reader) VALUES (?, ?, ?)",
      [key.number, digest, ReaderVersion.current.number])
    return key.number
  }

  /// The keys of the model's parts, which are stored if they were not.
  ///
  /// What a version beside it holds is stored; anything else may have been deleted since.
  private mutating func seen(_ model: Model, asIn neighbours: [Seen?]) throws -> Seen {
    if let known = known[model.id], known.model == model, neighbours.contains(known.seen) {
      return known.seen
    }
    let seen = Seen(
      facts: try contents.key(of: model.factsRow.compactBytes),
      description: try model.description.map { try contents.key(of: Array($0.utf8)) },
      benchmarks: try model.benchmarks.map { try contents.key(of: $0.openRouterRow.compactBytes) })
    known[model.id] = Known(model: model, seen: seen)
    return seen
  }

  private func versions(at key: Int64?) throws -> [Model.ID: HistoryVersionRow] {
    guard let key else { return [:] }
    let rows = try HistoryVersionRow.seen(at: key, in: database)
    return Dictionary(rows.lazy.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Puts what was seen of one model (nil: not listed) between the runs that hold at the
  /// observations next to it, which are the same run where it goes through.
  private func put(
    _ seen: Seen?, of model: Int64, at here: Int64, after: Int64?,
    between left: HistoryVersionRow?, and right: HistoryVersionRow?
  ) throws {
    if let left, left.seen == seen { return }
    let goesThrough = left.map { $0.until == nil || $0.first == right?.first } ?? false
    if let left {
      try execute(
        "UPDATE version SET until = ? WHERE model = ? AND first = ?", [here, model, left.first])
      if goesThrough, let after {
        try insert(left.seen, of: model, from: after, until: left.until)
      }
    }
    guard let seen else { return }
    if !goesThrough, let right, right.seen == seen {
      try execute(
        "UPDATE version SET first = ? WHERE model = ? AND first = ?", [here, model, right.first])
    } else {
      try insert(seen, of: model, from: here, until: after)
    }
  }

  private func insert(
    _ seen: Seen, of model: Int64, from first: Int64, until: Int64?
  ) throws {
    try execute(
      """
      INSERT INTO version (model, first, until, facts, description, benchmarks)
      VALUES (?, ?, ?, ?, ?, ?)
      """, [model, first, until, seen.facts, seen.description, seen.benchmarks])
  }

  private func number(of name: String) throws -> Int64 {
    let known: Int64? = try database.value("SELECT id FROM model WHERE name = ?", [name])
    if let known { return known }
    try execute("INSERT INTO model (name) VALUES (?)", [name])
    return database.lastInsertedRowID
  }

  private func execute(_ sql: String, _ arguments: StatementArguments) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

extension JSONValue {
  fileprivate var compactBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024)
    append(to: &bytes, .compact)
    return bytes
  }
}
