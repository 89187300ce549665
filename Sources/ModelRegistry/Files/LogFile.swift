package import Foundation
package import Logging

#if canImport(Glibc)
  import Glibc
#endif

/// A log in a file of a person's own, where stderr is a screen: a line for each thing that happened.
///
/// Any number of processes may write it. What is a megabyte long is put aside once, as `….1`; what
/// cannot be written is lost, for nobody could be told.
package struct LogFile: LogHandler {
  package var metadata: Logger.Metadata = [:]
  package var logLevel = Logger.Level.info

  private let directory: String
  private let now: @Sendable () -> Date

  private static let name = "modeldex.log"
  /// In bytes.
  static let limit: off_t = 1 << 20

  /// `directory` is made with the first line.
  package init(directory: String, now: @escaping @Sendable () -> Date = { Date() }) {
    self.directory = directory
    self.now = now
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    let facts = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
      .map { " \($0.key)=\($0.value)" }.joined()
    let time = now().formatted(Date.ISO8601FormatStyle())
    append("\(time) \(event.level) \(event.message)\(facts)\n")
  }

  private func append(_ line: String) {
    try? PrivateDirectory.make(directory)
    let path = "\(directory)/\(Self.name)"
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    var descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { return }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size >= Self.limit {
      putAside(path, status, descriptor)
      close(descriptor)
      descriptor = open(path, flags, 0o600)
    }
    // One call, so that lines of several processes stay whole.
    var line = line
    line.withUTF8 { _ = write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }

  /// Unless another process has just done so, or is about to.
  private func putAside(_ path: String, _ status: stat, _ descriptor: Int32) {
    var current = stat()
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, lstat(path, &current) == 0,
      current.st_ino == status.st_ino
    else { return }
    // Where it cannot be renamed it is given up: a log does not grow for ever.
    if rename(path, path + ".1") != 0 { unlink(path) }
  }
}
