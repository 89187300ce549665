import Logging
import NIOCore

/// Keeps the server going where a connection cannot be taken, for want of descriptors or memory.
///
/// The framework takes any fault of its listening socket for the end of it. Waiting connections are
/// left waiting for a moment: asking again at once would fail at once.
final class AcceptHandler: ChannelDuplexHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel
  typealias OutboundIn = Never

  private static let pause = TimeAmount.seconds(1)

  private let logger: Logger
  private var isPausing = false
  private var wantsToRead = false

  init(logger: Logger) { self.logger = logger }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard !isPausing else { return }
    logger.warning("a connection cannot be taken", metadata: ["reason": "\(error)"])
    isPausing = true
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: Self.pause) { bound.value.handler.goOn(bound.value.context) }
  }

  func read(context: ChannelHandlerContext) {
    if isPausing { wantsToRead = true } else { context.read() }
  }

  private func goOn(_ context: ChannelHandlerContext) {
    isPausing = false
    guard wantsToRead else { return }
    wantsToRead = false
    context.read()
  }
}
