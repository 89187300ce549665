import Foundation
import ModelCatalog
import ModelRegistry

/// What is asked of the registry rather than of the models.
extension ModelAPI {
  func status(of served: ServedSnapshot) -> Answer {
    let record = served.snapshot.statusRecord(interval: interval, now: now())
    return Answer(body: Envelope.success(data: record.json(), meta: served.meta))
  }

  func statistics(of served: ServedSnapshot) async -> Answer {
    let tally = await registry.tally
    let usage = usage.record(refreshes: [
      "changed": .integer(tally.changed), "unchanged": .integer(tally.unchanged),
      "failed": .integer(tally.failed),
    ])
    let record = served.encoded.catalog.statisticsRecord.adding(.init("usage", usage))
    return Answer(body: Envelope.success(data: record.json(), meta: served.meta))
  }

  /// Refreshes, or joins whoever does; what is served afterwards is at least as new.
  func refresh() async throws(APIError) -> Answer {
    let result = await registry.refresh()
    current.take(await registry.snapshot)
    let changes: CatalogChanges
    switch result {
    case .success(.unchanged): changes = .none
    case .success(.changed(let found)): changes = found
    case .failure(.refused(.offline)): throw .offline
    case .failure(let error): throw .upstreamFailed(error.summary)
    }
    let served = current.value
    let record = served.snapshot.statusRecord(interval: interval, now: now())
    let body = Envelope.success(
      data: record.json(),
      members: [.init("message", "Models refreshed successfully")],
      meta: served.meta + [.init("changes", changes.counts)])
    return Answer(body: body)
  }

  func changes(in served: ServedSnapshot) -> Answer {
    let known = served.snapshot.lastChange.map { change in
      change.changes.record.adding(.init("date", JSONValue(change.date)))
    }
    let data = JSONValue.list(known.map { [$0] } ?? [])
    return Answer(body: Envelope.success(data: data.json(), meta: served.meta), tag: served.tag)
  }

  func history(_ id: String, in served: ServedSnapshot) async throws(APIError) -> Answer {
    _ = try resolve(id, in: served.encoded.catalog)
    throw .noSuchPath
  }
}

extension JSONValue {
  /// An object with one member more; anything else as it is.
  func adding(_ member: Member) -> JSONValue {
    switch self {
    case .object(let members): .object(members + [member])
    case .null, .flag, .integer, .decimal, .double, .text, .list: self
    }
  }
}
