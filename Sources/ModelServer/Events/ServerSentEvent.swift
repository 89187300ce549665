import ModelCatalog
import NIOCore

/// The wire form of events.
enum ServerSentEvent {
  /// A comment, which says no more than that the stream is alive.
  static let heartbeat = ByteBuffer(string: ": still here\n\n")

  /// `data` is JSON on one line.
  static func event(_ name: String, id: String, data: JSONValue) -> ByteBuffer {
    var buffer = ByteBuffer(string: "event: \(name)\nid: \(id)\ndata: ")
    buffer.writeBytes(data.encoded())
    buffer.writeString("\n\n")
    return buffer
  }
}
