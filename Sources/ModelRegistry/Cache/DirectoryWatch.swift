// Dispatch sources may be cancelled from any thread; their protocols do not say so yet.
@preconcurrency import Dispatch

#if canImport(Glibc)
  import Glibc
#endif

/// Tells that files of a directory were replaced, written or taken away: by inotify, not by asking.
final class DirectoryWatch: Sendable {
  /// One element for any number of changes since the last; the first comes at once.
  let changes: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let source: (any DispatchSourceRead)?

  /// The directory is made if it is not there, at first or later; of one that cannot be watched
  /// nothing is told.
  init(_ directory: String) {
    (changes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    continuation.yield()
    let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0, Self.add(directory, to: descriptor) else {
      if descriptor >= 0 { close(descriptor) }
      source = nil
      return
    }
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor)
    self.source = source
    source.setEventHandler { [continuation] in
      if Self.takesEnd(from: descriptor) { _ = Self.add(directory, to: descriptor) }
      continuation.yield()
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
  }

  deinit {
    source?.cancel()
    continuation.finish()
  }

  private static func add(_ directory: String, to descriptor: Int32) -> Bool {
    try? PrivateDirectory.make(directory)
    let events = UInt32(
      IN_MOVED_TO | IN_CLOSE_WRITE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
    return inotify_add_watch(descriptor, directory, events) >= 0
  }

  /// Reads what has happened; whether the directory itself has gone.
  private static func takesEnd(from descriptor: Int32) -> Bool {
    var hasGone = false
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      buffer.withUnsafeBytes { bytes in
        var place = 0
        while place + MemoryLayout<inotify_event>.size <= count {
          let event = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
          // One that was moved away is not followed there.
          if event.mask & UInt32(IN_MOVE_SELF) != 0 { inotify_rm_watch(descriptor, event.wd) }
          if event.mask & UInt32(IN_IGNORED | IN_MOVE_SELF) != 0 { hasGone = true }
          place += MemoryLayout<inotify_event>.size + Int(event.len)
        }
      }
    }
    return hasGone
  }

  /// Tells of a change that only might have been.
  func suspect() { continuation.yield() }
}
