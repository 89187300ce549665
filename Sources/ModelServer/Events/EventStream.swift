import Foundation
import Hummingbird
import ModelCatalog
import NIOCore
import ServiceLifecycle

/// One client's events: the present state, then the newest whenever it differs from the last told.
struct EventStream: Sendable {
  let wakes: AsyncStream<Void>
  let hub: EventHub
  let current: CurrentSnapshot
  /// What to watch; nil tells of every snapshot.
  let query: Query?
  let now: @Sendable () -> Date

  /// Until the client goes or the server stops.
  func write(to writer: inout any ResponseBodyWriter) async throws {
    // The server waits for its streams when it stops, so nobody else could end them in time.
    try await withGracefulShutdownHandler {
      var teller = Teller(query)
      var beats = hub.beats
      for await _ in wakes {
        let news = teller.news(in: current.value, now: now())
        for event in news { try await writer.write(event) }
        if news.isEmpty, hub.beats != beats { try await writer.write(ServerSentEvent.heartbeat) }
        beats = hub.beats
      }
    } onGracefulShutdown: {
      hub.close()
    }
    try await writer.finish(nil)
  }

  /// What one client has been told, and so what is news to it.
  struct Teller {
    private var watch: QueryWatch?
    private var told: JSONValue?
    private var seen: ServedSnapshot?

    init(_ query: Query?) { watch = query.map(QueryWatch.init) }

    /// The events that bring a client up to what is served now.
    mutating func news(in served: ServedSnapshot, now: Date) -> [ByteBuffer] {
      guard watch != nil else {
        guard served.news != told else { return [] }
        told = served.news
        return [served.event]
      }
      let isFirst = seen == nil
      guard served !== seen else { return [] }
      seen = served
      let events =
        watch?.update(to: served.encoded.index, in: served.queryContext(now: now)) ?? []
      guard !isFirst else { return [matching(in: served)] }
      return events.map { event in
        ServerSentEvent.event(
          event.kind.rawValue, id: served.encoded.revision, data: event.json)
      }
    }

    /// What matches at the beginning.
    private func matching(in served: ServedSnapshot) -> ByteBuffer {
      let ids = watch?.matching.sorted() ?? []
      return ServerSentEvent.event(
        "matching", id: served.encoded.revision,
        data: ["revision": .text(served.encoded.revision), "models": JSONValue(ids)])
    }
  }
}
