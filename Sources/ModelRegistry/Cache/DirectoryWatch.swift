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

  /// The directory is made if it is not there; of one that cannot be watched nothing is told.
  init(_ directory: String) {
    (changes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    continuation.yield()
    try? PrivateDirectory.make(directory)
    let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    let events = UInt32(IN_MOVED_TO | IN_CLOSE_WRITE | IN_DELETE | IN_ONLYDIR)
    guard descriptor >= 0, inotify_add_watch(descriptor, directory, events) >= 0 else {
      if descriptor >= 0 { close(descriptor) }
      source = nil
      return
    }
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor)
    self.source = source
    source.setEventHandler { [continuation] in
      var buffer = [UInt8](repeating: 0, count: 4096)
      while read(descriptor, &buffer, buffer.count) > 0 {}
      continuation.yield()
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
  }

  deinit {
    source?.cancel()
    continuation.finish()
  }

  /// Tells of a change that only might have been.
  func suspect() { continuation.yield() }
}
