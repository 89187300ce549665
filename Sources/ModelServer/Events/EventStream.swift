import Hummingbird
import ModelCatalog
import NIOCore

/// One client's events: the present state, then the newest whenever it differs from the last told.
struct EventStream: Sendable {
  let wakes: AsyncStream<Void>
  let hub: EventHub
  let current: CurrentSnapshot

  /// Until the client goes or the server stops.
  func write(to writer: inout any ResponseBodyWriter) async throws {
    var told: JSONValue?
    var beats = hub.beats
    for await _ in wakes {
      let served = current.value
      if served.news != told {
        try await writer.write(served.event)
        told = served.news
      } else if hub.beats != beats {
        try await writer.write(ServerSentEvent.heartbeat)
      }
      beats = hub.beats
    }
    try await writer.finish(nil)
  }
}
