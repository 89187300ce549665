package import Foundation

/// The scripted response of a ``SimulatedOpenRouter`` to one request.
package struct Answer: Sendable {
  /// How the connection ends.
  package enum Ending: Sendable {
    /// All is sent, then closed.
    case complete
    /// Closed after this many bytes of the body, although Content-Length promises more.
    case truncated(after: Int)
    /// Reset after this many bytes of the body.
    case reset(after: Int)
    /// Stalls after this many bytes of the body without closing.
    case silence(after: Int)
    /// All is sent, one byte at a time.
    case trickle(every: Duration)
  }

  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: [UInt8]
  package var ending: Ending
  /// Sent instead of a status line, headers and body.
  package var raw: [UInt8]?
  /// Nothing is sent before this gate opens.
  package var gate: Gate?

  package init(
    status: Int = 200, headers: [(name: String, value: String)] = [], body: [UInt8] = []
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    ending = .complete
  }

  package static func body(_ data: Data) -> Answer {
    Answer(headers: [("content-type", "application/json")], body: [UInt8](data))
  }

  package static func listing(_ ids: [String], price: String = "0.000001") -> Answer {
    body(ListingBody.of(ids, price: price))
  }

  /// An error in upstream's format.
  package static func error(
    _ status: Int, _ message: String, retryAfter: String? = nil
  ) -> Answer {
    let text = ListingBody.Row.quoted(message)
    return Answer(
      status: status,
      headers: retryAfter.map { [("retry-after", $0)] } ?? [],
      body: [UInt8](#"{"error":{"code":\#(status),"message":\#(text)}}"#.utf8))
  }

  package static func redirect(_ status: Int = 302, to location: String) -> Answer {
    Answer(status: status, headers: [("location", location)])
  }

  /// Compressed bytes, with the Content-Encoding header.
  package static func gzip(_ packed: [UInt8]) -> Answer {
    Answer(headers: [("content-encoding", "gzip")], body: packed)
  }

  package static func raw(_ text: String) -> Answer {
    var answer = Answer()
    answer.raw = [UInt8](text.utf8)
    return answer
  }

  package func with(_ name: String, _ value: String) -> Answer {
    var answer = self
    answer.headers.append((name, value))
    return answer
  }

  package func ending(_ ending: Ending) -> Answer {
    var answer = self
    answer.ending = ending
    return answer
  }

  package func held(by gate: Gate) -> Answer {
    var answer = self
    answer.gate = gate
    return answer
  }

  /// The bytes sent before the connection ends.
  var bytes: [UInt8] {
    if let raw { return raw }
    var head = "HTTP/1.1 \(status) Simulated\r\nconnection: close\r\n"
    let names = Set(headers.map { $0.name.lowercased() })
    if !names.contains("content-length"), !names.contains("transfer-encoding"), status != 204,
      status != 304
    {
      head += "content-length: \(body.count)\r\n"
    }
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    let sent: Int =
      switch ending {
      case .complete, .trickle: body.count
      case .truncated(let count), .reset(let count), .silence(let count): count
      }
    return [UInt8]((head + "\r\n").utf8) + body.prefix(sent)
  }
}
