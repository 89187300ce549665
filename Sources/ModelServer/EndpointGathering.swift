import ModelCatalog
import ModelRegistry
import NIOConcurrencyHelpers

/// Fetches in the background what queries ask about endpoints, for one query at a time.
///
/// A query that comes meanwhile is answered from what is known; asked again, it gets its turn.
final class EndpointGathering: Sendable {
  private let store: EndpointStore
  private let isRunning = NIOLockedValueBox(false)

  init(_ store: EndpointStore) { self.store = store }

  func begin(_ ids: [Model.ID], for need: EndpointNeed, zeroRetention: Bool) {
    let begins = isRunning.withLockedValue { isRunning in
      defer { isRunning = true }
      return !isRunning
    }
    guard begins else { return }
    Task {
      for await _ in store.gather(ids, for: need, zeroRetention: zeroRetention) {}
      isRunning.withLockedValue { $0 = false }
    }
  }
}
