import ModelCatalog
import ModelText

/// A comparison as text for a terminal.
///
/// Models that do not fit beside the others stand in a table of their own below.
struct ComparisonText {
  let table: ComparisonTable
  let styler: ANSIStyler
  /// In cells; nil for no limit.
  let width: Int?

  private static let gap = 2
  /// Cells of a column of values that is narrowed.
  private static let leastColumn = 22

  var text: String {
    let positions = Array(table.heads.indices)
    let blocks = stride(from: 0, to: positions.count, by: columnsAtOnce).map { first in
      block(Array(positions[first..<min(first + columnsAtOnce, positions.count)]))
    }
    let notes = table.notes.map { styler.paint($0, .faint) + "\n" }
    return blocks.joined(separator: "\n") + (notes.isEmpty ? "" : "\n") + notes.joined()
  }

  private var titleWidth: Int { table.lines.reduce(0) { max($0, CellWidth.of($1.title)) } }

  private var columnsAtOnce: Int {
    guard let width else { return max(1, table.heads.count) }
    return min(
      max(1, table.heads.count), max(1, (width - titleWidth) / (Self.leastColumn + Self.gap)))
  }

  private func block(_ models: [Int]) -> String {
    let widths = widths(of: models)
    let heads = models.map { table.heads[$0] }
    var text = line("", heads.map { [$0.name] }, widths, .strong)
    text += line("", heads.map { [$0.id] }, widths, .title)
    if heads.contains(where: { $0.notice != nil }) {
      text += line("", heads.map { [$0.notice ?? ""] }, widths, .caution)
    }
    var isSame = false
    for row in table.lines {
      if !row.differs, !isSame {
        text += styler.paint("─ the same ─", .faint) + "\n"
        isSame = true
      }
      let cells = zip(models, widths).map { model, width in
        TextWrap.lines(row.cells[model].text, width: width - 2)
      }
      text += line(
        row.title, cells, widths, .plain, best: models.map { row.cells[$0].isBest })
    }
    return text
  }

  /// As wide as the widest value, or equal shares of the room.
  private func widths(of models: [Int]) -> [Int] {
    let natural = models.map { model in
      let head = table.heads[model]
      let head2 = max(
        CellWidth.of(head.id), CellWidth.of(head.name), CellWidth.of(head.notice ?? ""))
      return table.lines.reduce(head2) { max($0, CellWidth.of($1.cells[model].text)) } + 2
    }
    guard let width else { return natural }
    let share = (width - titleWidth) / max(1, models.count) - Self.gap
    return natural.map { min($0, max(Self.leastColumn, share)) }
  }

  /// One line of the table, on as many lines as its longest cell.
  private func line(
    _ title: String, _ cells: [[String]], _ widths: [Int], _ style: TextStyle, best: [Bool] = []
  ) -> String {
    let count = cells.map(\.count).max() ?? 0
    return (0..<max(1, count)).map { row in
      var line = styler.paint(padded(row == 0 ? title : "", to: titleWidth), .faint)
      for (index, width) in widths.enumerated() {
        let isBest = row == 0 && index < best.count && best[index]
        let part = row < cells[index].count ? cells[index][row] : ""
        let text = CellWidth.truncate(part, to: width - 2)
        line += "  " + styler.paint(isBest ? ComparisonTable.bestMark : " ", .good) + " "
        let rest = String(repeating: " ", count: max(0, width - 2 - CellWidth.of(text)))
        line += styler.paint(text, isBest ? .good : style) + rest
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - CellWidth.of(text)))
  }
}
