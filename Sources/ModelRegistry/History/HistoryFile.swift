import Foundation
import GRDB
import ModelCatalog

#if canImport(Glibc)
  import Glibc
#endif

/// Opens the history file; a file that may not be a history is not changed.
struct HistoryFile {
  let path: String
  /// Seconds to wait for another process that writes.
  var patience = 5.0
  var steps = HistorySchema.steps

  /// Creates the file if it is missing, readable only by its owner.
  func open() throws(HistoryFault) -> DatabaseQueue {
    do {
      try prepare()
      var configuration = Configuration()
      configuration.busyMode = .timeout(patience)
      configuration.prepareDatabase { database in
        // With a write-ahead log, a power failure may lose the last transactions, but nothing else.
        try database.execute(sql: "PRAGMA synchronous = NORMAL")
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        try bringUp(database)
        // Another process may be creating it; then it is done.
        _ = try? String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      }
      return queue
    } catch {
      throw HistoryFault(error, path: path)
    }
  }

  /// Refuses a file with other content, before SQLite can change it.
  private func prepare() throws {
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try PrivateDirectory.make(parent)
    // Symbolic links are not followed: the target may belong to somebody else.
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    let descriptor = Glibc.open(path, flags, 0o600)
    guard descriptor >= 0 else { throw failed }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failed }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw HistoryFault.unusable(path: path, reason: "not a regular file")
    }
    guard status.st_size > 0 else { return }
    var header = [UInt8](repeating: 0, count: 100)
    let count = pread(descriptor, &header, header.count, 0)
    guard count == header.count, header.starts(with: "SQLite format 3\0".utf8) else {
      throw HistoryFault.foreign(path: path)
    }
    let mark = header[68..<72].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard mark == 0 || mark == UInt32(HistorySchema.applicationID) else {
      throw HistoryFault.foreign(path: path)
    }
  }

  private var failed: HistoryFault {
    .unusable(path: path, reason: SystemMessage.words(errno: errno))
  }

  private func bringUp(_ database: Database) throws {
    guard try !isUpToDate(database) else { return }
    try database.inTransaction(.immediate) {
      // Another process may have done it meanwhile.
      guard try !isUpToDate(database) else { return .commit }
      let version = Int(try HistorySchema.Mark(database).version)
      for step in steps[version...] { try step(database) }
      try database.execute(
        sql: """
          PRAGMA application_id = \(HistorySchema.applicationID);
          PRAGMA user_version = \(steps.count);
          """)
      return .commit
    }
  }

  private func isUpToDate(_ database: Database) throws -> Bool {
    let mark = try HistorySchema.Mark(database)
    guard mark.applicationID == HistorySchema.applicationID else {
      guard mark.applicationID == 0, mark.version == 0, !mark.hasTables else {
        throw HistoryFault.foreign(path: path)
      }
      return false
    }
    guard mark.version <= steps.count else { throw HistoryFault.newer(path: path) }
    guard mark.version >= 0 else { throw HistoryFault.broken(path: path) }
    return mark.version == steps.count
  }
}

extension HistoryFault {
  /// Translates an error of SQLite or the system.
  init(_ error: any Error, path: String) {
    if let fault = error as? HistoryFault {
      self = fault
      return
    }
    if error is HistoryDamage || error is JSONReader.Fault {
      self = .broken(path: path)
      return
    }
    guard let error = error as? DatabaseError else {
      let reason = (error as? AtomicFile.Fault)?.reason ?? "it cannot be opened"
      self = .unusable(path: path, reason: reason)
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_SCHEMA, .SQLITE_ERROR, .SQLITE_MISMATCH:
      self = .broken(path: path)
    default: self = .unusable(path: path, reason: error.message ?? "\(error.resultCode)")
    }
  }
}
