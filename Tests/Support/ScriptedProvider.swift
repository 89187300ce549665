package import Foundation
package import ModelRegistry
import Synchronization

/// A provider without a network: each call takes the next result, the last one for ever.
package final class ScriptedProvider: ModelProvider {
  package typealias Outcome = Result<Data, ProviderError>

  private let state: Mutex<(script: [Outcome], calls: Int)>
  private let gate: Gate?

  /// Bodies or errors in order; with a gate, no call returns before it is open.
  package init(_ script: [Outcome], held gate: Gate? = nil) {
    state = Mutex((script, 0))
    self.gate = gate
  }

  package var calls: Int { state.withLock { $0.calls } }

  package func models() async throws(ProviderError) -> ProviderListing {
    let outcome = state.withLock { state in
      state.calls += 1
      return state.script.count > 1 ? state.script.removeFirst() : state.script.first
    }
    await gate?.wait()
    return try OpenRouterPayload.listing(from: (outcome ?? .failure(.refused(.offline))).get())
  }
}
