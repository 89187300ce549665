import Foundation
import ModelCatalog
import ModelText

/// The history of one model, as text.
struct HistoryPage {
  let modelHistory: ModelHistory
  /// For a removed model.
  let successor: Model?
  let hasNoise: Bool
  let styler: ANSIStyler
  /// In cells.
  let width: Int

  /// The maximum number of price lines: some prices change every hour.
  private static let priceLimit = 20

  var text: String {
    [heading, dates.text(styler), changes, prices].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var heading: String {
    let name = modelHistory.model?.name ?? modelHistory.id
    return styler.paint(name, .strong) + "\n" + styler.paint(modelHistory.id, .title) + "\n"
  }

  private var dates: FactList {
    var facts = FactList(width: width)
    if let first = modelHistory.versions.first?.firstSeen {
      let isOlder = first == modelHistory.historyBegan
      facts.add("First seen", MomentText.of(first) + (isOlder ? ", where the history begins" : ""))
    }
    facts.add("Last seen", (modelHistory.versions.last?.lastSeen).map(MomentText.of))
    if let removed = modelHistory.removed {
      facts.add("Removed", "not listed on \(MomentText.of(removed))", .caution)
    }
    facts.add("Successor", successor.map { "likely \($0.id)" })
    return facts
  }

  private var changes: String {
    let entries = modelHistory.entries(noise: hasNoise)
    guard !entries.isEmpty else { return styler.paint("No changes", .strong) + "\n" }
    var facts = FactList(width: width)
    for entry in entries { facts.add("  " + MomentText.of(entry.date), Self.words(entry.kind)) }
    return styler.paint("Changes", .strong) + "\n" + facts.text(styler)
  }

  private static func words(_ kind: HistoryEntry.Kind) -> String {
    switch kind {
    case .added: "listed"
    case .returned(let lastSeen): "listed again, after \(MomentText.of(lastSeen))"
    case .removed: "no longer listed"
    case .changed(let fields): ChangeWords.phrases(fields).map(\.text).joined(separator: "; ")
    case .scheduledPrice(let scheduled):
      "\(scheduled.words), since \(MomentText.of(scheduled.since))"
    }
  }

  private var prices: String {
    let periods = modelHistory.pricePeriods
    let kinds = modelHistory.mainKinds
    let shown = periods.suffix(Self.priceLimit)
    let rows = shown.map { period in
      [
        MomentText.of(period.from), period.until.map(MomentText.of) ?? "now",
      ] + kinds.map { kind in period.prices[kind].map { PriceText.exact($0, kind) } ?? "unknown" }
    }
    let titles = kinds.map { "\($0.words) \($0.unit.symbol)" }
    let cells = [["from", "until"] + titles] + rows
    let widths = cells[0].indices.map { column in
      cells.reduce(0) { max($0, CellWidth.of($1[column])) }
    }
    var text = styler.paint("Prices", .strong) + "\n"
    for (index, row) in cells.enumerated() {
      let line = row.enumerated().map { column, cell in
        let gap = String(repeating: " ", count: widths[column] - CellWidth.of(cell))
        return column < 2 ? cell + gap : gap + cell
      }
      text += "  " + styler.paint(line.joined(separator: "  "), index == 0 ? .faint : .price) + "\n"
    }
    let left = periods.count - shown.count
    if left > 0 { text += "  and \(CountText.grouped(left)) earlier\n" }
    return text
  }
}
