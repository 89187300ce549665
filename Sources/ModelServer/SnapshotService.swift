import Logging
import ModelRegistry
import ServiceLifecycle

/// Runs the registry's refresh loop, and passes every snapshot to ``CurrentSnapshot`` and the
/// streams.
struct SnapshotService: Service, CustomStringConvertible {
  let registry: ModelRegistry
  let current: CurrentSnapshot
  let hub: EventHub
  let logger: Logger
  let clock: any Clock<Duration>

  /// As logs name it.
  var description: String { "snapshots" }

  /// Proxies and clients close streams that are silent for a minute.
  private static let heartbeat = Duration.seconds(30)

  func run() async throws {
    await withDiscardingTaskGroup { group in
      group.addTask { await registry.run() }
      group.addTask { await listen() }
      group.addTask {
        while (try? await clock.sleep(for: Self.heartbeat)) != nil { hub.beat() }
      }
      try? await gracefulShutdown()
      group.cancelAll()
    }
  }

  private func listen() async {
    var last = current.value.snapshot
    for await snapshot in await registry.snapshots() {
      current.update(to: snapshot)
      hub.wake()
      logger.log(snapshot, after: last)
      last = snapshot
    }
  }
}
