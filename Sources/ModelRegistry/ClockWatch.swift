import CClock
// Dispatch sources may be cancelled from any thread; their protocols do not say so yet.
@preconcurrency import Dispatch

#if canImport(Glibc)
  import Glibc
#endif

/// Tells that the wall clock was set, or the machine woke from sleep: by the kernel, not by asking.
final class ClockWatch: Sendable {
  /// One element for any number of times since the last.
  let changes: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let source: (any DispatchSourceRead)?

  init() {
    (changes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    let descriptor = modeldex_clock_watch_make()
    guard descriptor >= 0 else {
      source = nil
      return
    }
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor)
    self.source = source
    source.setEventHandler { [continuation, source] in
      if modeldex_clock_watch_renew(descriptor) == 0 { source.cancel() }
      continuation.yield()
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
  }

  deinit {
    source?.cancel()
    continuation.finish()
  }
}
