import Glibc
import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import ModelServer

struct AcceptHandlerTests {
  /// Counts what the listening socket is asked to read.
  private final class Socket: ChannelOutboundHandler {
    typealias OutboundIn = Never
    var reads = 0
    func read(context: ChannelHandlerContext) { reads += 1 }
  }

  @Test func `a fault of the listening socket goes no further, and is tried again after a second`()
    throws
  {
    let channel = EmbeddedChannel()
    let socket = Socket()
    let handler = AcceptHandler(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    try channel.pipeline.syncOperations.addHandlers([socket, handler])
    channel.read()
    #expect(socket.reads == 1)
    channel.pipeline.fireErrorCaught(IOError(errnoCode: EMFILE, reason: "accept"))
    try channel.throwIfErrorCaught()
    channel.read()
    #expect(socket.reads == 1)
    channel.embeddedEventLoop.advanceTime(by: .seconds(1))
    #expect(socket.reads == 2)
    channel.read()
    #expect(socket.reads == 3)
  }
}
