import HummingbirdCore
import Logging
import NIOCore

/// Handles each connection on its own event loop, so that a quick answer wakes no other thread: a
/// search takes a third less of the processor.
///
/// What takes long has to leave the loop, which other connections wait for: see
/// ``offLoop(if:_:)``.
struct LoopChannel<Base: ServerChildChannel>: ServerChildChannel {
  let base: Base

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
    base.setup(channel: channel, logger: logger)
  }

  func handle(value: Base.Value, logger: Logger) async {
    await withTaskExecutorPreference(LoopExecutor(loop: value.channel.eventLoop)) {
      await base.handle(value: value, logger: logger)
    }
  }
}

/// Runs tasks on an event loop.
private final class LoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(loop: any EventLoop) { self.loop = loop }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// Does some work on the threads of the task pool if it `takesLong`, otherwise where the caller is.
func offLoop<Value: Sendable, Failure>(
  if takesLong: Bool, _ work: () async throws(Failure) -> Value
) async throws(Failure) -> Value {
  takesLong
    ? try await withTaskExecutorPreference(globalConcurrentExecutor, operation: work)
    : try await work()
}
