import CZlib
import Foundation
import ModelCatalog

/// A part of a version as it is stored: bytes that are kept once, under their digest.
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

  /// More than this is no content of ours.
  static let limit = 4 * 1_048_576

  /// The length in four bytes, then the compressed bytes; nil if memory is short.
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
