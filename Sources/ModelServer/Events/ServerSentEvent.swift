import ModelCatalog
import NIOCore

/// Server-Sent Events as bytes.
enum ServerSentEvent {
  /// A comment that keeps the connection alive.
  static let heartbeat = ByteBuffer(string: ": still here\n\n")

  /// `data` is JSON on one line.
  static func event(_ name: String, id: String, data: JSONValue) -> ByteBuffer {
    var buffer = ByteBuffer(string: "event: \(name)\nid: \(id)\ndata: ")
    buffer.writeBytes(data.encoded())
    buffer.writeString("\n\n")
    return buffer
  }
}
