import Foundation
import Hummingbird
import ModelCatalog
import NIOCore
import ServiceLifecycle

/// One client's events: the current state, then each newer state that differs from the last one
/// sent.
struct EventStream: Sendable {
  let wakes: AsyncStream<Void>
  let hub: EventHub
  let current: CurrentSnapshot
  /// The query to watch; nil for every snapshot.
  let query: Query?
  let now: @Sendable () -> Date

  /// Runs until the client disconnects or the server stops.
  func write(to writer: inout any ResponseBodyWriter) async throws {
    // The server waits for its streams when it stops, so they must end themselves.
    try await withGracefulShutdownHandler {
      var clientEvents = ClientEvents(query)
      var beats = hub.beats
      for await _ in wakes {
        let news = clientEvents.news(in: current.value, now: now())
        for event in news { try await writer.write(event) }
        if news.isEmpty, hub.beats != beats { try await writer.write(ServerSentEvent.heartbeat) }
        beats = hub.beats
      }
    } onGracefulShutdown: {
      hub.close()
    }
    try await writer.finish(nil)
  }

  /// What has been sent to one client, and which events it needs next.
  struct ClientEvents {
    private var watch: QueryWatch?
    private var lastSent: JSONValue?
    private var seen: ServedSnapshot?

    init(_ query: Query?) { watch = query.map(QueryWatch.init) }

    /// The events that bring the client up to date.
    mutating func news(in served: ServedSnapshot, now: Date) -> [ByteBuffer] {
      guard watch != nil else {
        guard served.news != lastSent else { return [] }
        lastSent = served.news
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

    /// The models that match at the start.
    private func matching(in served: ServedSnapshot) -> ByteBuffer {
      let ids = watch?.matching.sorted() ?? []
      return ServerSentEvent.event(
        "matching", id: served.encoded.revision,
        data: ["revision": .text(served.encoded.revision), "models": JSONValue(ids)])
    }
  }
}
