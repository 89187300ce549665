import ArgumentParser
import ModelCatalog
import ModelRegistry
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Standard output or standard error: the only way to write to them, and one that cannot trap.
package enum OutputStream: Int32, Sendable {
  case output = 1
  case error = 2

  /// Keeps the numbers 0, 1 and 2 for the standard streams: a file that is opened later could get
  /// the number of a stream that the caller closed, and messages would be written into it.
  ///
  /// Reading from and writing to such a stream fails, as if it were still closed.
  package static func reserveDescriptors() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free number is the missing one.
      _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The terminal's size in cells; nil if it is not a terminal or does not report it.
  var terminalSize: (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Writes all of it, as data: what cannot be written is an error.
  ///
  /// A closed pipe (`| head -1`) is not an error: the program exits with 0. Any other failure is
  /// one, or a script would mistake partial data for all of it.
  ///
  /// What a person has chosen must arrive: with `mustArrive` a closed pipe is an error too.
  package func write(_ bytes: some Collection<UInt8>, mustArrive: Bool = false) throws {
    switch send(Array(bytes), patience: -1) {
    case .written: return
    case .failed(EPIPE) where !mustArrive: throw ExitCode.success
    case .failed(let code):
      throw CommandFailure.unable(
        "standard output cannot be written: \(SystemMessage.words(errno: code))")
    case .unread: return
    }
  }

  /// Writes a message on standard error if possible: one that is closed, full, or not read for a
  /// second loses it, and nothing else happens.
  package static func message(_ text: String) {
    // After one lost message the next ones do not wait.
    let patience: Int32 = isUnread.load(ordering: .relaxed) ? 0 : 1000
    let outcome = error.send(Array(text.utf8), patience: patience)
    isUnread.store(outcome == .unread, ordering: .relaxed)
  }

  /// Writes one line on standard error that begins with the program's name, if possible.
  package static func complain(_ text: String) {
    message("modeldex: \(DisplayText.harmless(text))\n")
  }

  private static let isUnread = Atomic(false)

  private enum Outcome: Equatable {
    case written
    /// With the system's error code.
    case failed(Int32)
    /// Nobody has read it in time.
    case unread
  }

  /// `patience`: milliseconds to wait for a reader each time; negative waits without a limit.
  private func send(_ bytes: [UInt8], patience: Int32) -> Outcome {
    // Writing to a closed pipe should return EPIPE, not kill the process.
    signal(SIGPIPE, SIG_IGN)
    var rest = bytes[...]
    while !rest.isEmpty {
      if patience >= 0, !isWritable(within: patience) { return .unread }
      // A pipe that is reported writable takes as much without blocking.
      let part = patience < 0 ? rest : rest.prefix(Int(PIPE_BUF))
      let count = part.withUnsafeBytes { Glibc.write(rawValue, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: _ = isWritable(within: patience)
      case let code: return .failed(code)
      }
    }
    return .written
  }

  private func isWritable(within milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
    while true {
      let ready = poll(&entry, 1, milliseconds)
      if ready < 0, errno == EINTR { continue }
      return ready != 0
    }
  }
}
