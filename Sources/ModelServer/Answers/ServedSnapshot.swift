import Foundation
import ModelCatalog
import ModelRegistry
import NIOConcurrencyHelpers
import NIOCore

/// A snapshot with the answers that depend only on it; each is encoded on first request.
final class ServedSnapshot: Sendable {
  let snapshot: Snapshot
  let encoded: EncodedCatalog
  /// The past date that was requested; nil for now.
  let asOf: Date?
  private let interval: Duration
  private let listings: NIOLockedValueBox<[Listing: Body]>
  private let upstream: NIOLockedValueBox<Body?>
  /// The event sent to streams, and the part of it that decides whether it differs from the last.
  let event: ByteBuffer
  let news: JSONValue

  /// `interval` is the age at which the models are stale.
  ///
  /// Encoded listings of `previous` are reused if they would be equal.
  init(
    _ snapshot: Snapshot, encoded: EncodedCatalog, interval: Duration, asOf: Date? = nil,
    after previous: ServedSnapshot? = nil
  ) {
    let isSame =
      previous.map { $0.encoded === encoded && $0.snapshot.freshness == snapshot.freshness }
      ?? false
    let known = isSame ? previous?.listings.withLockedValue { $0 } : nil
    // OpenRouter's listing is not reused: it also reports whether a refresh is running.
    listings = NIOLockedValueBox((known ?? [:]).filter { $0.key != .openRouter })
    upstream = NIOLockedValueBox(
      isSame ? previous?.upstream.withLockedValue { $0 } : nil)
    self.snapshot = snapshot
    self.asOf = asOf
    self.encoded = encoded
    self.interval = interval
    let news = Self.news(snapshot, encoded)
    let timestamp = JSONValue.Member("timestamp", JSONValue(snapshot.published))
    event = ServerSentEvent.event(
      "snapshot", id: encoded.revision, data: .object([timestamp] + news))
    self.news = .object(news)
  }

  /// The same snapshot with the cost of every model.
  func costing(_ workload: Workload) -> ServedSnapshot {
    ServedSnapshot(
      snapshot, encoded: EncodedCatalog(encoded, workload: workload), interval: interval,
      asOf: asOf)
  }

  /// The ETag of everything derived from this snapshot; equal in processes with equal models.
  var tag: String { "\(encoded.revision)-\(asOf == nil ? snapshot.freshness.age : "past")" }

  /// The members that `meta` of every answer begins with.
  var meta: [JSONValue.Member] {
    [
      .init("timestamp", JSONValue(snapshot.published)),
      .init("revision", .text(encoded.revision)),
      .init("freshness", asOf == nil ? .text(snapshot.freshness.name) : "past"),
    ]
  }

  /// The query context of this snapshot.
  func queryContext(now: Date) -> QueryContext {
    let now = asOf ?? now
    return QueryContext(
      now: now, changed: snapshot.changedOfLate(now: now), workload: encoded.workload)
  }

  func answer(_ listing: Listing) -> Answer {
    let body = listings.withLockedValue { listings in
      if let known = listings[listing] { return known }
      let body = Envelope.success(meta: meta + counts(of: listing)) {
        encoded.append(listing, to: &$0)
      }
      listings[listing] = body
      return body
    }
    return Answer(body: body, tag: tag)
  }

  /// OpenRouter's models in upstream's own format.
  func upstreamAnswer() -> Answer {
    let body = upstream.withLockedValue { body in
      if let known = body { return known }
      let made = Body(encoded.upstreamBody(fetched: snapshot.freshness.fetched))
      body = made
      return made
    }
    // The bytes have the date of the list, so that another modeldex knows its age. By ten minutes,
    // so that servers that fetched at about the same time agree on the ETag.
    let date = snapshot.freshness.fetched.map { Int($0.timeIntervalSince1970) / 600 } ?? 0
    return Answer(body: body, tag: "\(tag)-\(date)")
  }

  private static func news(
    _ snapshot: Snapshot, _ encoded: EncodedCatalog
  ) -> [JSONValue.Member] {
    [
      .init("revision", .text(encoded.revision)),
      .init("freshness", .text(snapshot.freshness.name)),
      .init("lastSuccessfulFetch", JSONValue(snapshot.freshness.fetched)),
      .init("lastChange", JSONValue(snapshot.lastChanged)),
      .init("lastError", JSONValue(snapshot.failure?.error.summary)),
      .init("counts", .object(encoded.counts)),
      .init("changes", snapshot.lastChange?.changes.counts ?? .null),
    ]
  }

  /// Ages are relative to the snapshot's own time, so that the bytes do not change.
  private func counts(of listing: Listing) -> [JSONValue.Member] {
    switch listing {
    case .all: return encoded.counts
    case .frontend: return [.init("total", .integer(encoded.listed.count))]
    case .core:
      return [.init("count", .integer(encoded.core.count)), .init("source", "core")]
    case .openRouter:
      let status = snapshot.statusJSON(interval: interval, now: snapshot.published)
      return [
        .init("count", .integer(encoded.openRouter.count)), .init("source", "openrouter"),
        .init("cacheStatus", status["openrouter"] ?? .null),
      ]
    case .categories:
      let keys = Set(encoded.listed.map { encoded.catalog.categoryOfModel[$0].key })
      return [.init("categoryCount", .integer(keys.count))]
    }
  }
}

extension Snapshot.Freshness {
  /// As `meta.freshness` says it.
  var name: String {
    switch self {
    case .coreOnly: "core"
    case .cached: "cached"
    case .live: "live"
    case .stale: "stale"
    }
  }

  /// Its part of an ETag: cached and live models are the same to a reader.
  var age: String {
    switch self {
    case .coreOnly: "core"
    case .cached, .live: "fresh"
    case .stale: "stale"
    }
  }
}
