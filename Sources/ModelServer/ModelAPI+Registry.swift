import Foundation
import ModelCatalog
import ModelRegistry

/// The endpoints about the registry: status, statistics, refresh.
extension ModelAPI {
  func status(of served: ServedSnapshot) async -> Answer {
    let json = served.snapshot.statusJSON(
      interval: interval, history: try? await registry.history?.usage(),
      now: served.asOf ?? now())
    return Answer(body: Envelope.success(data: json.encoded(), meta: served.meta))
  }

  func statistics(of served: ServedSnapshot) async -> Answer {
    let tally = await registry.tally
    let usage = usage.json(refreshes: [
      "changed": .integer(tally.changed), "unchanged": .integer(tally.unchanged),
      "failed": .integer(tally.failed),
    ])
    let json = served.encoded.catalog.statisticsJSON.adding(.init("usage", usage))
    return Answer(body: Envelope.success(data: json.encoded(), meta: served.meta))
  }

  /// Refreshes, or joins a running refresh; later answers are at least as new.
  func refresh() async throws(APIError) -> Answer {
    let result = await registry.refresh()
    current.update(to: await registry.snapshot)
    let changes: CatalogChanges
    switch result {
    case .success(.unchanged): changes = .none
    case .success(.changed(let found)): changes = found
    case .failure(.refused(.offline)): throw .offline
    case .failure(let error):
      if case .refused(.waiting(let wait, _)) = error {
        throw .retryLater(error.summary, after: wait)
      }
      throw .upstreamFailed(error.summary)
    }
    let served = current.value
    let json = served.snapshot.statusJSON(
      interval: interval, history: try? await registry.history?.usage(), now: now())
    let body = Envelope.success(
      data: json.encoded(),
      members: [.init("message", "Models refreshed successfully")],
      meta: served.meta + [.init("changes", changes.counts)])
    return Answer(body: body)
  }
}

extension JSONValue {
  /// An object with one more member; any other value unchanged.
  func adding(_ member: Member) -> JSONValue {
    switch self {
    case .object(let members): .object(members + [member])
    case .null, .flag, .integer, .decimal, .double, .text, .list: self
    }
  }
}
