import NIOCore

#if canImport(Glibc)
  import Glibc
#endif

/// How many files and connections the system lets this process have open at once.
enum DescriptorLimit {
  /// Kept back for everything that is no connection: event loops, files, the history, upstream.
  private static let reserve = 64 + 4 * System.coreCount

  /// Asks the system for as many as are needed, and answers how many connections there can be.
  ///
  /// At most `wanted`, and one at least.
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
