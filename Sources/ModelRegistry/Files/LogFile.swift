package import Foundation
package import Logging

#if canImport(Glibc)
  import Glibc
#endif

/// Writes the log to a file, for programs whose stderr is covered by their screen.
///
/// Any number of processes may write it. At 1 MiB it is renamed to `….1`, replacing an older one.
/// Lines that cannot be written are lost.
package struct LogFile: LogHandler {
  package var metadata: Logger.Metadata = [:]
  package var logLevel = Logger.Level.info

  private let directory: String
  private let now: @Sendable () -> Date

  private static let name = "modeldex.log"
  /// In bytes.
  static let limit: off_t = 1 << 20

  /// `directory` is created with the first line.
  package init(directory: String, now: @escaping @Sendable () -> Date = { Date() }) {
    self.directory = directory
    self.now = now
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    append(Self.line(for: event, metadata: metadata, at: now()))
  }

  /// A line of any of our logs: time, level, message, and the metadata by name.
  package static func line(
    for event: LogEvent, metadata: Logger.Metadata, at time: Date
  ) -> String {
    let facts = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
      .map { " \($0.key)=\($0.value)" }.joined()
    return "\(time.formatted(Date.ISO8601FormatStyle())) \(event.level) \(event.message)\(facts)\n"
  }

  private func append(_ line: String) {
    try? PrivateDirectory.make(directory)
    let path = "\(directory)/\(Self.name)"
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    var descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { return }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size >= Self.limit {
      rotate(path, status, descriptor)
      close(descriptor)
      descriptor = open(path, flags, 0o600)
    }
    // One call, so that lines of several processes are not mixed.
    var line = line
    line.withUTF8 { _ = write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }

  /// Renames the full log, unless another process has done so or is doing so.
  private func rotate(_ path: String, _ status: stat, _ descriptor: Int32) {
    var current = stat()
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, lstat(path, &current) == 0,
      current.st_ino == status.st_ino
    else { return }
    // If it cannot be renamed, delete it: the log must not grow without limit.
    if rename(path, path + ".1") != 0 { unlink(path) }
  }
}
