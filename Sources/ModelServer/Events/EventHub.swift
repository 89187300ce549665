import NIOConcurrencyHelpers
import NIOCore
import Synchronization

/// Wakes every open event stream when there may be something new.
///
/// A stream reads the newest state itself when it wakes, so a slow one skips states and buffers
/// none.
final class EventHub: Sendable {
  private struct State {
    var streams: [Int: AsyncStream<Void>.Continuation] = [:]
    var next = 0
    var isClosed = false
  }

  private let state = NIOLockedValueBox(State())
  private let beatCount = Atomic<Int>(0)
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  var count: Int { state.withLockedValue { $0.streams.count } }

  /// The wake-ups of a new stream, the first immediately, until ``close()``; nil if too many are
  /// open.
  func open() -> AsyncStream<Void>? {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let number = state.withLockedValue { state -> Int? in
      guard state.streams.count < limit, !state.isClosed else { return nil }
      state.next += 1
      state.streams[state.next] = continuation
      return state.next
    }
    guard let number else { return nil }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLockedValue { $0.streams[number] = nil }
    }
    continuation.yield()
    return stream
  }

  /// The number of heartbeats so far.
  var beats: Int { beatCount.load(ordering: .relaxed) }

  /// Asks all streams to send a heartbeat.
  func beat() {
    beatCount.add(1, ordering: .relaxed)
    wake()
  }

  /// Wakes all streams.
  func wake() {
    let streams = state.withLockedValue { Array($0.streams.values) }
    for stream in streams { stream.yield() }
  }

  /// Ends all streams and opens no new ones.
  func close() {
    let streams = state.withLockedValue { state in
      state.isClosed = true
      return Array(state.streams.values)
    }
    for stream in streams { stream.finish() }
  }
}
