import NIOCore
import NIOHTTP1

/// Handles what HTTP/1 has and the framework's request type does not: the version, and a target in
/// absolute form.
final class RequestLineHandler: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  /// Whether each request that is not answered yet is of HTTP/1.0, oldest first: its client knows
  /// no chunks, and keeps the connection only if it asked for that.
  private var unansweredAreOld: [Bool] = []
  /// The current answer has no length, so its end is the end of the connection.
  private var endsByClosing = false
  /// Ahead of the parser.
  private let bytes: RequestLineBytes

  init(_ bytes: RequestLineBytes) { self.bytes = bytes }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .end = unwrapInboundIn(data) { bytes.expectsRequestLine = true }
    guard case .head(var head) = unwrapInboundIn(data) else {
      context.fireChannelRead(data)
      return
    }
    bytes.expectsRequestLine = false
    let isOld = head.version == .http1_0
    unansweredAreOld.append(isOld)
    if isOld, !head.isKeepAlive { head.headers.replaceOrAdd(name: "connection", value: "close") }
    if let target = AbsoluteTarget(head.uri) {
      // The address that was asked for decides, not the Host beside it (RFC 9112, 3.2.2).
      head.uri = target.path
      head.headers.replaceOrAdd(name: "host", value: target.authority)
    }
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }

  func write(
    context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
  ) {
    switch unwrapOutboundIn(data) {
    case .head(var head) where unansweredAreOld.first == true:
      head.version = .http1_0
      let hasLength = head.headers.contains(name: "content-length") || head.status == .notModified
      endsByClosing = !hasLength
      if !head.headers.contains(name: "connection") {
        head.headers.add(name: "connection", value: hasLength ? "keep-alive" : "close")
      }
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .end:
      if !unansweredAreOld.isEmpty { unansweredAreOld.removeFirst() }
      context.write(data, promise: promise)
      guard endsByClosing else { return }
      endsByClosing = false
      // The empty write completes after everything before it.
      let context = NIOLoopBound(context, eventLoop: context.eventLoop)
      let nothing = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer()))
      context.value.writeAndFlush(wrapOutboundOut(nothing)).whenComplete { _ in
        context.value.close(promise: nil)
      }
    case .head, .body: context.write(data, promise: promise)
    }
  }
}
