#if canImport(Glibc)
  import Glibc
#endif

/// The lease to fetch from upstream: one of the processes that share a cache holds it at a time.
///
/// Released when this value is deinitialised or its process dies.
final class CacheLock: Sendable {
  enum Attempt {
    case held(CacheLock)
    /// Held by another process.
    case taken
  }

  static let name = "openrouter.lock"

  /// Negative if the directory is not writable, so that nothing is shared.
  private let descriptor: Int32
  /// Open for writing while the lease is held: closing it notifies the waiting processes (inotify).
  private let releaseSignal: Int32

  private init(descriptor: Int32, releaseSignal: Int32) {
    self.descriptor = descriptor
    self.releaseSignal = releaseSignal
  }

  deinit {
    // Release the lock before the notification.
    if descriptor >= 0 { close(descriptor) }
    if releaseSignal >= 0 { close(releaseSignal) }
  }

  /// Never blocks.
  ///
  /// In a directory that is not writable, every process gets the lease.
  static func attempt(in directory: String) -> Attempt {
    try? PrivateDirectory.make(directory)
    let path = "\(directory)/\(name)"
    // Read-only, so that closing after a failed attempt notifies nobody.
    let descriptor = open(path, O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { return .held(CacheLock(descriptor: -1, releaseSignal: -1)) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let isTaken = errno == EWOULDBLOCK
      close(descriptor)
      return isTaken ? .taken : .held(CacheLock(descriptor: -1, releaseSignal: -1))
    }
    let releaseSignal = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    return .held(CacheLock(descriptor: descriptor, releaseSignal: releaseSignal))
  }
}
