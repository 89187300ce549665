import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The system's message for an error.
package enum SystemMessage {
  /// Begins in lower case: "connection refused".
  package static func words(errno code: Int32) -> String {
    if code == ECONNRESET || code == EPIPE { return "connection reset" }
    guard let text = strerror(code).map({ String(cString: $0) }), let first = text.first else {
      return "system error \(code)"
    }
    return first.lowercased() + text.dropFirst()
  }
}
