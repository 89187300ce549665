import Foundation
import NIOConcurrencyHelpers

/// What a process writes to a pipe, read as it arrives.
final class ProcessLog: Sendable {
  private struct State {
    var bytes = Data()
    var isOver = false
    var watchers: [CheckedContinuation<Void, Never>] = []
  }

  private let state = NIOLockedValueBox(State())

  /// Reads until the process ends.
  init(_ pipe: FileHandle) {
    pipe.readabilityHandler = { [state] pipe in
      let bytes = pipe.availableData
      if bytes.isEmpty { pipe.readabilityHandler = nil }
      let watchers = state.withLockedValue { state in
        state.bytes += bytes
        state.isOver = bytes.isEmpty
        defer { state.watchers = [] }
        return state.watchers
      }
      for watcher in watchers { watcher.resume() }
    }
  }

  var text: String { state.withLockedValue { String(decoding: $0.bytes, as: UTF8.self) } }

  func waitForEnd() async { _ = await wait { _ in false } }

  /// Waits for a text that satisfies the condition; false if the text ends before.
  func wait(until isMeant: (String) -> Bool) async -> Bool {
    while true {
      let (bytes, isOver) = state.withLockedValue { ($0.bytes, $0.isOver) }
      if isMeant(String(decoding: bytes, as: UTF8.self)) { return true }
      if isOver { return false }
      await withCheckedContinuation { continuation in
        let hasMore = state.withLockedValue { state in
          let hasMore = state.isOver || state.bytes.count > bytes.count
          if !hasMore { state.watchers.append(continuation) }
          return hasMore
        }
        if hasMore { continuation.resume() }
      }
    }
  }
}
