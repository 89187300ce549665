import Foundation

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

  /// Longer than any fetch: who has held the lease for longer was stopped, and is not waited for.
  static let longest: TimeInterval = 60

  /// Blocks for a moment only if the holder seems to have been stopped.
  ///
  /// In a directory that is not writable, or if the holder was stopped, every process gets the lease.
  static func attempt(in directory: String, now: Date) -> Attempt {
    try? PrivateDirectory.make(directory)
    let path = "\(directory)/\(name)"
    // Read-only, so that closing after a failed attempt notifies nobody.
    let descriptor = open(path, O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { return .held(CacheLock(descriptor: -1, releaseSignal: -1)) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let isTaken = errno == EWOULDBLOCK && !isStale(descriptor, now: now)
      close(descriptor)
      return isTaken ? .taken : .held(CacheLock(descriptor: -1, releaseSignal: -1))
    }
    let releaseSignal = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    // For those who wait: who holds it, and since when.
    var holder = "\(getpid())\n"
    holder.withUTF8 { _ = write(releaseSignal, $0.baseAddress, $0.count) }
    let seconds = now.timeIntervalSince1970.rounded(.down)
    let time = timespec(
      tv_sec: Int(seconds), tv_nsec: Int((now.timeIntervalSince1970 - seconds) * 1e9))
    futimens(descriptor, [time, time])
    return .held(CacheLock(descriptor: descriptor, releaseSignal: releaseSignal))
  }

  /// Whether another process fetches now.
  static func isTakenByAnother(in directory: String, now: Date) -> Bool {
    let descriptor = open("\(directory)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return false }
    guard errno == EWOULDBLOCK, !isStale(descriptor, now: now) else { return false }
    var holder = [UInt8](repeating: 0, count: 20)
    let count = max(0, pread(descriptor, &holder, holder.count, 0))
    return String(decoding: holder.prefix(count), as: UTF8.self) != "\(getpid())\n"
  }

  private static func isStale(_ descriptor: Int32, now: Date) -> Bool {
    func isOld() -> Bool {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { return false }
      let begun = Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
      return abs(now.timeIntervalSince1970 - begun) > longest
    }
    guard isOld() else { return false }
    // Who has just got the lease has not written its date yet.
    poll(nil, 0, 20)
    return isOld()
  }
}
