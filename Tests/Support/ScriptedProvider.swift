package import Foundation
package import ModelRegistry
import NIOConcurrencyHelpers

/// A provider without a network: each call returns the next result, and the last one repeats.
package final class ScriptedProvider: ModelProvider {
  package typealias Outcome = Result<Data, ProviderError>

  private struct State {
    var script: [Outcome]
    var calls = 0
    var callsNow = 0
    var mostCallsAtOnce = 0
  }

  private let state: NIOLockedValueBox<State>
  private let gate: Gate?

  /// Bodies or errors in order; with a gate, no call returns before it is opened.
  package init(_ script: [Outcome], held gate: Gate? = nil) {
    state = NIOLockedValueBox(State(script: script))
    self.gate = gate
  }

  package var calls: Int { state.withLockedValue { $0.calls } }
  package var mostCallsAtOnce: Int { state.withLockedValue { $0.mostCallsAtOnce } }

  package func models() async throws(ProviderError) -> ProviderListing {
    let outcome = state.withLockedValue { state in
      state.calls += 1
      state.callsNow += 1
      state.mostCallsAtOnce = max(state.mostCallsAtOnce, state.callsNow)
      return state.script.count > 1 ? state.script.removeFirst() : state.script.first
    }
    defer { state.withLockedValue { $0.callsNow -= 1 } }
    await gate?.wait()
    return try OpenRouterPayload.listing(from: (outcome ?? .failure(.refused(.offline))).get())
  }
}
