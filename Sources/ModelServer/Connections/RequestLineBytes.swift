import NIOCore

/// Writes the bytes beyond ASCII in a request line as percent escapes, which the API reads as UTF-8; the
/// parser would reject them.
///
/// Only a head that the parser has not read yet is changed, never a body: its length is agreed. The
/// line of a request that was sent before the answer to the last one, in one piece with that request,
/// stays as it is.
final class RequestLineBytes: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  /// Whether the next byte belongs to a request line.
  var expectsRequestLine = true

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard expectsRequestLine else {
      context.fireChannelRead(data)
      return
    }
    let bytes = unwrapInboundIn(data)
    let line = bytes.readableBytesView.prefix { $0 != UInt8(ascii: "\n") }
    if line.count < bytes.readableBytes { expectsRequestLine = false }
    guard line.contains(where: { $0 > 0x7F }) else {
      context.fireChannelRead(data)
      return
    }
    var encoded = context.channel.allocator.buffer(capacity: bytes.readableBytes + 2 * line.count)
    for byte in line {
      if byte > 0x7F {
        encoded.writeString("%" + String(byte, radix: 16, uppercase: true))
      } else {
        encoded.writeInteger(byte)
      }
    }
    encoded.writeBytes(bytes.readableBytesView[line.endIndex...])
    context.fireChannelRead(wrapInboundOut(encoded))
  }
}
