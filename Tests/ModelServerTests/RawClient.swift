import NIOCore
import NIOPosix

/// A client that sends exactly the given bytes and reads the response.
final class RawClient: Sendable {
  private let channel: any Channel
  private let arrivals: AsyncStream<String>

  /// A client that never reads leaves everything in the socket buffers.
  init(port: Int, reads: Bool = true) async throws {
    let (stream, continuation) = AsyncStream.makeStream(of: String.self)
    arrivals = stream
    channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.allowRemoteHalfClosure, value: false)
      .channelOption(.autoRead, value: reads)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Reader(continuation))
        }
      }
      .connect(host: "localhost", port: port).get()
  }

  private final class Reader: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let continuation: AsyncStream<String>.Continuation

    init(_ continuation: AsyncStream<String>.Continuation) { self.continuation = continuation }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      continuation.yield(String(buffer: unwrapInboundIn(data)))
    }

    func channelInactive(context: ChannelHandlerContext) { continuation.finish() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }

  func send(_ text: String) async throws {
    try await channel.writeAndFlush(ByteBuffer(string: text))
  }

  /// Sends the same bytes until the other side disconnects; returns how often they were accepted.
  func flood(_ text: String, atMost limit: Int) async -> Int {
    for count in 0..<limit {
      do { try await send(text) } catch { return count }
    }
    return limit
  }

  /// Reads until the text has arrived or the server disconnects.
  func read(until end: String? = nil) async -> String {
    var text = ""
    for await arrival in arrivals {
      text += arrival
      if let end, text.contains(end) { break }
    }
    return text
  }

  func endSending() async throws { try await channel.close(mode: .output) }

  func close() async { try? await channel.close() }

  /// Sends the last request of its connection and reads the whole response.
  static func ask(_ request: RawRequest, port: Int) async throws -> RawAnswer {
    let client = try await RawClient(port: port)
    try await client.send(request.text)
    let answer = await client.read(until: request.isEndless ? "\r\n\r\n" : nil)
    await client.close()
    return RawAnswer(answer)
  }
}
