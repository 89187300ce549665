package import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Replaces files so that a reader, or a crash at any time, finds the old or the new content whole.
///
/// A symbolic link at the path is itself replaced: what it points to is left alone.
package struct AtomicFile {
  let directory: String
  let name: String

  package init(directory: String, name: String) {
    self.directory = directory
    self.name = name
  }

  /// What went wrong, in the system's words.
  package struct Fault: Error, Equatable {
    package var reason: String
  }

  var path: String { "\(directory)/\(name)" }

  /// The file is for its owner alone unless the mode says otherwise.
  ///
  /// What need not outlast a power cut at once need not wait for the disk.
  package func write(
    _ data: Data, mode: mode_t = 0o600, waitsForDisk: Bool = true
  ) throws(Fault) {
    let temporary = "\(directory)/\(temporaryPrefix)\(UInt64.random(in: 0 ... .max)).tmp"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(temporary, flags, 0o600)
    guard descriptor >= 0 else { throw Self.failed }
    do throws(Fault) {
      defer { close(descriptor) }
      try Self.fill(descriptor, with: data)
      guard fchmod(descriptor, mode) == 0 else { throw Self.failed }
      if waitsForDisk, fsync(descriptor) != 0 { throw Self.failed }
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let fault = Self.failed
      unlink(temporary)
      throw fault
    }
    if waitsForDisk { syncDirectory() }
  }

  /// Takes the file away if it is there.
  func remove() { unlink(path) }

  /// Takes away what writers that were killed have left behind, if it is older than an hour.
  package func removeLeftovers(now: Date) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    for name in names where name.hasPrefix(temporaryPrefix) && name.hasSuffix(".tmp") {
      let path = "\(directory)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        now.timeIntervalSince1970 - Double(status.st_mtim.tv_sec) > 3600
      else { continue }
      unlink(path)
    }
  }

  private var temporaryPrefix: String { ".\(name)." }

  private static var failed: Fault { Fault(reason: SystemMessage.words(errno: errno)) }

  private static func fill(_ descriptor: Int32, with data: Data) throws(Fault) {
    var rest = data[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failed }
      rest = rest.dropFirst(count)
    }
  }

  /// Makes the new name last; that it may not is no reason to call the writing failed.
  private func syncDirectory() {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
