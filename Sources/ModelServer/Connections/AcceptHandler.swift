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

  init(logger: Logger) { self.logger = logger }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard !isPausing else { return }
    logger.warning("a connection cannot be taken", metadata: ["reason": "\(error)"])
    isPausing = true
    setReading(false, context)
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: Self.pause) {
      bound.value.handler.isPausing = false
      bound.value.handler.setReading(true, bound.value.context)
    }
  }

  func read(context: ChannelHandlerContext) {
    if !isPausing { context.read() }
  }

  /// As long as it reads by itself, the socket that still has something to take keeps the loop busy.
  private func setReading(_ isOn: Bool, _ context: ChannelHandlerContext) {
    try? context.channel.syncOptions?.setOption(.autoRead, value: isOn)
  }
}
