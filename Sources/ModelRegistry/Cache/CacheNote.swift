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
    guard let members = NoteMembers(json), let fetched = members.date("fetchedAt"),
      let digest = members.texts["digest"]
    else { return nil }
    self.init(
      fetched: fetched, lastChanged: members.date("lastChangedAt"),
      modelCount: members.numbers["modelCount"] ?? 0, digest: digest,
      upstream: members.texts["upstream"])
  }

  var json: Data {
    let members = Members(
      fetchedAt: NoteMembers.style.format(fetched),
      lastChangedAt: lastChanged.map(NoteMembers.style.format),
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
}
