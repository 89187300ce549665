package import ModelRegistry

extension ModelRegistry {
  /// The first snapshot from now on that satisfies the condition.
  package nonisolated func snapshot(
    where condition: (Snapshot) -> Bool
  ) async throws -> Snapshot {
    for await snapshot in await snapshots() where condition(snapshot) { return snapshot }
    throw CancellationError()
  }
}
