#if canImport(Glibc)
  import Glibc
#endif

/// Directories of a person's own: what they hold is their owner's alone.
package enum PrivateDirectory {
  /// Makes what is missing of the path.
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
