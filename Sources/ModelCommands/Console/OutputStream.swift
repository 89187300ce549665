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

  /// The terminal's size in cells; nil if it is not a terminal or does not report it.
  var terminalSize: (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Writes all of it.
  ///
  /// A closed pipe (`| head -1`) is not an error: the program exits with 0. Any other failure is
  /// one, or a script would mistake partial data for all of it.
  func write(_ bytes: some Collection<UInt8>) throws {
    // Writing to a closed pipe should return EPIPE, not kill the process.
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
