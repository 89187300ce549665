/// A request as it goes over the wire.
struct RawRequest: Sendable {
  var method = "GET"
  var target: String
  var host: String? = "localhost"
  /// Lines of the head besides.
  var lines: [String] = []
  /// The answer's body never ends.
  var isEndless = false

  var text: String {
    let hosts = host.map { ["Host: \($0)"] } ?? []
    let lines = ["\(method) \(target) HTTP/1.1"] + hosts + ["Connection: close"] + lines
    return lines.joined(separator: "\r\n") + "\r\n\r\n"
  }

  /// With one thing more in the query.
  func target(with parameter: String) -> String {
    target + (target.contains("?") ? "&" : "?") + parameter
  }
}
