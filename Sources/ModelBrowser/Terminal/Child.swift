import CTerminal
import Glibc
import ModelRegistry

/// Runs a child process without terminal and output, in its own session.
///
/// Not with swift-subprocess, whose `run` returns only after the child has ended: xclip goes on
/// running for as long as it holds the selection.
enum Child {
  enum Outcome: Hashable, Sendable {
    case ended(status: Int)
    /// It did not end in time.
    case running
    /// Why it could not be started.
    case notStarted(String)
  }

  /// Runs a program and waits at most `limit` for its end; blocks, so not for the event loop.
  ///
  /// - Parameters:
  ///   - arguments: The program's name, looked up on PATH, and its arguments.
  ///   - environment: Its variables; the API key is never among them.
  ///   - input: Its standard input.
  ///   - limit: How long to wait.
  ///   - killsLate: Whether a program that needs longer is killed or left running.
  /// - Returns: `running` if it needs longer, killed or not.
  static func run(
    _ arguments: [String], environment: [String: String], input: String = "", limit: Duration,
    killsLate: Bool
  ) -> Outcome {
    let pointers = copies(of: arguments)
    let variables = copies(of: environment.withoutAPIKey.map { "\($0.key)=\($0.value)" })
    defer { for pointer in pointers + variables { free(pointer) } }
    let milliseconds = Int32(limit.components.seconds * 1000)
    var input = input
    let status = input.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cterm_run(pointers, variables, $0.baseAddress, $0.count, milliseconds, killsLate)
      }
    }
    switch Int(status) {
    case Int(CTERM_RUNNING): return .running
    case Int(CTERM_NOT_STARTED): return .notStarted(String(cString: strerror(errno)))
    default: return .ended(status: Int(status))
    }
  }

  /// Nil-terminated; the caller frees them.
  private static func copies(of texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }
}
