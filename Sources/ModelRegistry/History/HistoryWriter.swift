import GRDB
import ModelCatalog

/// Takes observations into the table of versions, in any order, keeping its runs as long as can be.
struct HistoryWriter {
  private let database: Database

  private typealias Seen = HistoryVersionRow.Seen

  /// What models were stored as before, which depends on nothing but them.
  private(set) var known: [Model.ID: Known]

  struct Known: Sendable {
    var model: Model
    var seen: HistoryVersionRow.Seen
  }

  init(_ database: Database, known: [Model.ID: Known] = [:]) {
    self.database = database
    self.known = known
  }

  /// To be called within a transaction; false if it has been taken in before.
  mutating func insert(_ models: [Model], key: ObservationKey, digest: String) throws -> Bool {
    let here = key.number
    try execute(
      "INSERT OR IGNORE INTO observation (key, digest, reader) VALUES (?, ?, ?)",
      [here, digest, ReaderVersion.current.number])
    guard database.changesCount > 0 else { return false }
    let before = try Int64.fetchOne(
      database, sql: "SELECT max(key) FROM observation WHERE key < ?", arguments: [here])
    let after = try Int64.fetchOne(
      database, sql: "SELECT min(key) FROM observation WHERE key > ?", arguments: [here])
    var earlier = try versions(at: before)
    var later = try versions(at: after)
    var taken = Set<Model.ID>()
    for model in models
    where model.source == .openRouter && model.lastListed == nil && taken.insert(model.id).inserted
    {
      let (seen, parts) = split(model)
      let left = earlier.removeValue(forKey: model.id)
      let right = later.removeValue(forKey: model.id)
      // What is seen before or after is stored.
      if left?.seen != seen, right?.seen != seen { try store(parts ?? Parts(of: model)) }
      let id = try left?.model ?? right?.model ?? number(of: model.id)
      try put(seen, of: id, at: here, after: after, between: left, and: right)
    }
    for (id, left) in earlier {
      try put(nil, of: left.model, at: here, after: after, between: left, and: later[id])
    }
    return true
  }

  /// What the model is stored as; its parts too, unless they were not needed to know.
  private mutating func split(_ model: Model) -> (Seen, Parts?) {
    if let known = known[model.id], known.model == model { return (known.seen, nil) }
    let parts = Parts(of: model)
    known[model.id] = Known(model: model, seen: parts.seen)
    return (parts.seen, parts)
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
    let known = try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM model WHERE name = ?"), arguments: [name])
    if let known { return known }
    try execute("INSERT INTO model (name) VALUES (?)", [name])
    return database.lastInsertedRowID
  }

  private func store(_ parts: Parts) throws {
    let find = try database.cachedStatement(sql: "SELECT 1 FROM content WHERE key = ?")
    for content in [parts.facts, parts.description, parts.benchmarks].compactMap(\.self) {
      guard try Int.fetchOne(find, arguments: [content.key]) == nil else { continue }
      guard let packed = content.packed else {
        throw DatabaseError(resultCode: .SQLITE_NOMEM, message: "out of memory")
      }
      try execute("INSERT INTO content (key, bytes) VALUES (?, ?)", [content.key, packed])
    }
  }

  private func execute(_ sql: String, _ arguments: StatementArguments) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// A model in the parts that change together.
  private struct Parts {
    let facts: HistoryContent
    let description: HistoryContent?
    let benchmarks: HistoryContent?

    init(of model: Model) {
      facts = HistoryContent(model.factsRow)
      description = model.description.map { HistoryContent(Array($0.utf8)) }
      benchmarks = model.benchmarks.map { HistoryContent($0.openRouterRow) }
    }

    var seen: Seen {
      Seen(facts: facts.key, description: description?.key, benchmarks: benchmarks?.key)
    }
  }
}
