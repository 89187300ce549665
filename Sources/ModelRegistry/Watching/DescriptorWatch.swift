// Dispatch sources may be cancelled from any thread; their protocols do not say so yet.
@preconcurrency import Dispatch

#if canImport(Glibc)
  import Glibc
#endif

/// Tells that the kernel has something to say by a descriptor, without asking it again and again.
final class DescriptorWatch: Sendable {
  /// One element for any number of times since the last.
  let changes: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let source: (any DispatchSourceRead)?

  /// Owns the descriptor; by a negative one nothing is told.
  ///
  /// `drain` reads what there is, before it is told, and answers whether there can be more.
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

  /// Tells of a change that only might have been.
  func suspect() { continuation.yield() }
}
