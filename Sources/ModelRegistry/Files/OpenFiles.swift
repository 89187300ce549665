import NIOCore

#if canImport(Glibc)
  import Glibc
#endif

/// The system's limit of open files and connections for this process.
package enum OpenFiles {
  /// What any run opens at most, a server's connections aside.
  ///
  /// Event loops, history, cache, terminal and upstream; with fewer, libraries end the process or name
  /// other reasons.
  private static let needed = 32 + 4 * System.coreCount

  /// Makes sure that there is room, by raising the limit as far as that is allowed.
  ///
  /// Nil if there is; otherwise what to do, as a sentence without a full stop.
  package static func shortage() -> String? {
    var limit = rlimit()
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(files, &limit) == 0 else { return nil }
    let wanted = rlim_t(2 * needed)
    if limit.rlim_cur < wanted, limit.rlim_cur < limit.rlim_max {
      limit.rlim_cur = min(wanted, limit.rlim_max)
      _ = setrlimit(files, &limit)
    }
    guard !hasRoom(for: needed) else { return nil }
    return "only \(limit.rlim_cur) files may be open at once, which is too few; "
      + "allow more with: ulimit -n \(max(wanted, 256))"
  }

  /// Whether that many more can be opened now.
  static func hasRoom(for count: Int) -> Bool {
    var opened: [Int32] = []
    defer { for descriptor in opened { close(descriptor) } }
    for _ in 0..<count {
      let descriptor = fcntl(0, F_DUPFD_CLOEXEC, 3)
      guard descriptor >= 0 else { return errno != EMFILE && errno != ENFILE && errno != EINVAL }
      opened.append(descriptor)
    }
    return true
  }
}
