import Foundation
import GRDB

/// The table of contents: bytes that are stored once each.
///
/// The key of a content is its digest, or the first free number after it if other bytes have the
/// same digest. Bytes are compared, never only digests, because upstream could construct a
/// collision.
struct HistoryContents {
  private let database: Database
  private let digest: @Sendable ([UInt8]) -> Int64
  private let unpacker = HistoryUnpacker()

  static let fnv: @Sendable ([UInt8]) -> Int64 = { Int64(bitPattern: Digest($0).bits) }

  init(_ database: Database, digest: @escaping @Sendable ([UInt8]) -> Int64 = fnv) {
    self.database = database
    self.digest = digest
  }

  /// These bytes are more than ``HistoryContent/limit``.
  struct TooLarge: Error {}

  /// The key of these bytes, which are stored if they were not.
  func key(of plain: [UInt8]) throws -> Int64 {
    guard plain.count <= HistoryContent.limit else { throw TooLarge() }
    var key = digest(plain)
    // Damaged bytes equal none, so that they are stored again under another key.
    while let packed = try packed(at: key) {
      if unpacker.plain(of: packed) == plain { return key }
      key &+= 1
    }
    guard let packed = HistoryContent.packed(plain) else {
      throw DatabaseError(resultCode: .SQLITE_NOMEM, message: "out of memory")
    }
    try database.cachedStatement(sql: "INSERT INTO content (key, bytes) VALUES (?, ?)")
      .execute(arguments: [key, packed])
    return key
  }

  private func packed(at key: Int64) throws -> Data? {
    try database.value("SELECT bytes FROM content WHERE key = ?", [key])
  }
}
