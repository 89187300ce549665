import Foundation

/// A response as received.
struct RawAnswer: Sendable {
  var status: Int?
  /// By name in lower case.
  var headers: [String: String] = [:]
  var body: String

  init(_ text: String) {
    let end = text.range(of: "\r\n\r\n")
    let lines = text[..<(end?.lowerBound ?? text.endIndex)].split(separator: "\r\n")
    body = end.map { String(text[$0.upperBound...]) } ?? ""
    status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      headers[parts[0].lowercased()] = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    }
  }

  var code: String? { (try? JSON(body.utf8))?["code"].string }
}
