import NIOConcurrencyHelpers
import NIOCore

/// The bytes of a response; compressed once, on first use.
final class Body: Sendable {
  let plain: ByteBuffer
  /// An inner nil means that compression does not make it smaller.
  private let compressed = NIOLockedValueBox<ByteBuffer??>(nil)

  /// Bytes; below that, compression does not save anything.
  private static let minimumCompressedSize = 1000

  init(_ plain: ByteBuffer) { self.plain = plain }

  convenience init(_ bytes: [UInt8]) { self.init(ByteBuffer(bytes: bytes)) }

  /// The gzip form; nil if it would not be smaller.
  var gzipped: ByteBuffer? {
    get async {
      guard plain.readableBytes >= Self.minimumCompressedSize else { return nil }
      if let known = compressed.withLockedValue(\.self) { return known }
      return await offLoop(if: true) { compress() }
    }
  }

  private func compress() -> ByteBuffer? {
    compressed.withLockedValue { compressed in
      if let known = compressed { return known }
      let result = Gzip.compress(Array(plain.readableBytesView)).map(ByteBuffer.init(bytes:))
      compressed = .some(result)
      return result
    }
  }
}
