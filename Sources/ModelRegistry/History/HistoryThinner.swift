import GRDB

/// Keeps a history below its limits, by the rule that ``HistoryLimits/rule`` states.
///
/// To be used within the transaction of an insertion. Each time a tenth of the limit or more is
/// freed, so that it seldom has anything to do.
struct HistoryThinner {
  private let database: Database
  private let limits: HistoryLimits

  init(_ database: Database, limits: HistoryLimits) {
    self.database = database
    self.limits = limits
  }

  func thin() throws {
    if try count("observation") > limits.observations {
      let excess = try count("observation") - limits.observations / 10 * 9
      _ = try dropUneventful(atMost: excess)
      while try count("observation") > limits.observations, try dropOldestHalf() {}
    }
    // Most of the models are listed: only if there are so many altogether, the removed are counted.
    if try count("model") > limits.removed {
      let removed = try removedModels()
      if removed.count > limits.removed {
        try forget(removed.prefix(removed.count - limits.removed / 10 * 9))
      }
    }
    guard try size() > limits.bytes else { return }
    let rules = [
      { try dropUneventful(atMost: .max) }, mergeOlderMinorChanges, forgetOlderRemoved,
      dropOldestHalf,
    ]
    for rule in rules {
      while try size() > limits.bytes / 10 * 9, try rule() {}
    }
  }

  /// Bytes in use.
  func size() throws -> Int {
    let pages: Int = try database.value("PRAGMA page_count") ?? 0
    let free: Int = try database.value("PRAGMA freelist_count") ?? 0
    return (pages - free) * (try database.value("PRAGMA page_size") ?? 0)
  }

  private func count(_ table: String) throws -> Int {
    try database.value("SELECT count(*) FROM \(table)") ?? 0
  }

  // MARK: - The rules: each is true if it dropped anything

  /// Observations at which no version begins or ends, between the first and the last.
  private func dropUneventful(atMost limit: Int) throws -> Bool {
    try execute(
      """
      DELETE FROM observation WHERE key IN (
        SELECT key FROM observation
        WHERE key NOT IN (SELECT first FROM version)
          AND key NOT IN (SELECT until FROM version WHERE until IS NOT NULL)
          AND key > (SELECT min(key) FROM observation)
          AND key < (SELECT max(key) FROM observation)
        ORDER BY key LIMIT ?)
      """, [limit])
    return database.changesCount > 0
  }

  /// The older half of the changes of descriptions and scores alone: the later text is kept.
  private func mergeOlderMinorChanges() throws -> Bool {
    struct Run: Hashable {
      var model: Int64
      var first: Int64
    }
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT later.model, earlier.first, later.first FROM version AS earlier
        JOIN version AS later ON later.model = earlier.model AND later.first = earlier.until
        WHERE later.facts = earlier.facts ORDER BY later.first, later.model
        """)
    /// Where runs begin that have been merged with the ones before them.
    var starts: [Run: Int64] = [:]
    for row in rows.prefix((rows.count + 1) / 2) {
      let earlier = Run(model: try row.checked(0), first: try row.checked(1))
      let later = Run(model: earlier.model, first: try row.checked(2))
      let start = starts[earlier] ?? earlier.first
      try execute("DELETE FROM version WHERE model = ? AND first = ?", [earlier.model, start])
      try execute(
        "UPDATE version SET first = ? WHERE model = ? AND first = ?",
        [start, later.model, later.first])
      starts[later] = start
    }
    try dropUnusedContents()
    return !rows.isEmpty
  }

  private func forgetOlderRemoved() throws -> Bool {
    let removed = try removedModels()
    try forget(removed.prefix((removed.count + 1) / 2))
    return !removed.isEmpty
  }

  /// The older half of the observations, with what ended by then.
  private func dropOldestHalf() throws -> Bool {
    let count = try count("observation")
    guard count > 1,
      let start: Int64 = try database.value(
        "SELECT key FROM observation ORDER BY key LIMIT 1 OFFSET ?", [(count + 1) / 2])
    else { return false }
    try execute("DELETE FROM observation WHERE key < ?", [start])
    try execute("DELETE FROM version WHERE until <= ?", [start])
    try execute("UPDATE version SET first = ?1 WHERE first < ?1", [start])
    try execute("DELETE FROM model WHERE id NOT IN (SELECT model FROM version)")
    try dropUnusedContents()
    return true
  }

  // MARK: - Parts of the rules

  /// The models that are not listed, those removed the longest ago first.
  private func removedModels() throws -> [Int64] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT model FROM version GROUP BY model HAVING count(until) = count(*)
        ORDER BY max(until), model
        """)
    return try rows.map { try $0.checked(0) }
  }

  private func forget(_ models: ArraySlice<Int64>) throws {
    for model in models {
      try execute("DELETE FROM version WHERE model = ?", [model])
      try execute("DELETE FROM model WHERE id = ?", [model])
    }
    try dropUnusedContents()
  }

  private func dropUnusedContents() throws {
    try execute(
      """
      DELETE FROM content WHERE key NOT IN (
        SELECT facts FROM version
        UNION SELECT description FROM version WHERE description IS NOT NULL
        UNION SELECT benchmarks FROM version WHERE benchmarks IS NOT NULL)
      """)
  }

  private func execute(_ sql: String, _ arguments: StatementArguments = []) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
