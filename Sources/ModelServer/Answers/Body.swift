import NIOConcurrencyHelpers
import NIOCore

/// The bytes of an answer, compressed at most once however often they are sent.
final class Body: Sendable {
  let plain: ByteBuffer
  /// Nil inside means that compressing gains nothing.
  private let compressed = NIOLockedValueBox<ByteBuffer??>(nil)

  /// Below so many bytes, the compressed form is no smaller on the wire.
  private static let leastCompressed = 1000

  init(_ bytes: [UInt8]) { plain = ByteBuffer(bytes: bytes) }

  /// The gzip form; nil where the plain one is as good.
  var gzipped: ByteBuffer? {
    guard plain.readableBytes >= Self.leastCompressed else { return nil }
    return compressed.withLockedValue { compressed in
      if let known = compressed { return known }
      let result = Gzip.compress(Array(plain.readableBytesView)).map(ByteBuffer.init(bytes:))
      compressed = .some(result)
      return result
    }
  }
}
