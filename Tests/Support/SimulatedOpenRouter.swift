import NIOConcurrencyHelpers
import NIOCore
import NIOPosix
package import NIOSSL

/// A real HTTP server on loopback that sends scripted answers and records requests.
///
/// As a proxy it opens a tunnel to itself for any requested name.
package final class SimulatedOpenRouter: Sendable {
  package struct Request: Sendable {
    package var method: String
    /// With the query.
    package var path: String
    /// By name in lower case.
    package var headers: [String: String]
  }

  private struct State {
    var script: [Answer] = []
    var answer: Answer
    /// By path, before the script.
    var answers: [String: Answer] = [:]
    var requests: [Request] = []
    var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let channel: any Channel
  private let state: SharedState
  private let scheme: String

  /// Shared with the connections.
  private final class SharedState: Sendable {
    let value: NIOLockedValueBox<State>
    init(_ state: State) { value = NIOLockedValueBox(state) }
  }

  package let port: Int

  /// For `--upstream`.
  package var address: String { "\(scheme)://127.0.0.1:\(port)/api/v1" }

  /// Listens on a free port, with TLS if configured; `answer` is sent when the script has run out.
  package init(answering answer: Answer, security: NIOSSLContext? = nil) async throws {
    let state = SharedState(State(answer: answer))
    self.state = state
    scheme = security == nil ? "http" : "https"
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.maxMessagesPerRead, value: 16)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          if let security { try pipeline.addHandler(NIOSSLServerHandler(context: security)) }
          try pipeline.addHandler(
            RequestReader { request in Self.receive(request, from: state) })
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = channel.localAddress?.port ?? 0
  }

  /// Runs `body` with a server that is stopped afterwards.
  package static func serving(
    _ script: Answer..., otherwise answer: Answer = .error(500, "the script has run out"),
    body: (SimulatedOpenRouter) async throws -> Void
  ) async throws {
    let server = try await SimulatedOpenRouter(answering: answer)
    server.next(script)
    do {
      try await body(server)
      await server.stop()
    } catch {
      await server.stop()
      throw error
    }
  }

  /// Adds answers for one request each.
  package func next(_ answers: [Answer]) { state.value.withLockedValue { $0.script += answers } }

  /// Changes the answer for requests beyond the script.
  package func answer(_ answer: Answer) { state.value.withLockedValue { $0.answer = answer } }

  /// Sets the answer for a path below the base address, whatever the script: `/models/a/b/endpoints`.
  package func answer(_ path: String, with answer: Answer) {
    state.value.withLockedValue { $0.answers["/api/v1" + path] = answer }
  }

  /// Sets the endpoints of a model.
  package func answer(endpointsOf id: String, with answer: Answer) {
    self.answer("/models/\(id)/endpoints", with: answer)
  }

  /// The paths that were asked for, without that of the base address.
  package var paths: [String] { requests.map { String($0.path.dropFirst("/api/v1".count)) } }

  package var requests: [Request] { state.value.withLockedValue { $0.requests } }

  /// Waits until this many requests have arrived in total.
  package func received(_ count: Int) async {
    await withCheckedContinuation { continuation in
      let isThere = state.value.withLockedValue { state in
        if state.requests.count < count { state.watchers.append((count, continuation)) }
        return state.requests.count >= count
      }
      if isThere { continuation.resume() }
    }
  }

  /// Stops listening: further connections are refused.
  package func stop() async { try? await channel.close() }

  private static func receive(_ request: Request, from shared: SharedState) -> Answer? {
    if request.method == "CONNECT" {
      shared.value.withLockedValue { $0.requests.append(request) }
      return nil
    }
    let (answer, watchers) = shared.value.withLockedValue { state in
      state.requests.append(request)
      let due = state.watchers.filter { $0.count <= state.requests.count }
      state.watchers.removeAll { $0.count <= state.requests.count }
      let answer =
        state.answers[request.path]
        ?? (state.script.isEmpty ? state.answer : state.script.removeFirst())
      return (answer, due)
    }
    for watcher in watchers { watcher.continuation.resume() }
    return answer
  }
}
