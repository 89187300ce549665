import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Answers what is no HTTP request in the form of all other answers, and hangs up.
final class UnreadableRequestHandler: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias OutboundOut = HTTPResponsePart

  private var hasAnswered = false

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let fault = error as? HTTPParserError, !hasAnswered else {
      context.fireErrorCaught(error)
      return
    }
    hasAnswered = true
    let answer = fault == .headerOverflow ? APIError.headersTooLarge : .unreadable
    let body = Envelope.failure(answer).plain
    var head = HTTPResponse(status: answer.status)
    head.headerFields[.contentType] = "application/json"
    head.headerFields[.contentLength] = String(body.readableBytes)
    head.headerFields[.cacheControl] = "no-store"
    head.headerFields[.connection] = "close"
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(body)), promise: nil)
    let context = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.value.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
      context.value.close(promise: nil)
    }
  }
}
