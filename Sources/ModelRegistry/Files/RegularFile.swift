package import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The content and modification date of a regular file; pipes and devices, which could block, are
/// refused.
package struct RegularFile {
  package var bytes: [UInt8]
  package var modified: Date

  package var data: Data { Data(bytes) }

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
      bytes: try content(of: descriptor, expected: Int(status.st_size), limit: limit),
      modified: modified)
  }

  private static var failed: Fault { .unreadable(SystemMessage.words(errno: errno)) }

  /// The size is only a guess: another process may be writing.
  private static func content(
    of descriptor: Int32, expected: Int, limit: Int
  ) throws(Fault) -> [UInt8] {
    var content: [UInt8] = []
    var room = expected + 1
    while true {
      let part = try read(descriptor, room)
      guard !part.isEmpty else { return content }
      if content.isEmpty { content = part } else { content += part }
      guard content.count <= limit else { throw .tooLarge }
      room = max(expected + 1 - content.count, 65_536)
    }
  }

  /// At most `room` bytes; none at the end of the file.
  private static func read(_ descriptor: Int32, _ room: Int) throws(Fault) -> [UInt8] {
    var result = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      repeat {
        result = Glibc.read(descriptor, buffer.baseAddress, room)
      } while result < 0 && errno == EINTR
      count = max(result, 0)
    }
    guard result >= 0 else { throw failed }
    return bytes
  }
}
