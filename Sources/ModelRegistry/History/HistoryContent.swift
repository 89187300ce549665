import CZlib
import Foundation
import ModelCatalog

/// A stored part of a version: bytes that are stored once, keyed by their digest.
struct HistoryContent {
  /// The digest.
  let key: Int64
  private let plain: [UInt8]

  init(_ plain: [UInt8]) {
    self.plain = plain
    key = Int64(bitPattern: Digest(plain).bits)
  }

  init(_ value: JSONValue) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024)
    value.append(to: &bytes, .compact)
    self.init(bytes)
  }

  /// The most bytes a content may have.
  static let limit = 4 * 1_048_576

  /// The length in four bytes, then the compressed bytes; nil if out of memory.
  var packed: Data? {
    let dictionary = Self.dictionary
    let capacity = modeldex_deflate_bound(plain.count)
    let compressed = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count =
        buffer.baseAddress.map {
          modeldex_deflate(plain, plain.count, dictionary, dictionary.count, $0, capacity)
        } ?? 0
    }
    guard !compressed.isEmpty, plain.count <= Self.limit else { return nil }
    return withUnsafeBytes(of: UInt32(plain.count).littleEndian) { Data($0) } + compressed
  }
}
