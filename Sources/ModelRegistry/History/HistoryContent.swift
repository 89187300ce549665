import CZlib
import Foundation

/// How a stored part of a version is compressed: facts, a description or scores.
enum HistoryContent {
  /// The most bytes a content may have.
  static let limit = 4 * 1_048_576

  /// The length in four bytes, then the compressed bytes; nil if it is too large or memory is short.
  static func packed(_ plain: [UInt8]) -> Data? {
    guard plain.count <= limit else { return nil }
    let capacity = modeldex_deflate_bound(plain.count)
    let compressed = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count =
        buffer.baseAddress.map {
          modeldex_deflate(plain, plain.count, dictionary, dictionary.count, $0, capacity)
        } ?? 0
    }
    guard !compressed.isEmpty else { return nil }
    return withUnsafeBytes(of: UInt32(plain.count).littleEndian) { Data($0) } + compressed
  }
}
