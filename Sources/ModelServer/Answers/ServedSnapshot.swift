import Foundation
import ModelCatalog
import ModelRegistry
import NIOConcurrencyHelpers
import NIOCore

/// A snapshot and the answers that follow from it alone, each made at the first request for it.
final class ServedSnapshot: Sendable {
  let snapshot: Snapshot
  let encoded: EncodedCatalog
  /// The past moment that was asked for; nil for now.
  let asOf: Date?
  private let interval: Duration
  private let listings: NIOLockedValueBox<[Listing: Body]>
  private let upstream: NIOLockedValueBox<Body?>
  /// What event streams are told, and the part of it that makes it news.
  let event: ByteBuffer
  let news: JSONValue

  /// `interval` is the age at which what is known is stale.
  ///
  /// Listings of `previous` are served on where nothing differs that they tell.
  init(
    _ snapshot: Snapshot, encoded: EncodedCatalog, interval: Duration, asOf: Date? = nil,
    after previous: ServedSnapshot? = nil
  ) {
    let isSame =
      previous.map { $0.encoded === encoded && $0.snapshot.freshness == snapshot.freshness }
      ?? false
    let known = isSame ? previous?.listings.withLockedValue { $0 } : nil
    // OpenRouter's own tells of the refresh that is under way, too.
    listings = NIOLockedValueBox((known ?? [:]).filter { $0.key != .openRouter })
    upstream = NIOLockedValueBox(
      previous?.encoded === encoded ? previous?.upstream.withLockedValue { $0 } : nil)
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

  /// Of all that is derived from this snapshot: equal in two processes that know the same.
  var tag: String { "\(encoded.revision)-\(asOf == nil ? snapshot.freshness.age : "past")" }

  /// What `meta` of every answer begins with.
  var meta: [JSONValue.Member] {
    [
      .init("timestamp", JSONValue(snapshot.published)),
      .init("revision", .text(encoded.revision)),
      .init("freshness", asOf == nil ? .text(snapshot.freshness.name) : "past"),
    ]
  }

  /// What a query needs to know besides the catalogue.
  func queryContext(now: Date) -> QueryContext {
    let now = asOf ?? now
    return QueryContext(now: now, changed: snapshot.changedOfLate(now: now))
  }

  func answer(_ listing: Listing) -> Answer {
    let body = listings.withLockedValue { listings in
      if let known = listings[listing] { return known }
      let body = Envelope.success(
        data: encoded.data(of: listing), meta: meta + counts(of: listing))
      listings[listing] = body
      return body
    }
    return Answer(body: body, tag: tag)
  }

  /// OpenRouter's models in upstream's own shape.
  func upstreamAnswer() -> Answer {
    let body = upstream.withLockedValue { body in
      if let known = body { return known }
      let made = Body(encoded.upstreamBody)
      body = made
      return made
    }
    return Answer(body: body, tag: tag)
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

  /// Ages are as of the snapshot's own time, so that the bytes stay the same.
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

  /// Its part of an ETag: who fetched the models makes no difference to their reader.
  var age: String {
    switch self {
    case .coreOnly: "core"
    case .cached, .live: "fresh"
    case .stale: "stale"
    }
  }
}
