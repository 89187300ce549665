#if canImport(Glibc)
  import Glibc
#endif

/// The turn to ask upstream for all that share a cache: one process has it at a time.
///
/// It ends with this value or with its process, however that dies.
final class CacheLock: Sendable {
  enum Attempt {
    case held(CacheLock)
    /// Somebody else has it.
    case taken
  }

  static let name = "openrouter.lock"

  /// Negative where there is no lock to be had, and so nobody to share with.
  private let descriptor: Int32
  /// Open for writing while the turn lasts: its closing is what those who wait are told of.
  private let releaseSignal: Int32

  private init(descriptor: Int32, releaseSignal: Int32) {
    self.descriptor = descriptor
    self.releaseSignal = releaseSignal
  }

  deinit {
    // Whoever hears of the end must find the lock free.
    if descriptor >= 0 { close(descriptor) }
    if releaseSignal >= 0 { close(releaseSignal) }
  }

  /// Never waits; in a directory where nothing can be written everyone has the turn.
  static func attempt(in directory: String) -> Attempt {
    try? PrivateDirectory.make(directory)
    let path = "\(directory)/\(name)"
    // Read only: that an attempt ends is no news to those who wait.
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
