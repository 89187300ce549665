import CZlib

/// Compression for clients that ask for it.
enum Gzip {
  /// One gzip member; nil if memory is short.
  static func compress(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8]? {
    let capacity = modeldex_gzip_bound(bytes.count)
    let compressed = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = bytes.withUnsafeBufferPointer { bytes in
        buffer.baseAddress.map {
          modeldex_gzip(bytes.baseAddress, bytes.count, $0, capacity, level)
        } ?? 0
      }
    }
    return compressed.isEmpty ? nil : compressed
  }
}
