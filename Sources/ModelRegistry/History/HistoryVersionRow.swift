import GRDB

/// One row of the table of versions: consecutive observations with the same facts of a model.
struct HistoryVersionRow {
  /// The facts, as keys of ``HistoryContent``.
  struct Seen: Hashable {
    var facts: Int64
    var description: Int64?
    var benchmarks: Int64?
  }

  var model: Int64
  var name: String
  var first: Int64
  /// The first observation after the run; nil if the run includes the latest.
  var until: Int64?
  var seen: Seen

  /// The columns that ``init(_:)`` reads, of `model` and `version`.
  static let columns = """
    model.id, model.name, version.first, version.until, version.facts, version.description, \
    version.benchmarks
    """

  init(_ row: Row) throws {
    model = try row.checked(0)
    name = try row.checked(1)
    first = try row.checked(2)
    until = try row.checkedIfPresent(3)
    seen = Seen(
      facts: try row.checked(4), description: try row.checkedIfPresent(5),
      benchmarks: try row.checkedIfPresent(6))
  }

  /// The versions that include one observation.
  static func seen(at key: Int64, in database: Database) throws -> [HistoryVersionRow] {
    // One index lookup for each model, however many versions it has: CROSS keeps SQLite from
    // scanning all versions instead.
    try all(
      """
      SELECT \(columns) FROM model CROSS JOIN version ON version.model = model.id AND version.first =
        (SELECT max(first) FROM version WHERE version.model = model.id AND first <= ?1)
      WHERE version.until IS NULL OR version.until > ?1
      """, [key], in: database)
  }

  static func all(
    _ sql: String, _ arguments: StatementArguments, in database: Database
  ) throws -> [HistoryVersionRow] {
    let statement = try database.cachedStatement(sql: sql)
    var rows: [HistoryVersionRow] = []
    let cursor = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try cursor.next() { rows.append(try HistoryVersionRow(row)) }
    return rows
  }
}
