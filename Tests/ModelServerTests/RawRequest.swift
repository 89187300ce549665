/// A request as sent.
struct RawRequest: Sendable {
  var method = "GET"
  var target: String
  var host: String? = "localhost"
  /// Additional header lines.
  var lines: [String] = []
  /// The answer's body never ends.
  var isEndless = false

  var text: String {
    let hosts = host.map { ["Host: \($0)"] } ?? []
    let lines = ["\(method) \(target) HTTP/1.1"] + hosts + ["Connection: close"] + lines
    return lines.joined(separator: "\r\n") + "\r\n\r\n"
  }

  /// The request with one more query parameter.
  func target(with parameter: String) -> String {
    target + (target.contains("?") ? "&" : "?") + parameter
  }
}
