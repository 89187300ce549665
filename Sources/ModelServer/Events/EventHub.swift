import NIOConcurrencyHelpers
import NIOCore
import Synchronization

/// Tells every open event stream that there is something new, and never what.
///
/// A stream that wakes up reads the newest state itself, so a slow one skips and holds nothing.
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

  /// A stream's wake-ups, the first at once, until ``close()``; nil if there are too many.
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

  /// How often it was time for a sign of life.
  var beats: Int { beatCount.load(ordering: .relaxed) }

  /// Asks all streams for a sign of life.
  func beat() {
    beatCount.add(1, ordering: .relaxed)
    wake()
  }

  /// Wakes all streams: there may be news.
  func wake() {
    let streams = state.withLockedValue { Array($0.streams.values) }
    for stream in streams { stream.yield() }
  }

  /// Ends all streams, and opens no more.
  func close() {
    let streams = state.withLockedValue { state in
      state.isClosed = true
      return Array(state.streams.values)
    }
    for stream in streams { stream.finish() }
  }
}
