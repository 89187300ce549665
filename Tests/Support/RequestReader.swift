import Foundation
import NIOCore

#if canImport(Glibc)
  import Glibc
#endif

/// Reads one request from a connection and sends the answer.
final class RequestReader: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  /// Nil for a CONNECT request, after which the actual request follows.
  private let answer: @Sendable (SimulatedOpenRouter.Request) -> Answer?
  private var received = ""
  private var isAnswered = false

  init(answer: @escaping @Sendable (SimulatedOpenRouter.Request) -> Answer?) {
    self.answer = answer
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received += String(buffer: unwrapInboundIn(data))
    // A TLS handshake gets a plain answer, because it never contains the end of a line.
    if received.utf8.first == 0x16 { received = "\r\n\r\n" }
    guard !isAnswered, let end = received.range(of: "\r\n\r\n") else { return }
    let request = Self.request(received[..<end.lowerBound])
    let channel = context.channel
    guard let answer = answer(request) else {
      received = ""
      channel.writeAndFlush(ByteBuffer(string: "HTTP/1.1 200 OK\r\n\r\n"), promise: nil)
      return
    }
    isAnswered = true
    answer.send(on: channel)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private static func request(_ head: Substring) -> SimulatedOpenRouter.Request {
    let lines = head.split(separator: "\r\n")
    let start = (lines.first ?? "").split(separator: " ")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
    }
    return SimulatedOpenRouter.Request(
      method: start.first.map(String.init) ?? "",
      path: start.count > 1 ? String(start[1]) : "", headers: headers)
  }
}

extension Answer {
  /// Sends it from the event loop if nothing has to be awaited: the tasks of other tests may occupy
  /// the thread pool for longer than a program waits.
  fileprivate func send(on channel: any Channel) {
    switch (gate, ending) {
    case (nil, .complete), (nil, .truncated), (nil, .reset), (nil, .silence):
      channel.writeAndFlush(ByteBuffer(bytes: bytes)).whenComplete { _ in finish(channel) }
    case (.some, _), (nil, .trickle):
      Task {
        await gate?.wait()
        if case .trickle(let pause) = ending {
          try? await trickle(on: channel, every: pause)
        } else {
          try? await channel.writeAndFlush(ByteBuffer(bytes: bytes))
        }
        finish(channel)
      }
    }
  }

  private func finish(_ channel: any Channel) {
    switch ending {
    case .silence: break
    case .complete, .truncated, .trickle: channel.close(promise: nil)
    case .reset:
      let abrupt = linger(l_onoff: 1, l_linger: 0)
      let isSet = (channel as? any SocketOptionProvider)?.setSoLinger(abrupt)
      guard let isSet else { return channel.close(promise: nil) }
      isSet.whenComplete { _ in channel.close(promise: nil) }
    }
  }

  /// Until all is sent or the client has disconnected.
  private func trickle(on channel: any Channel, every pause: Duration) async throws {
    for byte in bytes {
      try await channel.writeAndFlush(ByteBuffer(bytes: [byte]))
      let delay = TimeAmount(pause)
      try await channel.eventLoop.scheduleTask(in: delay) {}.futureResult.get()
    }
  }
}
