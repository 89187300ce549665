// Dispatch sources may be cancelled from any thread; their protocols do not say so yet.
@preconcurrency import Dispatch

#if canImport(Glibc)
  import Glibc
#endif

/// Reports that a descriptor is readable, without polling.
final class DescriptorWatch: Sendable {
  /// One element for any number of changes since the last.
  let changes: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let source: (any DispatchSourceRead)?

  /// Owns the descriptor; a negative one never reports anything.
  ///
  /// `drain` reads the pending data before a change is reported, and returns whether more can
  /// follow.
  init(_ descriptor: Int32, drain: @escaping @Sendable () -> Bool) {
    (changes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    guard descriptor >= 0 else {
      source = nil
      return
    }
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor)
    self.source = source
    source.setEventHandler { [continuation, source] in
      if !drain() { source.cancel() }
      continuation.yield()
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
  }

  deinit {
    source?.cancel()
    continuation.finish()
  }

  /// Reports a possible change.
  func suspect() { continuation.yield() }
}
