import Dispatch

/// What must hold for any input, for each parser of untrusted bytes.
///
/// The fuzzers search for inputs that violate it; the tests replay the corpus.
package enum FuzzCheck: String, CaseIterable, Sendable {
  /// The body of upstream's answer, and everything derived from its models.
  case payload
  /// The text of a query, and a search with it.
  case query
  /// Bytes from a terminal.
  case keys
  /// The sanitiser, and the code that measures and wraps text.
  case text
  /// The notes beside the cached list.
  case note
  /// A damaged history file.
  case history

  /// What is violated for these bytes, in words; nil if nothing is.
  package func fault(in input: [UInt8]) async -> String? {
    do throws(Fault) {
      switch self {
      case .payload: try PayloadCheck(body: input).run()
      case .query: try QueryCheck(input).run()
      case .keys: try KeysCheck(input).run()
      case .text: try TextCheck(input).run()
      case .note: try NoteCheck(input).run()
      case .history: try await HistoryCheck(input).run()
      }
      return nil
    } catch {
      return error.description
    }
  }

  /// Crashes with the violation if there is one, as fuzzers expect.
  package func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    let ended = DispatchSemaphore(value: 0)
    Task.detached {
      if let fault = await fault(in: input) { fatalError(fault) }
      ended.signal()
    }
    ended.wait()
    return 0
  }
}

/// A violation.
struct Fault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Throws a violation unless the condition holds.
func require(_ condition: Bool, _ words: @autoclosure () -> String) throws(Fault) {
  if !condition { throw Fault(words()) }
}
