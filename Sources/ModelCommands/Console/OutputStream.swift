import ArgumentParser
import Foundation
import ModelRegistry

#if canImport(Glibc)
  import Glibc
#endif

/// Standard output or standard error.
enum OutputStream: Int32 {
  case output = 1
  case error = 2

  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Columns that the terminal has; nil if it is none or does not say.
  var terminalWidth: Int? {
    var size = winsize()
    guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes all of it.
  ///
  /// A reader that has seen enough (`| head -1`) is no error: the program ends with 0. Anything
  /// else that keeps the data from going out is one, or a script would take a part for the whole.
  func write(_ bytes: some Collection<UInt8>) throws {
    // What writes to a closed pipe is to be told so, not killed.
    signal(SIGPIPE, SIG_IGN)
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(rawValue, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        throw ExitCode.success
      } else if errno != EINTR {
        throw CommandFailure.unable(
          "standard output cannot be written: \(SystemMessage.words(errno: errno))")
      }
    }
  }
}
