import CZlib
import Foundation

/// Undoes ``HistoryContent/packed``, one content after the other.
final class HistoryUnpacker {
  /// Nil if memory is short: then nothing can be read.
  private let inflater = modeldex_inflater_make()
  private let dictionary = HistoryContent.dictionary

  deinit { modeldex_inflater_free(inflater) }

  /// The bytes that were packed; nil if they are damaged.
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
