import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Closes connections whose client sends an invalid or oversized request, or sends or reads too
/// slowly.
///
/// An error response is sent first where that is possible.
final class FaultyRequestHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// Bytes per second that a client must read of its answer.
  private static let minimumRate = 1024

  private var progress: RequestProgress
  /// In seconds.
  private let period: Int
  private var timer: RepeatedTask?
  /// The current response has neither a length nor a body.
  private var endsByClosing = false

  init(_ limits: ServerSettings.Limits) {
    progress = RequestProgress(bodyLimit: limits.body)
    period = limits.idle
  }

  func handlerAdded(context: ChannelHandlerContext) {
    addRequestLineHandlers(context)
    let time = TimeAmount.seconds(Int64(period))
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    timer = context.eventLoop.scheduleRepeatedTask(initialDelay: time, delay: time) { _ in
      bound.value.handler.look(bound.value.context)
    }
  }

  /// Before the framework's codec, which drops what these handlers need, and behind which it puts us.
  private func addRequestLineHandlers(_ context: ChannelHandlerContext) {
    let pipeline = context.pipeline.syncOperations
    guard let codec = try? pipeline.handler(type: HTTP1ToHTTPServerCodec.self) else { return }
    let bytes = RequestLineBytes()
    try? pipeline.addHandler(bytes, position: .first)
    try? pipeline.addHandler(RequestLineHandler(bytes), position: .before(codec))
  }

  func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

  private func look(_ context: ChannelHandlerContext) {
    let unsent = try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)
    if progress.isTooSlow(unsent: unsent ?? 0, minimumSent: Self.minimumRate * period) {
      context.close(promise: nil)
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !progress.isOver else { return }
    switch unwrapInboundIn(data) {
    case .head: progress.readHead()
    case .body(let bytes): act(progress.readBody(bytes.readableBytes), context)
    case .end: progress.readEnd()
    }
    context.fireChannelRead(data)
  }

  func read(context: ChannelHandlerContext) {
    if !progress.isOver { context.read() }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let fault = error as? HTTPParserError else {
      context.fireErrorCaught(error)
      return
    }
    act(progress.fail(fault == .headerOverflow ? .headersTooLarge : .unreadable), context)
  }

  func write(
    context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
  ) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      let isLast = head.headerFields[.connection] == "close"
      progress.beginAnswer(isLast: isLast)
      endsByClosing = isLast && head.headerFields[.contentLength] == nil
      context.write(data, promise: promise)
    case .body(let bytes):
      progress.write(bytes.readableBytes)
      context.write(data, promise: promise)
    case .end:
      let action = progress.endAnswer()
      // A final chunk would be sent even in response to HEAD.
      let end = endsByClosing ? wrapOutboundOut(.body(ByteBuffer())) : data
      context.write(end, promise: promise)
      act(action, context)
    }
  }

  private func act(_ action: RequestProgress.Action, _ context: ChannelHandlerContext) {
    switch action {
    case .proceed: return
    case .close: break
    case .refuse(let error):
      let body = Envelope.failure(error).plain
      var head = HTTPResponse(status: error.status, headerFields: error.allHeaders)
      head.headerFields[.contentLength] = String(body.readableBytes)
      head.headerFields[.connection] = "close"
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      context.write(wrapOutboundOut(.body(body)), promise: nil)
      context.write(wrapOutboundOut(.end(nil)), promise: nil)
    }
    // The empty write completes after everything before it.
    let context = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.value.writeAndFlush(wrapOutboundOut(.body(ByteBuffer()))).whenComplete { _ in
      context.value.close(promise: nil)
    }
  }
}
