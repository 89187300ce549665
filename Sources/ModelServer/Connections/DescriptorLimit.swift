import NIOCore

#if canImport(Glibc)
  import Glibc
#endif

/// The system's limit of open files and connections for this process.
enum DescriptorLimit {
  /// Reserved for everything that is not a client connection: event loops, files, history,
  /// upstream.
  private static let reserve = 64 + 4 * System.coreCount

  /// Raises the limit as far as needed and allowed, and returns the possible number of connections.
  ///
  /// At most `wanted`, at least 1.
  static func connections(wanted: Int) -> Int {
    var limit = rlimit()
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    guard getrlimit(files, &limit) == 0 else { return wanted }
    let needed = rlim_t(wanted + reserve)
    if limit.rlim_cur < needed {
      var raised = limit
      raised.rlim_cur = min(needed, limit.rlim_max)
      if setrlimit(files, &raised) == 0 { limit = raised }
    }
    let granted = Int(min(limit.rlim_cur, needed))
    return max(1, min(wanted, granted - reserve))
  }
}
