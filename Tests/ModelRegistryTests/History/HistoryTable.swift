import Foundation
import GRDB

@testable import ModelRegistry

/// All that a history file says, in an order that does not depend on how it came there.
struct HistoryTable: Equatable {
  var observations: [String]
  var versions: [String]
  var contents: [String]

  init(of path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    func rows(_ sql: String) throws -> [String] {
      try queue.read { try Row.fetchAll($0, sql: sql).map(\.description) }
    }
    observations = try rows("SELECT * FROM observation ORDER BY key")
    versions = try rows(
      """
      SELECT model.name, version.first, version.until, facts, description, benchmarks
      FROM version JOIN model ON model.id = version.model ORDER BY model.name, version.first
      """)
    contents = try rows("SELECT key, hex(bytes) FROM content ORDER BY key")
    try queue.close()
  }
}
