package import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The content and modification date of a regular file; pipes and devices, which could block, are
/// refused.
package struct RegularFile {
  package var data: Data
  package var modified: Date

  package enum Fault: Error, Equatable {
    /// In the system's words.
    case unreadable(String)
    case tooLarge

    /// Whether there is no such file.
    package var isMissing: Bool {
      [ENOENT, ENOTDIR].contains { self == .unreadable(SystemMessage.words(errno: $0)) }
    }
  }

  /// Reads the whole file if it has at most `limit` bytes.
  package static func read(_ path: String, limit: Int) throws(Fault) -> RegularFile {
    try read(path: Array(path.utf8CString), limit: limit)
  }

  /// The same of a path whose bytes may be no UTF-8; it ends with a zero.
  package static func read(path: [CChar], limit: Int) throws(Fault) -> RegularFile {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failed }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failed }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable("not a regular file") }
    guard status.st_size <= limit else { throw .tooLarge }
    let modified = Date(
      timeIntervalSince1970: Double(status.st_mtim.tv_sec)
        + Double(status.st_mtim.tv_nsec) / 1e9)
    return RegularFile(
      data: try content(of: descriptor, expected: Int(status.st_size), limit: limit),
      modified: modified)
  }

  private static var failed: Fault { .unreadable(SystemMessage.words(errno: errno)) }

  /// The size is only a guess: another process may be writing.
  private static func content(
    of descriptor: Int32, expected: Int, limit: Int
  ) throws(Fault) -> Data {
    var data = Data(count: expected + 1)
    var filled = 0
    while true {
      let room = data.count - filled
      let count = data.withUnsafeMutableBytes { bytes in
        Glibc.read(descriptor, bytes.baseAddress?.advanced(by: filled), room)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failed }
      guard count > 0 else { break }
      filled += count
      guard filled <= limit else { throw .tooLarge }
      if filled == data.count { data.count *= 2 }
    }
    return data.prefix(filled)
  }
}
