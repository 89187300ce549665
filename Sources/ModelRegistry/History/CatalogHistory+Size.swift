import GRDB

extension CatalogHistory {
  /// The bytes that the file takes when no program has it open: until then a part is in a second file,
  /// the write-ahead log.
  package func fileSize() async throws(HistoryFault) -> Int {
    try await read { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      return pages * (try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
    }
  }
}
