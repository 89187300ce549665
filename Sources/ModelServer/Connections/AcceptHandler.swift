import Logging
import NIOCore

/// Keeps the server running when a connection cannot be accepted for lack of descriptors or memory.
///
/// The framework closes its listening socket on any error. This handler pauses for a moment
/// instead: accepting again at once would fail again.
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
    logger.warning("a connection cannot be accepted", metadata: ["reason": "\(error)"])
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

  /// With auto-read on, a socket with pending connections would keep the event loop busy.
  private func setReading(_ isOn: Bool, _ context: ChannelHandlerContext) {
    try? context.channel.syncOptions?.setOption(.autoRead, value: isOn)
  }
}
