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
      all = CatalogChanges(
        from: try await history.catalog(asOf: first, core: []),
        to: try await history.catalog(asOf: last, core: []))
    } catch {
      throw CommandFailure(error)
    }
    let changes = hasNoise ? all : all.withoutNoise
    let left = all.changed.count - changes.changed.count
    if left > 0 {
      let verb = left == 1 ? "differs" : "differ"
      console.note(
        "\(CountText.of(left, "model")) \(verb) in description or scores alone: "
          + "--noise lists \(left == 1 ? "it" : "them")")
    }
    switch format {
    case .text:
      let lines = ChangeLines(changes: changes, styler: console.styler)
      try console.write("\(title): \(lines.summary)\n" + lines.text)
    case .json: try console.write([UInt8](changes.json.encoded(.pretty)) + [UInt8(ascii: "\n")])
    }
  }
}
