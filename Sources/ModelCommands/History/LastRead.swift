import Foundation

/// When all changes were last marked read in the browser.
enum LastRead {
  /// Nil if that never happened or cannot be read.
  static func date(environment: [String: String]) -> Date? {
    guard let kept = StateFile.decode(Kept.self, environment: environment) else { return nil }
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    return kept.read?.until.flatMap { try? style.parse($0) }
  }

  /// The part of the browser's state file that is needed here.
  private struct Kept: Decodable {
    struct Read: Decodable {
      var until: String?
    }

    var read: Read?
  }
}
