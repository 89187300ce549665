package import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Replaces files atomically: at any time, also after a crash, the file has the old or the new
/// content.
///
/// A symbolic link at the path is itself replaced; its target is not touched, unless it was asked for
/// with ``init(following:)``.
package struct AtomicFile {
  let directory: String
  let name: String

  package init(directory: String, name: String) {
    self.directory = directory
    self.name = name
  }

  /// The file at a path or, if a symbolic link of the same user leads from there to a file of theirs,
  /// that file: a person may keep it in another place.
  package init(following path: String) {
    var target = path
    // As many links as the system follows.
    for _ in 0..<40 {
      var status = stat()
      guard lstat(target, &status) == 0, status.st_mode & S_IFMT == S_IFLNK,
        status.st_uid == geteuid(), let next = Self.destination(ofLink: target)
      else { break }
      target = next
    }
    var status = stat()
    let isOwn =
      lstat(target, &status) == 0
      ? status.st_mode & S_IFMT == S_IFREG && status.st_uid == geteuid() : errno == ENOENT
    let chosen = isOwn ? target : path
    let slash = chosen.lastIndex(of: "/") ?? chosen.startIndex
    self.init(
      directory: String(chosen[..<slash]), name: String(chosen[slash...].drop { $0 == "/" }))
  }

  /// Nil if it cannot be read.
  private static func destination(ofLink path: String) -> String? {
    guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else {
      return nil
    }
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    return target.hasPrefix("/") ? target : "\(path[..<slash])/\(target)"
  }

  /// The reason, in the system's words.
  package struct Fault: Error, Equatable, CustomStringConvertible {
    package var reason: String

    package var description: String { reason }
  }

  var path: String { "\(directory)/\(name)" }

  /// Only the owner may read the file, unless `mode` allows more.
  ///
  /// With `waitsForDisk`, the content survives a power failure right after the call.
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

  /// Deletes the file if it exists.
  func remove() { unlink(path) }

  /// Deletes temporary files of killed writers that are older than an hour.
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

  /// Makes the rename durable; errors are ignored, since the content is written.
  private func syncDirectory() {
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
