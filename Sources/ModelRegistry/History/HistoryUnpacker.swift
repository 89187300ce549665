import CZlib
import Foundation

/// Decompresses contents that ``HistoryContent/packed`` compressed.
final class HistoryUnpacker {
  /// Nil if out of memory.
  private let inflater = modeldex_inflater_make()
  private let dictionary = HistoryContent.dictionary

  deinit { modeldex_inflater_free(inflater) }

  /// The original bytes; nil if the packed ones are damaged.
  func plain(of packed: Data) -> [UInt8]? {
    guard let inflater, packed.count > 4 else { return nil }
    return packed.withUnsafeBytes { raw -> [UInt8]? in
      let bytes = raw.assumingMemoryBound(to: UInt8.self)
      let size = bytes[..<4].reversed().reduce(0) { $0 << 8 | Int($1) }
      guard size <= HistoryContent.limit, let start = bytes.baseAddress else { return nil }
      var isWhole = false
      let plain = [UInt8](unsafeUninitializedCapacity: max(size, 1)) { buffer, count in
        isWhole =
          buffer.baseAddress.map {
            modeldex_inflate(
              inflater, start + 4, bytes.count - 4, dictionary, dictionary.count, $0, size) == 1
          } ?? false
        count = isWhole ? size : 0
      }
      return isWhole ? plain : nil
    }
  }
}
