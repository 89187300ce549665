import GRDB
import ModelCatalog

/// The tables of the history file, as steps from each version to the next.
///
/// `observation`: each body that was inserted, with the version of the reader that read it. `version`: each run of observations that saw a model
/// the same, from `first` on and before `until` (null: to the latest); runs are as long as can be,
/// so one set of observations makes one table. `content`: the facts, descriptions and scores of
/// versions, by digest, each once.
enum HistorySchema {
  /// "mdex": whose the file is.
  static let applicationID: Int32 = 0x6d64_6578

  typealias Step = @Sendable (Database) throws -> Void

  /// Only ever added to: the version of a file is the number of steps that made it.
  static let steps: [Step] = [
    { database in
      try database.execute(
        sql: """
          CREATE TABLE observation (key INTEGER PRIMARY KEY, digest TEXT NOT NULL) STRICT;
          CREATE TABLE model (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
          CREATE TABLE content (key INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
          CREATE TABLE version (
            model INTEGER NOT NULL, first INTEGER NOT NULL, until INTEGER,
            facts INTEGER NOT NULL, description INTEGER, benchmarks INTEGER,
            PRIMARY KEY (model, first)
          ) STRICT, WITHOUT ROWID;
          """)
    },
    { database in
      try database.execute(
        sql: """
          ALTER TABLE observation
            ADD COLUMN reader INTEGER NOT NULL DEFAULT \(ReaderVersion.first.number);
          """)
    },
  ]

  /// The version of what is written, and whether it is this program's at all.
  struct Mark {
    var applicationID: Int32
    var version: Int32
    var hasTables: Bool

    init(_ database: Database) throws {
      applicationID = try database.value("PRAGMA application_id") ?? 0
      version = try database.value("PRAGMA user_version") ?? 0
      hasTables = try database.value("SELECT count(*) > 0 FROM sqlite_master") ?? false
    }
  }
}
