#if canImport(Glibc)
  import Glibc
#endif

/// Directories that only their owner may read.
package enum PrivateDirectory {
  /// Creates the missing directories of the path.
  package static func make(_ directory: String) throws(AtomicFile.Fault) {
    var path = directory.hasPrefix("/") ? "" : "."
    for part in directory.split(separator: "/") {
      path += "/\(part)"
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
        throw AtomicFile.Fault(reason: SystemMessage.words(errno: errno))
      }
    }
  }
}
