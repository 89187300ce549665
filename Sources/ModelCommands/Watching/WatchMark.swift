import Foundation
import ModelRegistry

/// Up to which list a query was watched last, kept in the cache directory.
struct WatchMark {
  private let directory: String
  private let query: String

  /// Nil without a cache directory, for an upstream that is a file.
  init?(query: String, settings: RegistrySettings) {
    guard let directory = settings.cachePath else { return nil }
    self.directory = directory
    self.query = query
  }

  private struct Content: Codable {
    var query: String
    /// When the last list that was compared had been fetched.
    var seen: String
  }

  /// Nil if the query was not watched before, or the file cannot be read.
  func read() -> Date? {
    guard let data = try? RegularFile.read("\(directory)/\(name)", limit: 65_536).data,
      let content = try? JSONDecoder().decode(Content.self, from: data), content.query == query
    else { return nil }
    return (try? Self.style.parse(content.seen))?.addingTimeInterval(Self.rounding)
  }

  /// Returns why it cannot be written, as a sentence without a full stop, or nil.
  func write(_ seen: Date) -> String? {
    let content = Content(query: query, seen: Self.style.format(seen))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do throws(AtomicFile.Fault) {
      try PrivateDirectory.make(directory)
      // Strings always encode.
      try AtomicFile(directory: directory, name: name)
        .write((try? encoder.encode(content)) ?? Data(), waitsForDisk: false)
      return nil
    } catch {
      return "what was watched cannot be kept in \(directory): \(error.reason)"
    }
  }

  /// Dates in the file and in the history are rounded to milliseconds.
  private static let rounding: TimeInterval = 0.002

  private var name: String { "watch-\(Digest(query.utf8).hexadecimal).json" }

  private static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
}
