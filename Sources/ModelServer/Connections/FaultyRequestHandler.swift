import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Ends connections whose client sends what is no request, or more than anybody needs, or keeps
/// others waiting for its turn.
///
/// What can be answered is, in the form of all other answers.
final class FaultyRequestHandler: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// Bytes a second that the slowest client takes of its answer.
  private static let slowest = 1024

  private var progress: RequestProgress
  /// In seconds.
  private let period: Int
  private var looking: RepeatedTask?
  /// What is being answered has neither a length nor a body.
  private var endsByClosing = false

  init(_ limits: ServerSettings.Limits) {
    progress = RequestProgress(bodyLimit: limits.body)
    period = limits.idle
  }

  func handlerAdded(context: ChannelHandlerContext) {
    let time = TimeAmount.seconds(Int64(period))
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    looking = context.eventLoop.scheduleRepeatedTask(initialDelay: time, delay: time) { _ in
      bound.value.handler.look(bound.value.context)
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) { looking?.cancel() }

  private func look(_ context: ChannelHandlerContext) {
    let unsent = try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)
    if progress.isTooSlow(unsent: unsent ?? 0, leastTaken: Self.slowest * period) {
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
      // The end of a chunked body would follow the headers even of an answer to HEAD.
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
      var head = HTTPResponse(status: error.status, headerFields: error.headers)
      head.headerFields[.contentType] = "application/json"
      head.headerFields[.contentLength] = String(body.readableBytes)
      head.headerFields[.cacheControl] = "no-store"
      head.headerFields[.connection] = "close"
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      context.write(wrapOutboundOut(.body(body)), promise: nil)
      context.write(wrapOutboundOut(.end(nil)), promise: nil)
    }
    // An empty write is done when all before it is.
    let context = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.value.writeAndFlush(wrapOutboundOut(.body(ByteBuffer()))).whenComplete { _ in
      context.value.close(promise: nil)
    }
  }
}
