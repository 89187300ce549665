import Foundation

/// Describes the saved body: the content of `openrouter_meta.json`.
struct CacheNote: Equatable {
  var fetched: Date
  var lastChanged: Date?
  var modelCount: Int
  var digest: String
  /// Nil in a note written by another program.
  var upstream: String?

  init(
    fetched: Date, lastChanged: Date?, modelCount: Int, digest: String, upstream: String?
  ) {
    self.fetched = fetched
    self.lastChanged = lastChanged
    self.modelCount = modelCount
    self.digest = digest
    self.upstream = upstream
  }

  /// Nil without a date and a digest.
  init?(json: Data) {
    var reader = JSONReader([UInt8](json))
    var texts: [String: String] = [:]
    var count = 0
    do throws(JSONReader.Fault) {
      try reader.object { (reader, name) throws(JSONReader.Fault) in
        if name == "modelCount" {
          count = try reader.lenientInt() ?? 0
        } else {
          texts[name] = try reader.lenientString()
        }
      }
      try reader.end()
    } catch {
      return nil
    }
    guard let fetched = texts["fetchedAt"].flatMap(Self.date), let digest = texts["digest"]
    else { return nil }
    self.init(
      fetched: fetched, lastChanged: texts["lastChangedAt"].flatMap(Self.date),
      modelCount: count, digest: digest, upstream: texts["upstream"])
  }

  var json: Data {
    let members = Members(
      fetchedAt: Self.style.format(fetched), lastChangedAt: lastChanged.map(Self.style.format),
      modelCount: modelCount, digest: digest, upstream: upstream)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Strings and a number always encode.
    return (try? encoder.encode(members)) ?? Data()
  }

  private struct Members: Encodable {
    var fetchedAt: String
    var lastChangedAt: String?
    var modelCount: Int
    var digest: String
    var upstream: String?
  }

  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  private static func date(_ text: String) -> Date? { try? style.parse(text) }
}
