import Foundation

/// When a person last marked the news read in the browser, which keeps it.
enum LastLook {
  /// Nil where that never was or can't be read.
  static func date(environment: [String: String]) -> Date? {
    guard let kept = StateFile.decode(Kept.self, environment: environment) else { return nil }
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    return kept.read?.until.flatMap { try? style.parse($0) }
  }

  /// The part of the browser's file that is of interest here.
  private struct Kept: Decodable {
    struct Read: Decodable {
      var until: String?
    }

    var read: Read?
  }
}
