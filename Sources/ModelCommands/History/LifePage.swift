import Foundation
import ModelCatalog

/// One model's life, as a page to read.
struct LifePage {
  let life: ModelLife
  /// For a model that is gone.
  let successor: Model?
  let hasNoise: Bool
  let ink: Ink
  /// In cells.
  let width: Int

  /// Lines of prices that are shown, of a model whose prices move by the hour.
  private static let priceLimit = 20

  var text: String {
    [heading, dates.text(ink), changes, prices].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var heading: String {
    let name = life.model?.name ?? life.id
    return ink.paint(name, .strong) + "\n" + ink.paint(life.id, .title) + "\n"
  }

  private var dates: FactList {
    var facts = FactList(width: width)
    if let first = life.versions.first?.firstSeen {
      let isOlder = first == life.historyBegan
      facts.add("First seen", MomentText.of(first) + (isOlder ? ", when the history begins" : ""))
    }
    facts.add("Last seen", (life.versions.last?.lastSeen).map(MomentText.of))
    if let removed = life.removed {
      facts.add("Removed", "not listed on \(MomentText.of(removed))", .caution)
    }
    facts.add("Successor", successor.map { "likely \($0.id)" })
    return facts
  }

  private var changes: String {
    let entries = life.entries(noise: hasNoise)
    guard !entries.isEmpty else { return ink.paint("No changes", .strong) + "\n" }
    var facts = FactList(width: width)
    for entry in entries { facts.add("  " + MomentText.of(entry.date), Self.words(entry.what)) }
    return ink.paint("Changes", .strong) + "\n" + facts.text(ink)
  }

  private static func words(_ what: HistoryEntry.What) -> String {
    switch what {
    case .added: "listed"
    case .returned(let lastSeen): "listed again, after \(MomentText.of(lastSeen))"
    case .removed: "no longer listed"
    case .changed(let fields): fields.map(DifferenceWords.words).joined(separator: "; ")
    case .swung(let swing):
      "prices by the hour of the day, \(CountText.of(swing.count, "time")) since "
        + MomentText.of(swing.since)
        + range(swing.input, .input) + range(swing.output, .output)
    }
  }

  private static func range(_ range: ClosedRange<Decimal>?, _ kind: PriceKind) -> String {
    guard let range else { return "" }
    let ends = [range.lowerBound, range.upperBound].map { PriceText.exact(.fixed($0)) }
    return "; \(kind.words) \(ends[0] == ends[1] ? ends[0] : ends.joined(separator: " to "))"
  }

  private var prices: String {
    let periods = life.pricePeriods
    let shown = periods.suffix(Self.priceLimit)
    let rows = shown.map { period in
      [
        MomentText.of(period.from), period.until.map(MomentText.of) ?? "now",
        Self.amount(period.input), Self.amount(period.output),
      ]
    }
    let cells = [["from", "until", "input", "output"]] + rows
    let widths = (0..<4).map { column in cells.reduce(0) { max($0, CellWidth.of($1[column])) } }
    var text = ink.paint("Prices per million tokens", .strong) + "\n"
    for (place, row) in cells.enumerated() {
      let line = row.enumerated().map { column, cell in
        let gap = String(repeating: " ", count: widths[column] - CellWidth.of(cell))
        return column < 2 ? cell + gap : gap + cell
      }
      text += "  " + ink.paint(line.joined(separator: "  "), place == 0 ? .faint : .price) + "\n"
    }
    let left = periods.count - shown.count
    if left > 0 { text += "  and \(CountText.grouped(left)) before that\n" }
    return text
  }

  private static func amount(_ price: Price?) -> String {
    price.map(PriceText.exact) ?? "unknown"
  }
}
