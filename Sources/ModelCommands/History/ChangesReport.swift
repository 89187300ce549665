import Foundation
import ModelCatalog
import ModelRegistry

/// Writes what differs between what OpenRouter listed at two times.
struct ChangesReport {
  let history: CatalogHistory
  /// Descriptions and scores too, which change all the time.
  let hasNoise: Bool
  let format: PageFormat
  let console: Console

  func write(from first: Date, to last: Date) async throws {
    let all: CatalogChanges
    let title: String
    do throws(HistoryFault) {
      let seen = try await (
        history.observation(notAfter: first), history.observation(notAfter: last)
      )
      title = "\(MomentText.of(seen.0)) to \(MomentText.of(seen.1))"
      all = try await history.changes(from: first, to: last)
    } catch {
      throw CommandFailure(error)
    }
    switch format {
    case .text:
      let lines = ChangeLines(changes: all, hasNoise: hasNoise, styler: console.styler)
      try console.write("\(title): \(lines.summary)\n" + lines.text)
    case .json:
      let changes = hasNoise ? all : all.news
      try console.write([UInt8](changes.json.encoded(.pretty)) + [UInt8(ascii: "\n")])
    }
  }
}
