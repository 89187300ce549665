package import Foundation
import ModelRegistry

#if canImport(Glibc)
  import Glibc
#endif

/// Stores the user's choices in a small JSON file.
package struct PersonalStore: Sendable {
  let file: URL

  package init(directory: URL) {
    file = directory.appending(path: BrowserStateFile.name)
  }

  /// Defaults if there is no readable file.
  func load() -> PersonalState { read() ?? PersonalState() }

  private func read() -> PersonalState? {
    guard let kept = try? RegularFile.read(file.path, limit: BrowserStateFile.sizeLimit)
    else { return nil }
    let state = try? JSONDecoder().decode(PersonalState.self, from: kept.data)
    // Kept aside, because the next save would overwrite a file that the user may want to repair.
    if state == nil { rename(file.path, file.path + ".unreadable") }
    return state
  }

  /// Merges the changes since `before` into the file, which another browser may have written.
  ///
  /// The file is readable only by its owner and replaced atomically; if it is a link into a directory
  /// of the same user, such as for dotfiles, the file that it names is.
  func save(_ state: PersonalState, changedSince before: PersonalState) throws(AtomicFile.Fault) {
    let directory = file.deletingLastPathComponent().path
    try PrivateDirectory.make(directory)
    let lock = DirectoryLock(directory)
    let merged = read().map { state.merged(into: $0, changedSince: before) } ?? state
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    // Encoding of texts, dates and flags cannot fail.
    let data = (try? encoder.encode(merged)) ?? Data()
    let target = AtomicFile(following: file.path)
    target.removeLeftovers(now: Date())
    try target.write(data, waitsForDisk: false)
    withExtendedLifetime(lock) {}
  }

  /// Held while the file is read and written; a holder that was stopped is not waited for long.
  private final class DirectoryLock {
    private let descriptor: Int32

    init(_ directory: String) {
      descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      var tries = 20
      while flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK, tries > 0 {
        tries -= 1
        poll(nil, 0, 5)
      }
    }

    deinit {
      if descriptor >= 0 { close(descriptor) }
    }
  }
}
